import { z } from 'zod';
import { identifier } from './names.ts';

const hotspotsSchema = z.union([
  z.strictObject({
    statuses: z
      .array(z.enum(['met', 'near', 'away']))
      .min(1)
      .meta({ description: 'The units of these statuses' }),
  }),
  z.strictObject({
    worst: z.int().min(1).meta({ description: 'So many of the worst units, and the equals of the last' }),
  }),
]);

const labels = z.strictObject({
  met: z.string().meta({ description: 'The word for a figure that meets its target' }),
  near: z.string().meta({ description: 'The word for one between the target and the amber limit' }),
  away: z.string().meta({ description: 'The word for one beyond the amber limit' }),
  none: z.string().meta({ description: 'The word where there is no target or no figure' }),
});

export const reportSchema = z
  .strictObject({
    id: identifier.meta({ description: 'The name of the report' }),
    title: z.string().meta({ description: 'Its title' }),
    kind: z.enum(['scorecard']).meta({ description: 'Its shape' }),
    scope: z.string().optional().meta({ description: 'Who the figures are about, in words' }),
    sections: z
      .array(
        z.strictObject({
          title: z.string().meta({ description: 'The heading of the section' }),
          indicators: z.array(identifier).min(1).meta({ description: 'Its indicators, in order' }),
        }),
      )
      .meta({ description: 'What it shows, in order' }),
    'status-labels': labels
      .default({ met: 'Green', near: 'Amber', away: 'Red', none: 'No rating' })
      .meta({ description: 'The words for a status' }),
    hotspots: hotspotsSchema
      .optional()
      .meta({ description: 'Which units are hotspots: those of some statuses, or the worst few' }),
    'label-set': identifier
      .optional()
      .meta({ description: 'A label set of the pack, labels/*.yaml, for statuses, directions and reasons' }),
    changes: z.array(z.string()).default([]).meta({ description: 'Key changes made to the report' }),
  })
  .meta({ id: 'report', description: 'reports/*.yaml: what a report shows' });
