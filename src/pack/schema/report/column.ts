import { z } from 'zod';
import { identifier, sqlName } from '../names.ts';
import { when } from './when.ts';

/** What a column of a table, or a line of a fact sheet, says of an indicator. */
export const columnKinds = [
  'number',
  'code',
  'title',
  'class',
  'owner',
  'frequency',
  'description',
  'guide',
  'polarity',
  'movement',
  'basis',
  'measured-in',
  'source',
  'updated',
  'numerator',
  'denominator',
  'value',
  'figure',
  'target',
  'amber',
  'tolerance',
  'thresholds',
  'status',
  'symbol',
  'position',
  'direction',
  'change',
  'trend',
  'spark',
  'comparator',
  'comparator-period',
  'twelve-months',
  'best-unit',
  'hotspots',
  'has-benchmark',
  'words',
  'periods',
] as const;

const columnSchema = z
  .strictObject({
    show: z.enum(columnKinds).meta({ description: 'What the column says of each indicator' }),
    label: z
      .string()
      .optional()
      .meta({ description: 'Its heading, where the usual one will not do; {period} is its month' }),
    when: when.optional(),
    from: when
      .optional()
      .meta({ description: 'For direction and change: the month it is set beside; default previous' }),
    group: z.string().optional().meta({
      description: 'For comparator: which one, such as england, neighbours-mean, region, or a group of comparators.csv',
    }),
    indicator: identifier
      .optional()
      .meta({ description: 'For figure: the indicator whose figure is shown in the row of every other' }),
    field: sqlName.optional().meta({
      description: 'For words: which of the words that entries of groups give; for figure: which of their figures',
    }),
    as: z
      .enum(['mean', 'sum'])
      .optional()
      .meta({ description: 'For twelve-months: the mean of the twelve ratios, or the ratio of their sums' }),
    every: z.enum(['month', 'quarter', 'year']).optional().meta({ description: 'For periods: a column for each' }),
    last: z
      .int()
      .min(1)
      .max(40)
      .optional()
      .meta({ description: 'For periods: how many, up to the month of the report' }),
    years: z
      .int()
      .min(1)
      .max(5)
      .optional()
      .meta({ description: 'For periods: all of so many financial years, this one included as far as it has come' }),
    width: z
      .number()
      .min(0.2)
      .max(12)
      .optional()
      .meta({ description: 'Its width against the other columns; the usual is 1' }),
  })
  .meta({ id: 'report-column', description: 'A column of a table about indicators' });

export const column = z
  .union([z.enum(columnKinds), columnSchema])
  .transform((given) => (typeof given === 'string' ? { show: given } : given))
  .pipe(columnSchema);
