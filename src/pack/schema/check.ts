import { z } from 'zod';
import { expression, identifier, sqlName } from './names.ts';

/** How sure a check is: impossible cannot be as it stands, suspicious may be and should be looked at. */
export const checkSeverities = ['impossible', 'suspicious'] as const;

export const checkedRowsSchema = z
  .strictObject({
    dataset: sqlName.meta({ description: 'The dataset whose rows are looked at' }),
    columns: z.array(sqlName).min(1).meta({
      description: 'The columns that such a row leaves in doubt; the first is the one that a finding names',
    }),
    where: expression.meta({
      description:
        'Which rows are wrong: a condition over one row of the dataset (this), with as_at for the day that the data speaks for',
    }),
  })
  .meta({ id: 'checked-rows', description: 'Rows of one dataset that a check finds' });

export const checkSchema = z
  .strictObject({
    id: identifier.meta({ description: 'The code of its findings' }),
    title: z.string().meta({ description: 'What is wrong, in a few words' }),
    says: z.string().meta({ description: 'What is wrong with such a row, as a person would say it' }),
    remedy: z.string().meta({ description: 'What to do about it at the source' }),
    severity: z
      .enum(checkSeverities)
      .default('suspicious')
      .meta({ description: 'impossible: it cannot be as it stands; suspicious: it may be, and should be looked at' }),
    on: z.array(checkedRowsSchema).default([]).meta({ description: 'The rows it finds, dataset by dataset' }),
    each: z.enum(['reference', 'date']).optional().meta({
      description:
        'In place of on: every column that references another (its value is not there), or every date that is not planned (it lies after the as-at date)',
    }),
  })
  .meta({
    id: 'check',
    description: 'checks/*.yaml: what cannot be, or hardly, between the rows that are loaded; one check a file',
  });
