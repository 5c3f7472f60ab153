import { z } from 'zod';
import { identifier, isoDate } from './names.ts';

const steps = (what: string) => z.number().min(0).meta({ description: what });

export const trendRuleSchema = z
  .strictObject({
    every: z
      .int()
      .min(1)
      .default(3)
      .meta({ description: 'How many months lie between two figures that are looked at' }),
    reversal: steps('A turn whose last step is at least this is volatile').default(6),
    gain: steps('A net gain of at least this is improving').default(2),
    loss: steps('A net loss of at least this is declining').default(5),
  })
  .meta({
    id: 'trend-rule',
    description:
      'Trend words from the last three figures. Steps are percentage points, or for other measures per cent of the mean of the three',
  });

const rebasing = z.strictObject({
  indicator: identifier.meta({ description: 'The indicator' }),
  unit: z.string().optional().meta({ description: 'The unit; empty: every unit' }),
  from: isoDate.meta({ description: 'The first day of the new limits' }),
  by: z.string().meta({ description: 'The role that decided it' }),
  reason: z.string().meta({ description: 'Why the process is held to have changed' }),
});

export const processLimitsSchema = z
  .strictObject({
    months: z.int().min(2).default(24).meta({ description: 'Over how many months limits are taken' }),
    run: z.int().min(2).default(7).meta({ description: 'So many points on one side of the mean are a signal' }),
    trend: z.int().min(3).default(6).meta({ description: 'So many points rising or falling are a signal' }),
    minimum: z.int().min(2).default(12).meta({ description: 'With fewer points the limits are trial limits' }),
    screen: z
      .boolean()
      .default(true)
      .meta({ description: 'Whether moving ranges of 3.267 times their mean or more are left out once' }),
    rebased: z.array(rebasing).default([]).meta({ description: 'From when limits are taken anew, by whom and why' }),
  })
  .meta({ id: 'process-limits', description: 'How process limits are taken' });
