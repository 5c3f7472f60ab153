import { isMonth } from '../../calendar/index.ts';

const names = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * The month that a cell names: `2026-10`, a day in it (which is how a spreadsheet keeps a month), `10/2026`, `Oct 2026`,
 * `October-26`; null where it names none.
 *
 * @example figureMonth('2026-10-01 00:00:00') // '2026-10'
 */
export function figureMonth(written: string): string | null {
  const iso = /^(\d{4})-(\d{2})(-\d{2}([ T].*)?)?$/.exec(written);
  const slashed = /^(?:\d{1,2}\/)?(\d{1,2})\/(\d{4})$/.exec(written);
  const named = /^([a-z]{3})[a-z]*[ -](\d{4}|\d{2})$/i.exec(written);
  const number = named ? names.indexOf((named[1] ?? '').toLowerCase()) + 1 : Number(iso?.[2] ?? slashed?.[1] ?? 0);
  const year = named ? (named[2] ?? '').padStart(4, '20') : (iso?.[1] ?? slashed?.[2] ?? '');
  const month = `${year}-${String(number).padStart(2, '0')}`;
  return isMonth(month) ? month : null;
}
