import { type DemandChange, type Exact, formatDifference, roundHalfUp } from '../../judgement/index.ts';
import type { Definition } from '../../pack/index.ts';

type Scale = Pick<Definition, 'measuredIn' | 'decimals'>;

/** The share that a number changed by: '17.6%', or that it is under a tenth; null where it was nothing before. */
export function shareWords({ percent, movement }: Pick<DemandChange, 'percent' | 'movement'>): string | null {
  if (percent === null) return null;
  const share = roundHalfUp(percent, 1);
  return share === '0.0' && movement !== 'same' ? 'less than 0.1%' : `${share}%`;
}

/** How far two figures are from each other; null where that is too small for the decimals that are printed. */
export function distanceWords(a: Exact | number, b: Exact | number, scale: Scale): string | null {
  const size = formatDifference(a, b, scale);
  return /^0(\.0+)?(?![\d.])/.test(size) ? null : size;
}

/** The same, where it is said to be under the least that is printed. */
export function distanceOrLess(a: Exact | number, b: Exact | number, scale: Scale): string {
  const size = distanceWords(a, b, scale);
  if (size !== null) return size;
  const none = formatDifference(a, b, scale);
  return `less than ${none.replace(/^0(\.0*)?/, (zero) => `${zero.slice(0, -1)}1`).replace(/^1 (\S+ point)s$/, '1 $1')}`;
}

/** The number of a size without what it is measured in. */
export const bareSize = (size: string): string => size.split(' ')[0] ?? size;

/** @example plural(1, 'case') // '1 case' */
export const plural = (number: number, word: string): string =>
  `${number.toLocaleString('en-GB')} ${word}${number === 1 ? '' : 's'}`;
