import { z } from 'zod';
import { identifier, isoDate } from './names.ts';

export const number = z.coerce.number();
export const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month written YYYY-MM')
  .meta({ title: 'month' });
/** The levels of an organisation, from the whole to its smallest part. */
export const unitKinds = ['authority', 'area', 'district', 'team'] as const;
/** An empty cell of a CSV file is an absent value. */
export const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((cell) => (cell === '' ? undefined : cell), schema.optional());

/** Whose published figure a target can be. */
export const comparatorGroups = ['own', 'england', 'region', 'london', 'neighbours-mean', 'neighbours-median'] as const;

export const targetSchema = z
  .strictObject({
    indicator: identifier.meta({ description: 'The indicator it is for' }),
    unit: optional(z.string()).meta({ description: 'Empty: every unit. A row for a unit goes before the row for all' }),
    from: isoDate.meta({ description: 'First day on which the target is in force' }),
    to: optional(isoDate).meta({ description: 'Last day; empty: until a later row' }),
    down_to: optional(identifier).meta({
      description:
        'For a distribution of grades: the target is for the sum from the best grade down to this indicator. Several rows stand together',
    }),
    target: optional(number).meta({
      description: 'The figure aimed at; a figure exactly at it meets it. Of a range its lower end',
    }),
    target_high: optional(number).meta({ description: 'Of a range its upper end: both ends meet the target' }),
    reduction: optional(number).meta({ description: 'Instead of a target: by how many per cent the base is to fall' }),
    base: optional(number).meta({ description: 'The figure that a reduction is from' }),
    base_month: optional(month).meta({ description: 'The month, YYYY-MM, whose figure a reduction is from' }),
    complement_of: optional(identifier).meta({
      description: 'Instead of a target: 100 less the target of this indicator, in force on the same day',
    }),
    benchmark: optional(z.enum(comparatorGroups)).meta({
      description: 'Instead of a target: the latest published figure of England, the region, or another of these',
    }),
    no_target: optional(z.enum(['not-yet', 'never'])).meta({
      description: 'Instead of a target: none has been set yet, or none will be; the reason says why',
    }),
    periods_needed: optional(number).meta({
      description: 'With not-yet: of how many periods figures are needed before a target is set',
    }),
    amber: optional(number).meta({
      description: 'Amber limit: a figure exactly at it is near. Empty: a figure is met or away',
    }),
    tolerance_low: optional(number).meta({ description: 'Lower end of a tolerance on both sides of the target' }),
    tolerance_high: optional(number).meta({ description: 'Its upper end' }),
    met_within: optional(number).meta({
      description: 'To-target polarity and ranges: distance from the target within which a figure is met',
    }),
    near_within: optional(number).meta({
      description: 'Distance from the target within which it is near; instead of an amber limit',
    }),
    met_within_below: optional(number).meta({ description: 'met_within below the target, where it differs there' }),
    near_within_below: optional(number).meta({ description: 'near_within below the target, where it differs there' }),
    scheme: optional(identifier).meta({ description: 'The judgement scheme; empty: that of the pack' }),
    set_on: optional(isoDate).meta({ description: 'The day on which it was set' }),
    set_by: z.string().meta({ description: 'The role that set it' }),
    reason: z.string().meta({ description: 'Why it was set so' }),
  })
  .meta({ id: 'target', description: 'targets.csv: one dated target a row' });

export const observationSchema = z
  .strictObject({
    indicator: identifier.meta({ description: 'A collected indicator of the pack (source: collected)' }),
    unit: optional(z.string()).meta({ description: 'The unit; empty: the authority' }),
    month: month.meta({
      description: 'The month, YYYY-MM: the figure is the one at its end, over the basis of the indicator',
    }),
    numerator: optional(number).meta({ description: 'The number of cases, or the sum of what is averaged' }),
    denominator: optional(number).meta({ description: 'What it is divided by; empty for a count' }),
    value: optional(number).meta({
      description: 'The figure itself where numerator and denominator are not known; percent from 0 to 100',
    }),
    as_at: optional(isoDate).meta({ description: 'The day on which the figure was taken' }),
    source: optional(z.string()).meta({ description: 'Who gave it, or from which report it is' }),
  })
  .meta({ id: 'observation', description: 'observations.csv: one collected figure a row' });

export const filled = z.string().regex(/\S/, 'it may not be empty');
/** The words that a trend rule can give. */
const trendWords = ['improving', 'stable', 'volatile', 'declining', 'new measure'] as const;

export const overrideSchema = z
  .strictObject({
    indicator: identifier.meta({ description: 'The indicator whose status or trend a person sets' }),
    unit: optional(z.string()).meta({ description: 'The unit; empty: the authority' }),
    month: month.meta({ description: 'The month, YYYY-MM, from whose figure on it stands' }),
    status: optional(z.enum(['met', 'near', 'away'])).meta({
      description: 'The status in place of the one by rule; empty: the rule stands',
    }),
    trend: optional(z.enum(trendWords)).meta({
      description: 'The trend word in place of the one by rule; empty: the rule stands',
    }),
    reason: filled.meta({ description: 'Why; it is shown beside the status' }),
    set_by: filled.meta({ description: 'The role that set it' }),
    until: optional(isoDate).meta({
      description: 'The last day of figures for which it stands; empty: the figure of the month alone',
    }),
  })
  .meta({
    id: 'override',
    description: 'overrides.csv: a status or a trend that a person has set, one figure or run of figures a row',
  });

export const unitSchema = z
  .strictObject({
    code: z.string().min(1).meta({ description: 'The code that the data has for it' }),
    name: z.string().min(1).meta({ description: 'What it is called on a page' }),
    parent: optional(z.string()).meta({ description: 'Empty for the authority' }),
    kind: z.enum(unitKinds).meta({ description: 'Its level; an area is a group of districts' }),
    from: optional(isoDate).meta({ description: 'First day in force; empty: from the beginning' }),
    to: optional(isoDate).meta({ description: 'Last day in force' }),
    predecessor: optional(z.string()).meta({ description: 'The unit whose work it took over' }),
  })
  .meta({ id: 'unit', description: 'units.csv: the organisation, dated' });
