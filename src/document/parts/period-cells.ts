import { financialYear, monthEnd, shortMonthLabel } from '../../calendar/index.ts';
import { text } from '../../narrative/index.ts';
import { breakBetween } from '../../pack/index.ts';
import type { Context, Entry } from '../compile/context.ts';
import type { Cell } from '../table.ts';

/** A cell of a row that shows one period; null of every other cell. */
export type PeriodOf = readonly (string | null)[];

/**
 * The cells of a row whose periods reach back before its figures do: one cell over all of them with the words of the
 * report, or since when there are figures, in place of a row of blanks. Figures that a break parts from the month of the
 * report are said not to compare.
 *
 * @param months the month of each cell that is one of a series of periods
 */
export function periodCells(
  context: Context,
  { indicator, given }: Entry,
  cells: readonly Cell[],
  months: PeriodOf,
): Cell[] {
  if (indicator === null) return [...cells];
  const marked = cells.map((cell, index): Cell => {
    const month = months[index] ?? null;
    if (month === null || cell.kind !== 'number' || cell.remark !== undefined) return cell;
    const broken = breakBetween(indicator, monthEnd(month), monthEnd(context.month)) !== null;
    return broken ? { ...cell, remark: 'not comparable' } : cell;
  });
  const first = months.findIndex((month) => month !== null);
  if (first < 0) return marked;
  const isBefore = (index: number): boolean => {
    const month = months[index] ?? null;
    if (month === null) return false;
    const state = context.judgement(indicator.id, month).observation?.state ?? 'not-collected';
    return state === 'not-collected';
  };
  let end = first;
  while (isBefore(end)) end++;
  const began = months[end] ?? null;
  if (end === first || began === null) return marked;
  // Periods that the figures do not reach for any indicator say nothing of when this one began.
  const covered = context.input.figures.months[0];
  const own = given.words.new;
  if (own === undefined && (covered === undefined || covered > (months[end - 1] ?? ''))) return marked;
  const words = own ?? `Not collected before ${shortMonthLabel(began)}`;
  // A measure that is new in a year was none in the years before; what it lacks of its first year is not collected.
  const { financialYearStart } = context.input.figures.pack;
  const yearOf = (month: string): string => financialYear(monthEnd(month), financialYearStart).label;
  const earlier = months.slice(first, end).filter((month) => month !== null && yearOf(month) !== yearOf(began)).length;
  const span = own === undefined || earlier === 0 ? end - first : earlier;
  const spanning: Cell = { kind: 'text', text: text(words), ...(span > 1 && { span }) };
  return [...marked.slice(0, first), spanning, ...marked.slice(first + span)];
}
