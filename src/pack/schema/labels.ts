import { z } from 'zod';
import { identifier } from './names.ts';

const words = z.strictObject({
  met: z.string().meta({ description: 'For a figure that meets its target' }),
  near: z.string().meta({ description: 'For one near it' }),
  away: z.string().meta({ description: 'For one away from it' }),
});

export const labelsSchema = z
  .strictObject({
    id: identifier.meta({ description: 'The name that a report gives as its label-set' }),
    title: z.string().meta({ description: 'What the label set is called on a page' }),
    statuses: words.extend({ none: z.string().meta({ description: 'Where there is no status' }) }).meta({
      description: 'The words for a status',
    }),
    symbols: words
      .optional()
      .meta({ description: 'A symbol beside the word, in words that a screen reader can say: smiling face' }),
    places: z
      .record(z.string(), z.string())
      .default({})
      .meta({ description: 'The words for a band of a scheme, by its place, where they say more than its status' }),
    reasons: z
      .record(z.string(), z.string())
      .default({})
      .meta({ description: 'The words for why there is no status, by the reason' }),
    direction: z
      .strictObject({
        by: z
          .enum(['goodness', 'movement'])
          .meta({ description: 'Whether an arrow shows better and worse, or that the number went up or down' }),
        words: z
          .record(z.string(), z.string())
          .default({})
          .meta({ description: 'The words for better, worse, up, down and same' }),
      })
      .optional()
      .meta({ description: 'What the arrows of the report mean' }),
    polarities: z
      .record(z.string(), z.string())
      .default({})
      .meta({ description: 'The words for higher, lower, target and none' }),
    trends: z.record(z.string(), z.string()).default({}).meta({ description: 'The words for a trend, by the trend' }),
  })
  .meta({ id: 'labels', description: 'labels/*.yaml: the words of a report for statuses, reasons and directions' });
