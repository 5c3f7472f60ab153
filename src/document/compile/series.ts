import { financialYear, type Month, monthEnd, monthLabel } from '../../calendar/index.ts';
import { basisInWords, measureInWords } from '../../judgement/index.ts';
import type { Observation } from '../../measure/index.ts';
import type { Definition } from '../../pack/index.ts';
import type { Caption, Periods } from '../chart-data.ts';
import { dataWords } from '../columns/index.ts';
import type { Context } from './context.ts';
import { type Every, periodHeading } from './periods.ts';

/** What a period is called where it stands alone: 'October 2026', 'Q3 2019/20', '2019/20'. */
export function periodTitle(month: Month, every: Every, firstMonth: number): string {
  if (every === 'month') return monthLabel(month);
  const year = financialYear(monthEnd(month), firstMonth).label;
  return every === 'year' ? year : `${periodHeading(month, every, firstMonth)} ${year}`;
}

/** The periods of a chart; months need no other name. */
export function periodsOf({ input }: Context, months: readonly Month[], every: Every): Periods {
  if (every === 'month') return { months };
  const { financialYearStart } = input.figures.pack;
  return { months, periods: months.map((month) => periodTitle(month, every, financialYearStart)) };
}

/** Why there is no figure, period by period; null where there is one. */
export const missingIn = (observations: readonly (Observation | undefined)[]): (string | null)[] =>
  observations.map((observation) => {
    const state = observation?.state ?? 'not-collected';
    return state === 'value' ? null : dataWords[state].toLowerCase();
  });

/** Where figures come from, as it stands under a chart: a collected one has no table of cases behind it. */
export const sourceOf = ({ source }: Definition): string =>
  source === 'collected' ? 'figures given as they were collected' : (source ?? '');

/** What a chart of an indicator is about. */
export function captionOf(
  context: Context,
  { title, definition }: { readonly title: string; readonly definition: Definition },
  period: string,
  notes: readonly string[] = [],
): Caption {
  const measure = `${measureInWords[definition.measuredIn].toLowerCase()}, ${basisInWords(definition.basis)}`;
  return {
    measure: `${title}: ${measure}`,
    area: context.unit.name,
    period,
    source: sourceOf(definition),
    ...(notes.length > 0 && { notes }),
  };
}

/** From the first of some periods to the last: 'November 2024 to October 2026'. */
export function spanOf({ input }: Context, months: readonly Month[], every: Every): string {
  const { financialYearStart } = input.figures.pack;
  const named = [months[0], months.at(-1)].flatMap((month) =>
    month === undefined ? [] : [periodTitle(month, every, financialYearStart)],
  );
  return [...new Set(named)].join(' to ');
}
