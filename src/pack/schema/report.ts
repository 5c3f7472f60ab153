import { z } from 'zod';
import { identifier } from './names.ts';

const labels = z.strictObject({ met: z.string(), near: z.string(), away: z.string(), none: z.string() });

export const reportSchema = z
  .strictObject({
    id: identifier,
    title: z.string(),
    kind: z.enum(['scorecard']),
    scope: z.string().optional().meta({ description: 'Who the figures are about, in words' }),
    sections: z.array(
      z.strictObject({
        title: z.string(),
        indicators: z.array(identifier).min(1),
      }),
    ),
    'status-labels': labels.default({ met: 'Green', near: 'Amber', away: 'Red', none: 'No rating' }),
    changes: z.array(z.string()).default([]).meta({ description: 'Key changes made to the report' }),
  })
  .meta({ id: 'report', description: 'reports/*.yaml: what a report shows' });
