import type { Month } from '../../src/calendar/index.ts';
import type { FactSource } from '../../src/narrative/index.ts';

/** A figure as a fraction of whole numbers, worked out here and not by the product. The lower number is above 0. */
export interface Fraction {
  readonly up: bigint;
  readonly down: bigint;
}

const scale = { percent: 100n, 'rate-per-10000': 10_000n } as Record<string, bigint>;

export const definitionOf = (source: FactSource) => {
  const definition = source.pack.indicators.get('a')?.versions[0]?.definition;
  if (definition === undefined) throw new Error('no definition');
  return definition;
};

export const scaleOf = (source: FactSource): bigint => scale[definitionOf(source).measuredIn] ?? 1n;

/** Null where there is no figure. */
export function fraction(source: FactSource, unit: string, at: Month): Fraction | null {
  const found = source.observation('a', unit, at);
  if (found === undefined || found.state !== 'value' || found.numerator === null) return null;
  return {
    up: BigInt(found.numerator) * scaleOf(source),
    down: definitionOf(source).measuredIn === 'count' ? 1n : BigInt(found.denominator ?? 0),
  };
}

export const whole = (number: number | bigint): Fraction => ({ up: BigInt(number), down: 1n });
export const plus = (a: Fraction, b: Fraction): Fraction => ({
  up: a.up * b.down + b.up * a.down,
  down: a.down * b.down,
});
export const minus = (a: Fraction, b: Fraction): Fraction => ({
  up: a.up * b.down - b.up * a.down,
  down: a.down * b.down,
});
export const times = (a: Fraction, b: Fraction): Fraction => ({ up: a.up * b.up, down: a.down * b.down });
/** Of a fraction that is not nought. */
export const over = (a: Fraction, b: Fraction): Fraction =>
  b.up < 0n ? { up: -a.up * b.down, down: a.down * -b.up } : { up: a.up * b.down, down: a.down * b.up };
export const signOf = ({ up }: Fraction): -1 | 0 | 1 => (up === 0n ? 0 : up > 0n ? 1 : -1);
export const size = (a: Fraction): Fraction => ({ up: a.up < 0n ? -a.up : a.up, down: a.down });
export const toExact = ({ up, down }: Fraction) => ({ numerator: up, denominator: down });

/** Rounded half up to so many decimals, without marks between thousands. */
export function printed({ up, down }: Fraction, decimals: number): string {
  const parts = 10n ** BigInt(decimals);
  const doubled = 2n * up * parts + down;
  const floor = doubled / (2n * down) - (doubled % (2n * down) < 0n ? 1n : 0n);
  const digits = String(floor < 0n ? -floor : floor).padStart(decimals + 1, '0');
  const text = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return floor < 0n ? `-${text}` : text;
}

/** By how much closer to better one figure is than another: its sign. Null where no way is better. */
export function gain(source: FactSource, now: Fraction, before: Fraction): -1 | 0 | 1 | null {
  const { polarity } = definitionOf(source);
  const target = source.pack.targets[0]?.target;
  if (polarity === 'none') return null;
  if (polarity === 'higher') return signOf(minus(now, before));
  if (polarity === 'lower') return signOf(minus(before, now));
  if (target === undefined) return null;
  const aim = whole(target);
  return signOf(minus(size(minus(before, aim)), size(minus(now, aim))));
}
