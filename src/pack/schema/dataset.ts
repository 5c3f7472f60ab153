import { z } from 'zod';
import { identifier, sqlName } from './names.ts';

export const columnTypes = ['id', 'text', 'code', 'date', 'yes-no', 'integer', 'decimal'] as const;

export const columnSchema = z
  .strictObject({
    type: z.enum(columnTypes).meta({
      description:
        'id and text are kept as written, trimmed; code is matched to its list; date drops a time part; yes-no is true, false or unknown; decimal has four places',
    }),
    title: z.string().optional().meta({ description: 'What the column is called on a page' }),
    personal: z
      .boolean()
      .default(false)
      .meta({ description: 'Says something about a living person: masked in findings, logs and errors' }),
    planned: z.boolean().default(false).meta({
      description: 'A date that lies ahead by its nature (due, target, expected), so no evidence of the as-at date',
    }),
    codes: z
      .record(z.string(), z.string())
      .optional()
      .meta({ description: 'The code list: code to meaning. A value outside it is kept and is a finding' }),
    references: z
      .string()
      .regex(/^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$/, 'dataset.column')
      .optional()
      .meta({ description: 'The dataset.column this column points at' }),
  })
  .meta({ id: 'column', description: 'One column of a dataset' });

export const datasetSchema = z
  .strictObject({
    id: sqlName.meta({ description: 'The name of the table, in SQL and as a file name' }),
    title: z.string().meta({ description: 'What the table is called on a page' }),
    source: identifier.meta({
      description:
        'The delivery that brings it (ssd, workforce, audits, population): tables of one source are replaced together',
    }),
    called: z
      .array(sqlName)
      .default([])
      .meta({ description: 'Other names by which its file is known, beside the id, without the ending' }),
    undated: z.boolean().default(false).meta({
      description: 'It speaks of no day (population, units): loading it by itself moves no as-at date',
    }),
    key: z.array(sqlName).default([]).meta({ description: 'The columns that identify a row' }),
    columns: z.record(sqlName, columnSchema).meta({ description: 'Its columns by name' }),
  })
  .meta({ id: 'dataset', description: 'A table that an extract may hold: datasets/*.yaml' });
