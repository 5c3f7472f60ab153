import { z } from 'zod';
import { identifier, isoDate } from './names.ts';

const number = z.coerce.number();
/** An empty cell of a CSV file is an absent value. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((cell) => (cell === '' ? undefined : cell), schema.optional());

export const targetSchema = z
  .strictObject({
    indicator: identifier.meta({ description: 'The indicator it is for' }),
    unit: optional(z.string()).meta({ description: 'Empty: every unit. A row for a unit goes before the row for all' }),
    from: isoDate.meta({ description: 'First day on which the target is in force' }),
    to: optional(isoDate).meta({ description: 'Last day; empty: until a later row' }),
    target: number.meta({ description: 'The figure aimed at; a figure exactly at it meets it' }),
    amber: optional(number).meta({
      description: 'Amber limit: a figure exactly at it is near. Empty: a figure is met or away',
    }),
    met_within: optional(number).meta({
      description: 'To-target polarity: distance from the target within which a figure is met',
    }),
    near_within: optional(number).meta({ description: 'To-target polarity: distance within which it is near' }),
    set_by: z.string().meta({ description: 'The role that set it' }),
    reason: z.string().meta({ description: 'Why it was set so' }),
  })
  .meta({ id: 'target', description: 'targets.csv: one dated target a row' });

export const unitSchema = z
  .strictObject({
    code: z.string().min(1).meta({ description: 'The code that the data has for it' }),
    name: z.string().min(1).meta({ description: 'What it is called on a page' }),
    parent: optional(z.string()).meta({ description: 'Empty for the authority' }),
    kind: z.enum(['authority', 'district', 'team']).meta({ description: 'Its level' }),
    from: optional(isoDate).meta({ description: 'First day in force; empty: from the beginning' }),
    to: optional(isoDate).meta({ description: 'Last day in force' }),
    predecessor: optional(z.string()).meta({ description: 'The unit whose work it took over' }),
  })
  .meta({ id: 'unit', description: 'units.csv: the organisation, dated' });
