import type { Scale } from '../../document/index.ts';
import { formatValue } from '../../judgement/index.ts';
import type { TableCell } from './chart.ts';

/** A figure as printed, rounded half up: '73.8%'. */
export function printed(value: number, scale: Scale): string {
  return formatValue(value, scale);
}

/** A number for an axis: no more decimals than it has, and no word after it. */
export function tickText(value: number, scale: Scale): string {
  const decimals = Number.isInteger(value) ? 0 : Math.max(scale.decimals, ownDecimals(value));
  return formatValue(value, { measuredIn: scale.measuredIn, decimals }).replace(/ days?$/, '');
}

const ownDecimals = (value: number): number => Number(value.toPrecision(10)).toString().split('.')[1]?.length ?? 0;

/** A figure in a table; where there is none, why. */
export function cell(value: number | null, scale: Scale, missing: string | null = null): TableCell {
  return { value, text: value === null ? (missing ?? 'no figure') : printed(value, scale) };
}

/** The first text of at most ten words; the last one where none is. */
export function shortest(...candidates: readonly string[]): string {
  return candidates.find((text) => text.split(' ').length <= 10) ?? candidates.at(-1) ?? '';
}

/** @example listed(['a', 'b', 'c']) // 'a, b and c' */
export function listed(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

const numbers = ['nought', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** A whole number in words up to ten, in digits above. */
export const inWords = (n: number): string => numbers[n] ?? String(n);

/** Said under a line chart whose scale leaves the 0 out; nothing where it does not. */
export function scaleNote([low]: readonly [number, number], scale: Scale): string[] {
  return low > 0 ? [`The scale begins at ${tickText(low, scale)}, not at 0.`] : [];
}
