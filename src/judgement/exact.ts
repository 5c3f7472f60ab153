/**
 * A number kept as a ratio of whole numbers, so that "exactly at the target" and "half up" mean what they say:
 * 29 of 100 as a floating-point percentage can be 28.999999999999996, which is not 29. The denominator is above 0.
 */
export interface Exact {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/**
 * The decimal number that a floating-point number prints as.
 *
 * @throws RangeError for NaN and infinities: a missing figure is null, never one of these.
 * @example exact(72.5) // { numerator: 725n, denominator: 10n }
 */
export function exact(value: number): Exact {
  if (!Number.isFinite(value)) throw new RangeError(`not a number that can be judged: ${value}`);
  const [mantissa = '0', exponent = '0'] = value.toString().split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  const shift = Number(exponent) - fraction.length;
  const digits = BigInt(whole + fraction);
  return shift >= 0
    ? { numerator: digits * 10n ** BigInt(shift), denominator: 1n }
    : { numerator: digits, denominator: 10n ** BigInt(-shift) };
}

/** One exact number divided by another. The divisor is not 0. */
export function divide(a: Exact, b: Exact): Exact {
  if (b.numerator === 0n) throw new RangeError('division by zero');
  const sign = b.numerator < 0n ? -1n : 1n;
  return {
    numerator: sign * a.numerator * b.denominator,
    denominator: sign * a.denominator * b.numerator,
  };
}

/** The product of two exact numbers. */
export function multiply(a: Exact, b: Exact): Exact {
  return { numerator: a.numerator * b.numerator, denominator: a.denominator * b.denominator };
}

/** a less b. */
export function subtract(a: Exact, b: Exact): Exact {
  return {
    numerator: a.numerator * b.denominator - b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  };
}

/** The number without its sign. */
export function absolute(a: Exact): Exact {
  return a.numerator < 0n ? { numerator: -a.numerator, denominator: a.denominator } : a;
}

/** Below 0 where a is less than b, 0 where they are equal, above 0 where a is more. */
export function compare(a: Exact, b: Exact): number {
  const difference = subtract(a, b).numerator;
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

/** The sum of two exact numbers. */
export function add(a: Exact, b: Exact): Exact {
  return {
    numerator: a.numerator * b.denominator + b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  };
}

/** The sum of any number of them; 0 of none. */
export function total(parts: readonly Exact[]): Exact {
  return parts.reduce(add, zero);
}

export function negative(a: Exact): Exact {
  return { numerator: -a.numerator, denominator: a.denominator };
}

/** A number as an exact one, an exact one as it is. */
export function toExact(value: Exact | number): Exact {
  return typeof value === 'number' ? exact(value) : value;
}

/** The nearest floating-point number, for charts and for what is not judged. */
export function toNumber({ numerator, denominator }: Exact): number {
  // Twenty digits more than a double holds, so that huge ratios do not overflow on the way.
  const scale = 10n ** 20n;
  const whole = numerator / denominator;
  const rest = ((numerator - whole * denominator) * scale) / denominator;
  return Number(whole) + Number(rest) / 1e20;
}

/** The whole number at or below it. */
export function floor({ numerator, denominator }: Exact): bigint {
  const whole = numerator / denominator;
  return numerator < 0n && whole * denominator !== numerator ? whole - 1n : whole;
}

export const zero: Exact = { numerator: 0n, denominator: 1n };
