import { z } from 'zod';
import { identifier } from './names.ts';

/** A part of an indicator, or a number. */
const term = z.union([
  z.number(),
  z
    .string()
    .regex(
      /^[a-z][a-z0-9]*(-[a-z0-9]+)*\.(numerator|denominator|value|target)$/,
      'an indicator and its numerator, denominator, value or target, such as cp-plan-rate.numerator; or a number',
    ),
]);

export const identitySchema = z
  .strictObject({
    left: z.array(term).min(1).meta({ description: 'Parts of indicators, summed: cp-plan-rate.numerator' }),
    is: z.enum(['equal', 'not-above']).default('equal').meta({ description: 'How the two sides must stand' }),
    right: z
      .array(term)
      .min(1)
      .meta({ description: 'The other side, summed in the same way; a number may stand in it' }),
    within: z
      .number()
      .min(0)
      .default(0)
      .meta({ description: 'How far apart the sides may be, for figures that came rounded' }),
    because: z.string().meta({ description: 'Why they must agree, as a person would say it' }),
  })
  .meta({ id: 'identity', description: 'Something that must hold between figures of one unit and month' });

export const distributionSchema = z
  .strictObject({
    id: identifier.meta({ description: 'The name of the distribution' }),
    title: z.string().meta({ description: 'What it is called on a page' }),
    of: z.array(identifier).min(2).meta({ description: 'The indicators that are its shares, the best grade first' }),
    total: z.number().default(100).meta({ description: 'What the shares add up to' }),
  })
  .meta({ id: 'distribution', description: 'Indicators that are the shares of one whole, such as grades' });
