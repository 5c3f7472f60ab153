import type { Month } from '../../calendar/index.ts';
import type { Standing } from '../../cycle/index.ts';
import type { DueChange, DueList } from '../../measure/index.ts';
import type { Report } from '../../pack/index.ts';
import type { Edition } from '../../store/index.ts';
import type { Choice } from '../choice.ts';
import { type Standing as Counts, judgementsOf, mostTelling, standingOf, type Telling } from '../units/telling.ts';
import { type WorkView, workView } from '../work/model.ts';

/** A report on its way to publication. */
export interface OnItsWay {
  readonly report: Report;
  readonly standing: Standing;
}

/** What a home shows; a part that is not for whoever looks is null. */
export interface Home {
  readonly choice: Choice;
  readonly counts: Counts;
  readonly telling: readonly Telling[];
  /** What waits in their unit, in numbers: cases are named on its own page, where the look is recorded. */
  readonly work: WorkView | null;
  /** Of the data: for those who look after it. */
  readonly findings: number | null;
  /** Reports of the month: for those who look after data and definitions, approve or publish. */
  readonly reports: readonly OnItsWay[] | null;
  /** The latest that they may read. */
  readonly editions: readonly Edition[];
  readonly month: Month;
}

interface Given {
  readonly due: DueList | null;
  readonly change: DueChange | null;
  readonly findings: number | null;
  readonly reports: readonly OnItsWay[] | null;
  readonly editions: readonly Edition[];
}

/** How many figures tell most, and how many editions are the latest. */
const [figures, latest] = [6, 5];

export function homeOf(choice: Choice, { due, change, findings, reports, editions }: Given): Home {
  const judgements = judgementsOf(choice, choice.unit);
  const filter = { unit: choice.unit, when: 'due', indicator: null, worker: null, page: 1 } as const;
  return {
    choice,
    month: choice.month,
    counts: standingOf(judgements),
    telling: mostTelling(judgements, figures),
    work: due && workView(choice, due, change, filter),
    findings,
    reports,
    editions: editions.toSorted((a, b) => b.number - a.number).slice(0, latest),
  };
}
