import type { Structure } from './structure.ts';

/** What a cell holds, as it stands in the sheet's XML. */
export interface RawCell {
  /** The type: s, str, inlineStr, n, b, d or e. */
  readonly type: string;
  readonly style: number;
  readonly value: string | null;
  readonly inline: string | null;
}

/** Numbers are kept to the fifteen digits that a spreadsheet shows. */
function numberText(value: string): string {
  const number = Number(value);
  if (!Number.isFinite(number) || /^-?\d+$/.test(value)) return value;
  return String(Number(number.toPrecision(15)));
}

const lastDay = 2_958_465;

/**
 * The day of a day number, with the time where it has one; the number itself where no day has it. Spreadsheets count
 * 29 February 1900, which there was not: numbers below 60 are a day later than the rest say.
 *
 * @example dayOf(45296.604, false) // '2024-01-05 14:29:46'
 */
export function dayOf(serial: number, from1904: boolean): string {
  const days = from1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
  if (!(serial >= 0) || days >= lastDay + 1) return String(serial);
  const known = knownDays.get(days);
  if (known !== undefined) return known;
  const day = dayText(days);
  if (Number.isInteger(days) && knownDays.size < daysKept) knownDays.set(days, day);
  return day;
}

/** The same days come again and again in a sheet: the first so many are remembered. */
const knownDays = new Map<number, string>();
const daysKept = 50_000;

/** @param days since 30 December 1899 */
function dayText(days: number): string {
  const text = new Date(Math.round((days - 25_569) * 86_400) * 1000).toISOString();
  return text.slice(11, 19) === '00:00:00' ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 19)}`;
}

/** What is wrong with a cell that has no value of its own. */
export interface CellProblem {
  readonly problem: string;
}

/** The text of a cell as it would stand in a CSV file, or what is wrong with it; empty where it holds nothing. */
export function cellText(cell: RawCell, { texts, dateStyles, from1904 }: Structure): string | CellProblem {
  const { type, value } = cell;
  switch (type) {
    case 's': {
      if (value === null || value === '') return '';
      return texts[Number(value)] ?? { problem: 'a text that is not in the workbook' };
    }
    case 'inlineStr':
      return plainText(cell.inline ?? '');
    case 'e':
      // No value: what the table says on purpose where it has none. The other errors are accidents.
      return value === '#N/A' || value === '#NULL!' || value === null ? '' : { problem: value };
    case 'b':
      return value === '1' || value === 'true' ? 'true' : value === '0' || value === 'false' ? 'false' : '';
    case 'd':
      return (value ?? '').replace(/T00:00:00(\.0+)?Z?$/, '');
    case 'str':
      return plainText(value ?? '');
    default: {
      if (value === null || value.trim() === '') return '';
      const number = value.trim();
      return dateStyles[cell.style] && Number.isFinite(Number(number))
        ? dayOf(Number(number), from1904)
        : numberText(number);
    }
  }
}

/** A text on one line, with its escaped characters (ECMA-376 part 1, 22.9.2.19) as themselves. */
export function plainText(text: string): string {
  const unescaped = text.includes('_x')
    ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
  return unescaped.replaceAll(/[\r\n\0]+/g, ' ').trim();
}
