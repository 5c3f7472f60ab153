import type { Definition } from '../../pack/index.ts';
import { compare, exact } from '../exact.ts';
import { figureOf } from '../figure.ts';
import { roundHalfUp } from '../rounding.ts';
import type { Inconsistency } from './inconsistency.ts';

/** A figure as it is printed, with what it is printed to be made of. */
export interface PrintedFigure {
  /** Which figure it is, for the message. */
  readonly where: string;
  readonly measuredIn: Definition['measuredIn'];
  readonly decimals: number;
  readonly value: number;
  readonly numerator: number;
  readonly denominator: number;
}

/**
 * Whether a printed figure is its numerator over its denominator, rounded half up to the printed decimals.
 *
 * @returns null where it is.
 * @example 466 of 680 printed as 67%: it is 69%
 */
export function checkArithmetic(printed: PrintedFigure): Inconsistency | null {
  const { where, measuredIn, decimals, value, numerator, denominator } = printed;
  const found = figureOf(measuredIn, exact(numerator), exact(denominator));
  if (found === null) {
    return { check: 'arithmetic', where, says: `${value} is printed over a denominator of 0` };
  }
  const expected = roundHalfUp(found, decimals);
  if (compare(exact(Number(expected)), exact(value)) === 0) return null;
  return {
    check: 'arithmetic',
    where,
    says: `${numerator} over ${denominator} is ${expected}, and ${value} is printed`,
  };
}

/** A numerator that counts some of the denominator is not larger than it. */
export function checkPart(where: string, numerator: number, denominator: number): Inconsistency | null {
  if (numerator <= denominator) return null;
  return { check: 'arithmetic', where, says: `${numerator} are counted of ${denominator}` };
}
