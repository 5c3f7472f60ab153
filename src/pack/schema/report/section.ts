import { z } from 'zod';
import { identifier } from '../names.ts';
import { partSchema } from './part.ts';

const common = {
  title: z
    .string()
    .min(1)
    .meta({ description: 'Its heading; {number} and {title} are those of the indicator of for-each' }),
  'short-title': z
    .string()
    .optional()
    .meta({ description: 'The same where there is little room, such as a sheet of a workbook' }),
  id: identifier.optional().meta({ description: 'The name that {section:ID} refers to it by' }),
  numbered: z.boolean().optional().meta({ description: 'Whether it has a number; default that of the report' }),
  'new-page': z.boolean().default(false).meta({ description: 'Whether it begins on a new page in print' }),
  orientation: z
    .enum(['portrait', 'landscape'])
    .optional()
    .meta({ description: 'Which way its printed pages lie, where it differs' }),
  parts: z.array(partSchema).default([]).meta({ description: 'What stands in it, in order' }),
};

const forEach = {
  'for-each': z
    .strictObject({
      groups: z.array(z.string()).min(1).optional().meta({ description: 'Those of these groups; default all' }),
      indicators: z.array(identifier).min(1).optional().meta({ description: 'Those named, in this order' }),
      statuses: z
        .array(z.enum(['met', 'near', 'away', 'none']))
        .min(1)
        .optional()
        .meta({ description: 'Only those with one of these statuses now: the rule of an exception report' }),
      none: z.string().optional().meta({ description: 'What is said where there is none' }),
    })
    .optional()
    .meta({ description: 'Repeats the section for each indicator of the report, or of these' }),
};

const innerSchema = z
  .strictObject({ ...common, ...forEach })
  .meta({ id: 'report-subsection', description: 'A section within a section' });

export const sectionSchema = z
  .strictObject({
    ...common,
    ...forEach,
    sections: z.array(innerSchema).default([]).meta({ description: 'Sections within it' }),
  })
  .meta({ id: 'report-section', description: 'A section of a report: a heading and its parts' });
