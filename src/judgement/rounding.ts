import type { Exact } from './exact.ts';
import { exact } from './exact.ts';

/**
 * The number written with a fixed number of decimals, rounded half up: a half goes away from zero, so that a rise and
 * a fall of the same size read the same. Never "-0.0".
 *
 * @example roundHalfUp(exact(0.05), 1)  // '0.1'
 * @example roundHalfUp(exact(-0.05), 1) // '-0.1'
 * @example roundHalfUp(divide(exact(1), exact(3)), 2) // '0.33'
 */
export function roundHalfUp(value: Exact | number, decimals: number): string {
  const { numerator, denominator } = typeof value === 'number' ? exact(value) : value;
  const negative = numerator < 0n;
  const scaled = (negative ? -numerator : numerator) * 10n ** BigInt(decimals);
  const rounded = (2n * scaled + denominator) / (2n * denominator);
  const digits = rounded.toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const sign = negative && rounded !== 0n ? '-' : '';
  return decimals === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-decimals)}`;
}

/** Digits in groups of three: '1237.5' becomes '1,237.5'. */
export function grouped(digits: string): string {
  const [whole = '', fraction] = digits.split('.');
  const withCommas = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? withCommas : `${withCommas}.${fraction}`;
}
