import { z } from 'zod';
import { identifier, isoDate } from './names.ts';

const number = z.coerce.number();
/** An empty cell of a CSV file is an absent value. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((cell) => (cell === '' ? undefined : cell), schema.optional());

export const targetSchema = z
  .strictObject({
    indicator: identifier,
    unit: optional(z.string()).meta({ description: 'Empty: every unit. A row for a unit goes before the row for all' }),
    from: isoDate.meta({ description: 'First day on which the target is in force' }),
    to: optional(isoDate).meta({ description: 'Last day; empty: until a later row' }),
    target: number,
    amber: optional(number).meta({
      description: 'Amber limit: a figure exactly at it is near. Empty: a figure is met or away',
    }),
    met_within: optional(number).meta({
      description: 'To-target polarity: distance from the target within which a figure is met',
    }),
    near_within: optional(number).meta({ description: 'To-target polarity: distance within which it is near' }),
    set_by: z.string().meta({ description: 'The role that set it' }),
    reason: z.string(),
  })
  .meta({ id: 'target', description: 'targets.csv: one dated target a row' });

export const unitSchema = z
  .strictObject({
    code: z.string().min(1),
    name: z.string().min(1),
    parent: optional(z.string()).meta({ description: 'Empty for the authority' }),
    kind: z.enum(['authority', 'district', 'team']),
    from: optional(isoDate),
    to: optional(isoDate).meta({ description: 'Last day in force' }),
    predecessor: optional(z.string()),
  })
  .meta({ id: 'unit', description: 'units.csv: the organisation, dated' });
