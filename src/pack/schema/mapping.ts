import { z } from 'zod';
import { identifier, sqlName } from './names.ts';

const heading = z.string().min(1).meta({ title: 'heading' });

/** The parts of a date, by the letters that stand for them. */
const dateFormat = z
  .string()
  .regex(
    /^(?!.*([DMY])\1*[^DMY]+\1)(DD?|MM?M?M?|YYYY|YY)([ ./-]?(DD?|MM?M?M?|YYYY|YY)){2}$/,
    'D or DD, M, MM, MMM or MMMM, YY or YYYY, once each, as in DD/MM/YYYY',
  )
  .meta({ title: 'date format' });

const mappedColumnSchema = z
  .strictObject({
    from: z
      .union([heading, z.array(heading).min(1)])
      .meta({ description: 'The heading; a list of headings gives their values with | between them, to make an id' }),
    dates: z.array(dateFormat).min(1).optional().meta({
      description: 'How its dates are written, where it is not DD/MM/YYYY or YYYY-MM-DD: only these are read then',
    }),
    codes: z.record(z.string(), z.coerce.string()).optional().meta({
      description: 'What is written there to the value that it stands for; case and punctuation make no difference',
    }),
  })
  .meta({ id: 'mapped-column', description: 'Where the values of a column come from' });

export const mappingSchema = z
  .strictObject({
    id: identifier.meta({ description: 'The name of the mapping' }),
    title: z.string().meta({ description: 'What the file is, for a person' }),
    dataset: sqlName.meta({ description: 'The dataset that it fills' }),
    file: z.string().optional().meta({
      description:
        'What the file is called, where * stands for any letters: audits*.xlsx; for a sheet the name of its workbook',
    }),
    sheet: z
      .string()
      .optional()
      .meta({ description: 'What the sheet of a workbook is called, where * stands for any letters' }),
    headings: z
      .array(heading)
      .default([])
      .meta({ description: 'Headings that the file must have to be this one, beside those of its columns' }),
    columns: z
      .record(sqlName, z.union([heading, mappedColumnSchema]))
      .meta({ description: 'Column of the dataset to the heading it comes from' }),
    constants: z
      .record(sqlName, z.union([z.string(), z.number(), z.boolean()]))
      .default({})
      .meta({ description: 'Column of the dataset to the one value that every row has' }),
    ignore: z.array(heading).default([]).meta({ description: 'Headings that are left out on purpose' }),
  })
  .meta({ id: 'mapping', description: 'mappings/*.yaml: how a file of another layout fills a dataset' });
