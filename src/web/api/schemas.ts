import { z } from 'zod';
import { isMonth } from '../../calendar/index.ts';

const month = z
  .string()
  .refine(isMonth, 'A month is written YYYY-MM')
  .meta({ description: 'A month, YYYY-MM', examples: ['2026-10'], pattern: '^\\d{4}-(0[1-9]|1[0-2])$' });
const id = z.string().min(1).max(200);
const link = z.string().nullable().meta({ description: 'The address of the next page; null on the last' });

export const indicatorSchema = z
  .strictObject({
    id: id.meta({ description: 'The name that figures know it by' }),
    title: z.string(),
    short_title: z.string().nullable(),
    theme: z.string(),
    polarity: z.enum(['higher', 'lower', 'target', 'none']).meta({ description: 'Which way is better' }),
    measured_in: z.string().meta({ description: 'percent runs from 0 to 100' }),
    decimals: z.int().meta({ description: 'How many a page prints; values are not rounded' }),
    basis: z.string(),
    source: z.string().nullable(),
    counted: z.string().nullable(),
    condition: z.string().nullable(),
    left_out: z.string().nullable(),
  })
  .meta({ id: 'Indicator', description: 'What is counted, as it is defined in the latest month' });

export const unitSchema = z
  .strictObject({
    code: id,
    name: z.string(),
    kind: z.string().meta({ description: 'authority, area, district, team or not-attributed' }),
    parent: z.string().nullable(),
  })
  .meta({ id: 'Unit', description: 'A part of the organisation in a month, each after its parent' });

export const monthSchema = z
  .strictObject({ month, last_day: z.string().meta({ format: 'date' }) })
  .meta({ id: 'Month', description: 'A month that there are figures for' });

/** A row of figures: the same columns, in this order, as JSON, CSV and Parquet. New ones are added at the end. */
export const figureSchema = z
  .strictObject({
    indicator: id,
    unit: id,
    month,
    basis: z.string(),
    measured_in: z.string(),
    numerator: z.number().nullable(),
    denominator: z.number().nullable(),
    value: z.number().nullable().meta({ description: 'Not rounded; empty in every state but value' }),
    state: z
      .enum(['value', 'no-cases', 'no-denominator', 'not-collected', 'suppressed'])
      .meta({ description: 'Why there is no value, where there is none' }),
    status: z.enum(['met', 'near', 'away']).nullable().meta({ description: 'Against the target, where it has one' }),
    target: z.number().nullable().meta({ description: 'In force in the month; the lower end of a range' }),
    target_high: z.number().nullable().meta({ description: 'The upper end of a range' }),
  })
  .meta({ id: 'Figure', description: 'One indicator of one unit in one month' });
export type FigureRow = z.output<typeof figureSchema>;

export const editionSchema = z
  .strictObject({
    number: z.int(),
    report: id,
    month,
    unit: id,
    kind: z.enum(['internal', 'public']),
    corrects: z.int().nullable(),
    published_at: z.string().meta({ format: 'date-time' }),
    content_hash: z.string(),
  })
  .meta({ id: 'Edition', description: 'A report as it was published' });

/** A list under data, with the way to its next page. */
export const pageOf = <T extends z.ZodType>(row: T) => z.strictObject({ data: z.array(row), next: link });

export const problemSchema = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    errors: z.array(z.strictObject({ parameter: z.string(), detail: z.string() })).optional(),
  })
  .meta({ id: 'Problem', description: 'What is wrong, after RFC 9457' });

/** Several of a name: given once or more often. */
const several = z
  .union([id, z.array(id).max(200)])
  .optional()
  .transform((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]));

export const monthQuery = z.strictObject({
  month: month.optional().meta({ description: 'Default: the latest' }),
});
export const noQuery = z.strictObject({});
const figuresOf = {
  indicator: several.meta({ description: 'Only these; may be given several times. Default: all' }),
  unit: several.meta({ description: 'Only these; may be given several times. Default: all that you may see' }),
  from: month.optional().meta({ description: 'The first month. Default: twelve before the last' }),
  to: month.optional().meta({ description: 'The last month. Default: the latest' }),
};
export const fileQuery = z.strictObject(figuresOf);
const whole = (least: number, most: number) => z.coerce.number<string>().pipe(z.int().min(least).max(most));
export const pageQuery = z.strictObject({
  ...figuresOf,
  limit: whole(1, 5000).optional().meta({ description: 'At most so many rows a page, up to 5000. Default: 1000' }),
  offset: whole(0, 100_000_000).optional().meta({ description: 'Where the page begins; take it from next' }),
});
export type FiguresQuery = z.output<typeof fileQuery>;
