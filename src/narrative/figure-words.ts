import { isMonth, type Month } from '../calendar/index.ts';
import type { FigureKey, Text } from './text.ts';

/** The unit and month that words are about: a token says only what differs from them. */
export interface Here {
  readonly unit: string;
  readonly month: Month;
}

const parts = ['value', 'numerator', 'denominator', 'target', 'difference'] as const;
const form = /^([a-z0-9-]+)(?:@(\d{4}-\d{2}))?(?:\/([^\s/@{}]+))?(?: from (\d{4}-\d{2}))?$/;

/**
 * The token that stands for a figure in words that people write: it is filled in from the figure's cell, so that words and
 * tables cannot differ. The inverse of {@link figureKey}.
 *
 * @example figureWords({ indicator: 're-referrals', unit: 'T1', month: '2026-09', part: 'value' }, here)
 * // '{value:re-referrals@2026-09/T1}', and '{value:re-referrals}' where unit and month are those of the words
 * @example '{difference:re-referrals from 2026-09}': how far the figure is from that of September
 */
export function figureWords({ indicator, unit, month, part, from }: FigureKey, here: Here): string {
  const at = month === here.month ? '' : `@${month}`;
  const of = unit === here.unit ? '' : `/${encodeURIComponent(unit)}`;
  return `{${part}:${indicator}${at}${of}${from === undefined ? '' : ` from ${from}`}}`;
}

/** The figure that a token stands for, by its name and what follows the colon; null where it stands for none. */
export function figureKey(name: string, argument: string, here: Here): FigureKey | null {
  const part = parts.find((one) => one === name);
  const [whole, indicator = '', month = here.month, unit, from] = form.exec(argument) ?? [];
  if (part === undefined || whole === undefined || !isMonth(month)) return null;
  if ((part === 'difference') !== (from !== undefined) || (from !== undefined && !isMonth(from))) return null;
  const key = { indicator, unit: unit === undefined ? here.unit : decoded(unit), month, part };
  return from === undefined ? key : { ...key, from };
}

/** A text as a person can go on writing it: figures as tokens, all else as words. */
export const writtenText = (text: Text, here: Here): string =>
  text.map((piece) => (piece.kind === 'figure' ? figureWords(piece.of, here) : piece.text)).join('');

function decoded(unit: string): string {
  try {
    return decodeURIComponent(unit);
  } catch {
    return unit;
  }
}
