import type { Day, Month } from '../calendar/index.ts';
import { monthEnd } from '../calendar/index.ts';
import { versionAt } from '../pack/index.ts';
import type { Exact } from './exact.ts';
import { total } from './exact.ts';
import { figure } from './figure.ts';
import { schemeFor } from './scheme.ts';
import type { JudgementSource } from './source.ts';
import { status } from './status.ts';
import { lookUpsOf } from './target-at.ts';
import { asNumber, rowsFor, type TargetInForce } from './target-for.ts';
import type { Status } from './types.ts';

/** One threshold for a sum of grades: at least so much is good or better. */
export interface GradePart {
  readonly target: TargetInForce;
  /** The share of the best grade down to the threshold's; null where one of them has no figure. */
  readonly figure: Exact | null;
  readonly status: Status | null;
}

/** The share of the best grade down to one grade, exact; null where a grade has no figure. */
export function shareDownTo(source: JudgementSource, of: readonly string[], last: string, unit: string, month: Month) {
  const figures = of.slice(0, of.indexOf(last) + 1).map((id): Exact | null => {
    const indicator = source.pack.indicators.get(id);
    if (indicator === undefined) return null;
    return figure(source.observation(id, unit, month), versionAt(indicator, monthEnd(month)).definition.measuredIn);
  });
  const found = figures.filter((share) => share !== null);
  return found.length === figures.length ? total(found) : null;
}

/** Each threshold for the sums of grades that is in force for an indicator; none where its targets are of other kinds. */
export function gradeParts(source: JudgementSource, indicator: string, unit: string, month: Month): GradePart[] {
  const day: Day = monthEnd(month);
  const rows = rowsFor(source.pack.targets, indicator, unit, day).filter((row) => row.down_to !== undefined);
  return rows.flatMap((row): GradePart[] => {
    const { targets, distributions } = source.pack;
    const target = asNumber(row, { targets, unit, day, lookUps: lookUpsOf(source), passed: [indicator] });
    const { down_to: last = '' } = row;
    const distribution = distributions?.find(({ of }) => of.includes(indicator) && of.includes(last));
    if (target === null || distribution === undefined) return [];
    const share = shareDownTo(source, distribution.of, last, unit, month);
    return [{ target, figure: share, status: status('higher', share, target, schemeFor(source.pack, target)) }];
  });
}

const rank: Readonly<Record<Status, number>> = { met: 0, near: 1, away: 2 };

/** The worst of the statuses of the thresholds, and the threshold that decides it; null where one has no figure. */
export function worstPart(parts: readonly GradePart[]): GradePart | null {
  if (parts.some((part) => part.status === null)) return null;
  return parts.reduce<GradePart | null>((worst, part) => {
    if (worst === null || worst.status === null || part.status === null) return worst ?? part;
    return rank[part.status] > rank[worst.status] ? part : worst;
  }, null);
}
