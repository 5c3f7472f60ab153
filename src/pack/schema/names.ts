import { z } from 'zod';

export const identifier = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'lower case letters, digits and single hyphens, beginning with a letter')
  .meta({ title: 'id' });

/** The name of a dataset, a view or a column in SQL. */
export const sqlName = z
  .string()
  .regex(/^[a-z][a-z0-9_]*$/, 'lower case letters, digits and underscores, beginning with a letter')
  .meta({ title: 'SQL name' });

export const isoDate = z.iso.date('a date written YYYY-MM-DD').meta({ title: 'date' });

/** A scalar SQL expression over the columns of the case list, in the documented subset. */
export const expression = z.string().min(1).meta({ title: 'SQL expression' });
