import { addDays } from '../../calendar/index.ts';
import { type DueCase, type DueChange, type DueEffect, type DueList, effectOf } from '../../measure/index.ts';
import { type Definition, versionAt } from '../../pack/index.ts';
import type { Choice } from '../choice.ts';
import type { WorkFilter } from './filter.ts';

export const workPerPage = 50;

/** What there is to say of an indicator on a work list: its figure for the chosen unit, and what late work does to it. */
export interface DueIndicator {
  readonly id: string;
  readonly definition: Definition;
  readonly effect: DueEffect;
}

/** How much waits of one kind: past its day, in the seven days after the extract's, and in the 28 days after it. */
export interface Counted {
  readonly late: number;
  readonly week: number;
  readonly month: number;
}

/** How much waits with one team, one worker or for one indicator. */
export interface Group extends Counted {
  /** Null where no worker is known. */
  readonly code: string | null;
}

export interface WorkView {
  readonly filter: WorkFilter;
  readonly asAt: string;
  /** All that the filter lets through, the oldest first. */
  readonly chosen: readonly DueCase[];
  /** Those of them on this page. */
  readonly shown: readonly DueCase[];
  readonly pages: number;
  readonly indicators: ReadonlyMap<string, DueIndicator>;
  /** Of the whole unit, whatever the filter. */
  readonly total: Counted;
  readonly byIndicator: readonly Group[];
  readonly byUnit: readonly Group[];
  readonly byWorker: readonly Group[];
  readonly without: DueList['without'];
  /** What became of the list since the extract before, in numbers; null where there was none before. */
  readonly change: {
    readonly from: string;
    readonly added: number;
    readonly gone: number;
    readonly late: number;
  } | null;
}

const late =
  (asAt: string) =>
  ({ dueOn }: DueCase) =>
    dueOn < asAt;
const until =
  (asAt: string, days: number) =>
  ({ dueOn }: DueCase) =>
    dueOn >= asAt && dueOn <= addDays(asAt, days);

/** How much of some work is late, and how much falls due soon. */
export function countWork(cases: readonly DueCase[], asAt: string): Counted {
  return {
    late: cases.filter(late(asAt)).length,
    week: cases.filter(until(asAt, 7)).length,
    month: cases.filter(until(asAt, 28)).length,
  };
}

function groups(cases: readonly DueCase[], asAt: string, key: (one: DueCase) => string | null): Group[] {
  return [...Map.groupBy(cases, key)]
    .map(([code, own]) => ({ code, ...countWork(own, asAt) }))
    .filter((group) => group.late + group.month > 0)
    .toSorted((a, b) => b.late - a.late || b.month - a.month || ((a.code ?? '') < (b.code ?? '') ? -1 : 1));
}

function passes({ when, indicator, worker }: WorkFilter, asAt: string): (one: DueCase) => boolean {
  const inTime = {
    all: () => true,
    late: late(asAt),
    week: until(asAt, 7),
    month: until(asAt, 28),
    due: (one: DueCase) => one.dueOn <= addDays(asAt, 28),
  }[when];
  return (one) =>
    inTime(one) &&
    (indicator === null || one.indicator === indicator) &&
    (worker === null || (one.worker ?? '') === worker);
}

/** The indicators of some work, with the present figure of the chosen unit that it would move. */
export function dueIndicatorsOf(choice: Choice, ids: Iterable<string>): Map<string, DueIndicator> {
  const { figures, unit, month } = choice;
  return new Map(
    [...new Set(ids)].flatMap((id) => {
      const indicator = figures.pack.indicators.get(id);
      if (!indicator) return [];
      const { definition } = versionAt(indicator, figures.asAt);
      return [[id, { id, definition, effect: effectOf(definition, figures.observation(id, unit, month)) }]];
    }),
  );
}

/** A work list as one page shows it. */
export function workView(choice: Choice, list: DueList, change: DueChange | null, filter: WorkFilter): WorkView {
  const { asAt, cases } = list;
  const chosen = cases.filter(passes(filter, asAt));
  const pages = Math.max(1, Math.ceil(chosen.length / workPerPage));
  const page = Math.min(filter.page, pages);
  return {
    filter: { ...filter, page },
    asAt,
    chosen,
    shown: chosen.slice((page - 1) * workPerPage, page * workPerPage),
    pages,
    indicators: dueIndicatorsOf(choice, [
      ...cases.map(({ indicator }) => indicator),
      ...list.without.map((one) => one.indicator),
    ]),
    total: countWork(cases, asAt),
    byIndicator: groups(cases, asAt, ({ indicator }) => indicator),
    byUnit: groups(cases, asAt, ({ unit }) => unit),
    byWorker: groups(cases, asAt, ({ worker }) => worker),
    without: list.without,
    change: change && {
      from: change.from,
      added: change.added.length,
      gone: change.gone.length,
      late: change.gone.filter(({ dueOn }) => dueOn < change.from).length,
    },
  };
}
