import { compare, distance, exact, type Judgement, judge, subtract, toNumber } from '../../judgement/index.ts';
import type { Choice } from '../choice.ts';

/** Why a figure is among the most telling ones of a unit. */
export type Why = 'away' | 'worse' | 'moved';

export interface Telling {
  readonly judgement: Judgement;
  readonly why: Why;
}

/** The rule by which they are chosen, as a page says it. */
export const tellingRule =
  'First the figures away from target, the furthest first, measured against the target; then those that got worse most since the month before, measured against that month; then those that moved most.';

const ranks: readonly Why[] = ['away', 'worse', 'moved'];

/** How far a figure is from something, as a part of that; the distance itself where it is nought. */
const partOf = (apart: number, whole: number): number => (whole === 0 ? apart : apart / Math.abs(whole));

function fromTarget({ figure, target }: Judgement): number {
  return figure === null || target === null ? 0 : partOf(toNumber(distance(figure, target)), target.target);
}

/** How far a figure moved from the month before; nought where the two do not compare. */
function moved({ figure, previous }: Judgement): number {
  if (figure === null || previous.figure === null || previous.brokenBy !== null) return 0;
  const apart = subtract(figure, previous.figure);
  const size = Math.abs(toNumber(apart));
  return compare(previous.figure, exact(0)) === 0 ? size : partOf(size, toNumber(previous.figure));
}

function rank(judgement: Judgement): { why: Why; size: number } | null {
  if (judgement.figure === null) return null;
  if (judgement.status === 'away') return { why: 'away', size: fromTarget(judgement) };
  const size = moved(judgement);
  if (size === 0) return null;
  return { why: judgement.directionFromPrevious === 'worse' ? 'worse' : 'moved', size };
}

/** The most telling figures of some, at most so many; figures of few cases come after the others of their rank. */
export function mostTelling(judgements: readonly Judgement[], count: number): readonly Telling[] {
  return judgements
    .flatMap((judgement) => {
      const ranked = rank(judgement);
      return ranked ? [{ judgement, ...ranked }] : [];
    })
    .toSorted(
      (a, b) =>
        ranks.indexOf(a.why) - ranks.indexOf(b.why) ||
        Number(a.judgement.smallDenominator) - Number(b.judgement.smallDenominator) ||
        b.size - a.size ||
        (a.judgement.indicator.id < b.judgement.indicator.id ? -1 : 1),
    )
    .slice(0, count)
    .map(({ judgement, why }) => ({ judgement, why }));
}

/** Every indicator of the pack, judged for a unit of the chosen month. */
export function judgementsOf({ figures, month }: Choice, unit: string): readonly Judgement[] {
  return [...figures.pack.indicators.keys()].map((id) => judge(figures, id, unit, month));
}

/** How many figures stand where. */
export interface Standing {
  readonly met: number;
  readonly near: number;
  readonly away: number;
  readonly better: number;
  readonly worse: number;
}

export function standingOf(judgements: readonly Judgement[]): Standing {
  const count = (test: (judgement: Judgement) => boolean): number => judgements.filter(test).length;
  return {
    met: count(({ status }) => status === 'met'),
    near: count(({ status }) => status === 'near'),
    away: count(({ status }) => status === 'away'),
    better: count(({ directionFromPrevious }) => directionFromPrevious === 'better'),
    worse: count(({ directionFromPrevious }) => directionFromPrevious === 'worse'),
  };
}
