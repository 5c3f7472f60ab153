import { z } from 'zod';
import { identifier, isoDate } from './names.ts';
import { filled, month, number, optional } from './tables.ts';

export const comparatorSchema = z
  .strictObject({
    indicator: identifier.meta({ description: 'The indicator whose figure it is set beside' }),
    group: identifier.meta({
      description: 'Whose figure it is: england, neighbours-mean, region, or a name of its own such as core-cities',
    }),
    label: filled.meta({ description: 'What the group is called: Statistical neighbours' }),
    from: month.meta({ description: 'The first month of a report, YYYY-MM, that it is set beside' }),
    until: optional(month).meta({ description: 'The last such month; empty: until the next row of the group' }),
    period: filled.meta({ description: 'The period that the figure covers, as published: year to March 2018' }),
    value: optional(number).meta({ description: 'The figure; empty where none is published' }),
    mark: optional(z.string()).meta({
      description: 'A word on its standing: experimental statistics; without a value, why there is none',
    }),
    note: optional(z.string()).meta({ description: 'What to know before comparing' }),
    source: optional(z.string()).meta({ description: 'Where it was published' }),
  })
  .meta({ id: 'comparator', description: 'comparators.csv: a figure of others that is given, one a row' });

export const commentSchema = z
  .strictObject({
    report: optional(identifier).meta({ description: 'The report it is for; empty: every report' }),
    indicator: optional(identifier).meta({ description: 'The indicator; empty: the report as a whole' }),
    unit: optional(z.string()).meta({ description: 'The unit; empty: the authority' }),
    month: month.meta({ description: 'The month, YYYY-MM, of the figure' }),
    heading: filled.meta({ description: 'The heading it stands under: Cause, Action, Forecast' }),
    text: filled.meta({
      description:
        'What is said; {value:ID} and the other tokens of reports stand for figures; blank lines part paragraphs',
    }),
    author: filled.meta({ description: 'The role that wrote it' }),
    written_on: optional(isoDate).meta({ description: 'The day on which it was written' }),
  })
  .meta({
    id: 'comment',
    description: 'commentary.csv: what people wrote about figures, one heading of one figure a row',
  });

export const printedParts = ['value', 'numerator', 'denominator', 'target', 'status', 'trend', 'direction'] as const;

export const printedSchema = z
  .strictObject({
    report: identifier.meta({ description: 'The report whose checks tell of it' }),
    indicator: identifier.meta({ description: 'The indicator' }),
    unit: optional(z.string()).meta({ description: 'The unit; empty: the authority' }),
    month: month.meta({ description: 'The month, YYYY-MM, of the figure' }),
    edition: optional(month).meta({
      description: 'The month of the report that printed it; empty: that of the figure',
    }),
    part: z.enum(printedParts).meta({
      description: 'What of the figure is printed; a direction is which way the number is said to have gone',
    }),
    printed: filled.meta({
      description:
        'What is printed: a number; met, near, away or none for a status; the word of a trend; up, down or same for a direction',
    }),
    beside: optional(z.string()).meta({
      description: 'For a direction: the month, YYYY-MM, or the indicator that it is from; empty: the report before',
    }),
    where: filled.meta({ description: 'Where it stands: table, chart, commentary of KPI 2' }),
  })
  .meta({
    id: 'printed',
    description: 'printed.csv: what a report already published printed, set beside what its figures say',
  });
