import { z } from 'zod';
import { expression, identifier, isoDate, sqlName } from './names.ts';

export const polarities = ['higher', 'lower', 'target', 'none'] as const;
export const units = [
  'percent',
  'rate-per-10000',
  'rate-per-100000',
  'count',
  'average',
  'average-days',
  'ratio',
] as const;

export const basis = z
  .string()
  .regex(
    /^(month|quarter|year-to-date|snapshot|rolling-[1-9][0-9]*-months)$/,
    'month, quarter, year-to-date, snapshot or rolling-N-months',
  )
  .meta({
    description:
      'Which dates a figure covers: month, quarter, year-to-date, rolling-N-months, or snapshot (the state at the end of the month)',
  });

const caseFields = {
  from: sqlName.meta({ description: 'The dataset or view whose rows are the cases' }),
  on: sqlName.optional().meta({ description: 'The date column that places an event in its window' }),
  open: z
    .tuple([sqlName, sqlName])
    .optional()
    .meta({ description: 'Start and end columns: the cases are the rows open at the end of the month' }),
  at: sqlName.optional().meta({
    description:
      'The column that holds the month end, where the view already has one row per case and month end (it reads month_ends)',
  }),
  id: sqlName.default('case_id').meta({ description: 'The column that identifies a case' }),
  where: expression.optional().meta({ description: 'Which of the rows count. May use as_at, the month end' }),
  distinct: z.array(sqlName).min(1).optional().meta({
    description: 'Count each combination of these columns once in a unit; rows with one of them empty are not counted',
  }),
  last: z
    .strictObject({
      per: sqlName.meta({ description: 'The column of which one row each is kept' }),
      by: z
        .array(sqlName)
        .min(1)
        .meta({ description: 'The columns that order the rows, the last one of which is kept' }),
    })
    .optional()
    .meta({
      description:
        'Keep only the last row of the window per this column over the whole authority, by these columns (then it is attributed)',
    }),
  unit: z
    .strictObject({
      from: z.array(sqlName).min(1).optional().meta({
        description:
          'Where the unit of a case is found, in order: columns of the row, and the word holding for the holding team. Default: team_id where the relation has it, then holding',
      }),
      at: z.enum(['case-date', 'day-before']).default('case-date').meta({
        description:
          'The day on which the holding team is looked up; day-before for ends, because involvements close with the case',
      }),
    })
    .optional()
    .meta({ description: 'To which unit a case belongs' }),
};

/** Rows that count, without more: the main list of an indicator. */
export const caseListSchema = z
  .strictObject(caseFields)
  .meta({ id: 'cases', description: 'The rows an indicator counts' });

/** One of the two lists of a ratio. */
export const summedListSchema = z
  .strictObject({
    ...caseFields,
    sum: expression.optional().meta({ description: 'What each row weighs; 1 where absent' }),
  })
  .meta({ id: 'summed-cases', description: 'A list whose weights are summed, for a ratio of two lists' });

const populationSchema = z.strictObject({
  population: sqlName.meta({ description: 'The column of the population dataset that is the denominator' }),
});

const findingSchema = z
  .strictObject({
    code: identifier.meta({ description: 'The name of the finding' }),
    when: expression.meta({ description: 'Which rows are doubtful' }),
    'leave-out': z
      .boolean()
      .default(false)
      .meta({ description: 'Whether such a row is left out of numerator and denominator' }),
    says: z.string().meta({ description: 'What is wrong with such a row, as a person would say it' }),
  })
  .meta({ id: 'case-finding', description: 'Rows that are doubtful for this indicator' });

/** The work that waits for a day: the rows of a list of its own, or of the cases. */
export const dueSchema = z
  .strictObject({
    from: sqlName.optional().meta({
      description: 'The dataset or view whose rows are the work that waits, where it is not that of the cases',
    }),
    id: sqlName.optional().meta({ description: 'The column that identifies a row of it. Default: case_id' }),
    where: expression.optional().meta({
      description:
        'Which of the rows the rule is about, in place of the condition of the cases. Default: that of the cases, unless from is given',
    }),
    on: expression.meta({
      description:
        'The last day on which the work is in time, or the day from which within is counted; a row for which it is empty does not wait',
    }),
    within: z
      .int()
      .min(1)
      .optional()
      .meta({ description: 'How many days after that day the work is still in time, in the days that counts names' }),
    while: expression.meta({ description: 'Which rows still wait. May use as_at, the last day of the extract' }),
    counts: z
      .enum(['days', 'working-days'])
      .default('days')
      .meta({ description: 'Which days are counted: all, or working days' }),
  })
  .meta({
    id: 'due',
    description: 'The day by which work must be done, and while it waits: gives the list of what is due',
  });

/** Everything that a version may override. */
const definitionFields = {
  title: z.string().meta({ description: 'What the indicator is called' }),
  'short-title': z.string().optional().meta({ description: 'The same where there is little room' }),
  theme: identifier.meta({ description: 'The group it belongs to: a theme of pack.yaml' }),
  polarity: z
    .enum(polarities)
    .meta({ description: 'Which way is better: higher, lower, close to target, or none for activity' }),
  movement: z
    .enum(['increase', 'decrease', 'stable'])
    .optional()
    .meta({ description: 'The movement that is wished for, where it says more than the polarity: low and stable' }),
  'measured-in': z.enum(units).meta({
    description: 'What the figure is: percent runs from 0 to 100, a ratio is the numerator over the denominator',
  }),
  decimals: z.int().min(0).max(4).default(1).meta({ description: 'Decimals shown; figures are kept unrounded' }),
  basis,
  source: z.string().optional().meta({
    description: 'Where the figures come from, in words; the word collected means they are given, not computed',
  }),
  cases: caseListSchema.optional().meta({ description: 'The rows it counts: the denominator' }),
  numerator: z.union([expression, summedListSchema]).optional().meta({
    description: 'The condition a case meets to be in the numerator, or a list of its own. Without it every case is',
  }),
  denominator: z
    .union([populationSchema, summedListSchema])
    .optional()
    .meta({ description: 'For a rate its population; for a ratio of two lists the second one. Else every case' }),
  weight: expression
    .optional()
    .meta({ description: 'What a case weighs in numerator and denominator; 1 where absent' }),
  value: expression
    .optional()
    .meta({ description: 'What is averaged: the numerator is the sum of it, the denominator the number of cases' }),
  list: z
    .array(sqlName)
    .default([])
    .meta({ description: 'The columns a list of the cases shows, after case, unit, date and weight' }),
  findings: z
    .array(findingSchema)
    .default([])
    .meta({ description: 'Rows that are doubtful, which are told and may be left out' }),
  'looks-back-months': z.int().min(0).default(0).meta({
    description:
      'How many months before the first day of the window (before D for a snapshot) the data must be complete',
  }),
  due: dueSchema
    .optional()
    .meta({ description: 'The day by which work of this indicator must be done: gives the list of what is due' }),
  counted: z.string().optional().meta({ description: 'In words: which cases are counted' }),
  condition: z.string().optional().meta({ description: 'In words: which of them are in the numerator' }),
  'left-out': z.string().optional().meta({ description: 'In words: what is left out, and why' }),
  guide: z.string().optional().meta({ description: 'In words: why it matters and what good looks like' }),
};

const { source, ...overridable } = definitionFields;
const versionSchema = z
  .strictObject({
    from: isoDate.meta({ description: 'Months that end on or after this day use this version' }),
    note: z.string().meta({ description: 'What changed' }),
    comparable: z
      .boolean()
      .default(true)
      .meta({ description: 'Whether figures before this date compare with figures after it' }),
    // Inside a version every field is optional and has no default: what is absent stays as it was.
    ...Object.fromEntries(
      Object.entries({ source, ...overridable }).map(([key, schema]) => [
        key,
        (schema instanceof z.ZodDefault ? schema.removeDefault() : schema).optional(),
      ]),
    ),
  })
  .meta({ id: 'version', description: 'A dated change of the definition' });

export const indicatorSchema = z
  .strictObject({
    id: identifier.meta({ description: 'The name of the indicator' }),
    ...definitionFields,
    versions: z
      .array(versionSchema)
      .default([])
      .meta({ description: 'What changed later; a month uses the version in force at its end' }),
  })
  .meta({
    id: 'indicator',
    description: 'What is counted, how, and which way is better: indicators/*.yaml, one indicator a file',
  });
