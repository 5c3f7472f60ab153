import { z } from 'zod';
import { identifier, isoDate, sqlName } from '../names.ts';
import { unitKinds } from '../tables.ts';
import { cycleSchema } from './cycle.ts';
import { sectionSchema } from './section.ts';

const hotspotsSchema = z.union([
  z.strictObject({
    statuses: z
      .array(z.enum(['met', 'near', 'away']))
      .min(1)
      .meta({ description: 'The units of these statuses' }),
  }),
  z.strictObject({
    worst: z.int().min(1).meta({ description: 'So many of the worst units, and the equals of the last' }),
  }),
]);

const labels = z.strictObject({
  met: z.string().meta({ description: 'The word for a figure that meets its target' }),
  near: z.string().meta({ description: 'The word for one between the target and the amber limit' }),
  away: z.string().meta({ description: 'The word for one beyond the amber limit' }),
  none: z.string().meta({ description: 'The word where there is no target or no figure' }),
});

const entrySchema = z
  .strictObject({
    indicator: identifier.optional().meta({ description: 'The indicator; without one the entry is an item of words' }),
    number: z.string().optional().meta({ description: 'Its number in this report; default its place' }),
    code: z.string().optional().meta({ description: 'A code that is its own and outlives its place' }),
    title: z.string().optional().meta({ description: 'What this report calls it; default its own title' }),
    class: z.string().optional().meta({ description: 'Its class: contractual, strategic, context' }),
    owner: z.string().optional().meta({ description: 'The role that answers for it' }),
    frequency: z.string().optional().meta({ description: 'How often it is reported' }),
    numerator: z.string().optional().meta({ description: 'What the numerator counts, as the heading of a row' }),
    rest: z.string().optional().meta({ description: 'What the denominator less the numerator counts' }),
    denominator: z.string().optional().meta({ description: 'What the denominator counts' }),
    notes: z
      .array(z.string())
      .default([])
      .meta({ description: 'The marks of the notes of the report that it carries' }),
    parts: z
      .array(identifier)
      .default([])
      .meta({ description: 'Indicators that it is made of: rows of their own before it in a number table' }),
    words: z.record(sqlName, z.string()).default({}).meta({
      description:
        'Words for columns of words; "value", "target" and "tolerance" stand in place of the figure, as in Update included; "new" across the periods before its first figure, as in New measure for 2019/20; "things" is what its number counts, as in referrals',
    }),
    figures: z.record(sqlName, identifier).default({}).meta({
      description:
        'Other indicators that belong to it, by a name that columns use as field: its rate, its earlier windows',
    }),
  })
  .meta({ id: 'report-entry', description: 'An indicator in a report, with what the report says of it' });

const groupSchema = z
  .strictObject({
    title: z.string().meta({ description: 'The heading of the group' }),
    indicators: z
      .array(
        z
          .union([identifier, entrySchema])
          .transform((given): z.input<typeof entrySchema> => (typeof given === 'string' ? { indicator: given } : given))
          .pipe(entrySchema),
      )
      .min(1)
      .meta({ description: 'Its indicators, in order: the name of each, or more about it' }),
  })
  .meta({ id: 'report-group', description: 'Indicators of a report under one heading' });

const heldBackSchema = z
  .strictObject({
    indicators: z
      .array(identifier)
      .min(1)
      .optional()
      .meta({ description: 'Indicators that are held back; all of them where only levels are named' }),
    levels: z
      .array(z.enum(unitKinds))
      .min(1)
      .optional()
      .meta({ description: 'Levels of the organisation whose figures are held back; every level where absent' }),
    reason: z.string().min(1).meta({ description: 'Why, as it is printed in place of the figures' }),
  })
  .refine(({ indicators, levels }) => indicators !== undefined || levels !== undefined, {
    message: 'names indicators or levels',
  })
  .meta({ id: 'held-back', description: 'Figures that a public edition does not show, with the reason' });

const smallNumbersSchema = z
  .strictObject({
    threshold: z
      .union([z.literal(5), z.literal(10)])
      .default(5)
      .meta({ description: 'Counts from 1 to this are not shown' }),
    'round-to': z
      .union([z.literal(5), z.literal(10)])
      .optional()
      .meta({ description: 'Counts that are shown are rounded to the nearest so many; as they are where absent' }),
    cover: z
      .enum(['two-numbers', 'threshold'])
      .default('two-numbers')
      .meta({ description: 'How many numbers a count that is not shown could be: two, or as many as the threshold' }),
    'guard-months': z
      .boolean()
      .default(true)
      .meta({ description: 'Whether what a year so far grew by in a month is a count like any other' }),
    editions: z
      .int()
      .min(0)
      .default(24)
      .meta({ description: 'How many earlier public editions of each report it is held against, newest first' }),
  })
  .meta({ id: 'small-numbers', description: 'How small numbers are dealt with in a public edition' });

export const reportSchema = z
  .strictObject({
    id: identifier.meta({ description: 'The name of the report' }),
    title: z.string().meta({ description: 'Its title' }),
    kind: z
      .enum(['scorecard', 'report'])
      .default('report')
      .meta({ description: 'Whether the scorecard page shows it; any may be printed' }),
    organisation: z.string().optional().meta({ description: 'Whose report it is; default the name of the unit' }),
    audience: z.string().optional().meta({ description: 'The body it is for' }),
    rhythm: z
      .enum(['monthly', 'bi-monthly', 'quarterly', 'yearly'])
      .default('monthly')
      .meta({ description: 'How often it is made: previous means the report before' }),
    period: z
      .string()
      .optional()
      .meta({ description: 'How the period is said, where the usual way will not do; {period} is that' }),
    scope: z.string().optional().meta({ description: 'Who the figures are about, in words' }),
    orientation: z
      .enum(['portrait', 'landscape'])
      .default('portrait')
      .meta({ description: 'Which way its printed pages lie' }),
    numbered: z.boolean().default(false).meta({ description: 'Whether sections have numbers' }),
    groups: z.array(groupSchema).default([]).meta({ description: 'Its indicators, in groups' }),
    'status-labels': labels
      .default({ met: 'Green', near: 'Amber', away: 'Red', none: 'No rating' })
      .meta({ description: 'The words for a status' }),
    'unit-names': z
      .enum(['name', 'code'])
      .default('name')
      .meta({ description: 'Whether units below that of the report are called by their name or their code' }),
    hotspots: hotspotsSchema
      .optional()
      .meta({ description: 'Which units are hotspots: those of some statuses, or the worst few' }),
    'label-set': identifier
      .optional()
      .meta({ description: 'A label set of the pack, labels/*.yaml, for statuses, directions and reasons' }),
    abbreviations: z
      .record(z.string(), z.string())
      .default({})
      .meta({ description: 'Abbreviations of this report beside those of the pack' }),
    notes: z
      .record(z.string(), z.string())
      .default({})
      .meta({ description: 'Footnotes by their mark, for entries that carry it and reasons that name it' }),
    causes: z
      .record(identifier, z.string())
      .default({})
      .meta({ description: 'The causes that comments and actions may name, by a code that stays: words for each' }),
    changes: z
      .array(
        z.union([
          z.string(),
          z.strictObject({
            from: isoDate.meta({ description: 'The day of the change: it is told in the edition after it' }),
            says: z.string().meta({ description: 'What has changed' }),
          }),
        ]),
      )
      .default([])
      .meta({ description: 'Key changes made to the report, with their date where they are of one edition alone' }),
    cycle: cycleSchema.optional().meta({
      description: 'Its calendar and who approves it; without one its publisher alone signs it',
    }),
    'held-back': z
      .array(heldBackSchema)
      .min(1)
      .optional()
      .meta({ description: 'What its public edition does not show, and why: the reason stands in its place' }),
    'small-numbers': smallNumbersSchema
      .optional()
      .meta({ description: 'How small numbers are dealt with in its public edition, where not as usual' }),
    sections: z.array(sectionSchema).default([]).meta({ description: 'What it is made of, in order' }),
  })
  .meta({ id: 'report', description: 'reports/*.yaml: what a report shows' });
