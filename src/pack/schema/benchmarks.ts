import { z } from 'zod';
import { identifier } from './names.ts';

const names = z.array(z.string().min(1)).min(1);

const categorySchema = z.strictObject({
  column: names.meta({ description: 'The column of categories, under each name it has had, the newest first' }),
  is: names.meta({ description: 'The category, under each name it has had' }),
});

const publishedTableSchema = z
  .strictObject({
    title: z.string().meta({ description: 'What the table is called on a page' }),
    publisher: z.string().optional().meta({ description: 'Who publishes it' }),
    'year-ends': z
      .string()
      .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'MM-DD')
      .default('03-31')
      .meta({ description: 'The day, MM-DD, on which a reporting year of four digits ends' }),
  })
  .meta({ id: 'published-table', description: 'A table of published statistics' });

const publishedFigureSchema = z
  .strictObject({
    table: identifier.meta({ description: 'The table it is in: one of tables' }),
    value: names.meta({ description: 'The column of the figure, under each name it has had, the newest first' }),
    numerator: names.optional().meta({ description: 'The column of its numerator, likewise' }),
    denominator: names.optional().meta({ description: 'The column of its denominator, likewise' }),
    categories: z.array(categorySchema).default([]).meta({ description: 'Which rows it is in' }),
    'denominator-categories': z
      .array(categorySchema)
      .optional()
      .meta({ description: 'Which rows the denominator is in, where it has rows of its own: Total in a long table' }),
    covers: z.enum(['year', 'day']).meta({
      description: 'Whether the figure is about the whole year or about the state on its last day',
    }),
    'like-for-like': z.boolean().meta({ description: 'Whether it is defined as the indicator is' }),
    difference: z
      .string()
      .optional()
      .meta({ description: 'In words: what it counts otherwise; needed where it is not like for like' }),
    'population-years-before': z.int().min(0).max(5).optional().meta({
      description:
        'Of a rate: how many years before its own the mid-year estimate is of that it is worked out on. The year ending 31 March 2025 is on mid-2024: 1',
    }),
    measure: z.string().optional().meta({
      description: "Its short code in the department's list of measures, whose polarity it is checked against",
    }),
  })
  .refine((figure) => figure['like-for-like'] || figure.difference !== undefined, {
    path: ['difference'],
    message: 'needed where it is not like for like',
  })
  .meta({ id: 'published-figure', description: 'Where the published figure of an indicator stands' });

const populationSchema = z
  .strictObject({
    table: identifier.meta({ description: 'The table it is in: one of tables' }),
    value: names.meta({ description: 'The column of the estimate, under each name it has had' }),
    categories: z.array(categorySchema).default([]).meta({ description: 'Which rows it is in' }),
  })
  .meta({ id: 'published-population', description: 'Where the mid-year estimates stand that published rates are on' });

export const benchmarksSchema = z
  .strictObject({
    tables: z.record(identifier, publishedTableSchema).default({}).meta({ description: 'The tables, by id' }),
    population: populationSchema.optional().meta({
      description: 'The mid-year estimates, to tell a rate that was worked out on an earlier estimate',
    }),
    indicators: z
      .record(identifier, publishedFigureSchema)
      .default({})
      .meta({ description: 'The published figure of an indicator, by the id of the indicator' }),
  })
  .meta({ id: 'benchmarks', description: 'benchmarks.yaml: which published figures an indicator is compared with' });
