import type { Month } from '../../calendar/index.ts';
import type { Report } from '../../pack/index.ts';
import { compareWith } from '../comparison.ts';
import type { Exact } from '../exact.ts';
import { subtract } from '../exact.ts';
import { judge } from '../judge.ts';
import type { Judgement } from '../judgement.ts';
import type { JudgementSource } from '../source.ts';
import type { Direction, Movement } from '../types.ts';
import { betterFirst } from './rank.ts';

/** Which units a report calls hotspots: those of some statuses, or the worst few. */
export type HotspotRule = NonNullable<Report['hotspots']>;

/** One unit with what has become of it since a named month. */
export interface UnitStanding {
  readonly unit: string;
  readonly judgement: Judgement;
  readonly figure: Exact;
  /** The figure less that of the named month; null where that has none or does not compare. */
  readonly change: Exact | null;
  readonly movement: Movement | null;
  readonly direction: Direction | null;
}

export interface BestAndHotspots {
  /** More than one where they are equal. */
  readonly best: readonly UnitStanding[];
  /** The worst first. */
  readonly hotspots: readonly UnitStanding[];
  readonly since: Month;
}

/**
 * The best unit and the hotspots of an indicator, with their movement since a named month. Units with a denominator
 * under ten are left out: a team of two is neither a model nor a worry. Of the worst few, equals of the last come too.
 *
 * @returns none for polarity none.
 */
export function bestAndHotspots(
  source: JudgementSource,
  indicator: string,
  units: readonly string[],
  month: Month,
  { rule, since }: { readonly rule: HotspotRule; readonly since: Month },
): BestAndHotspots {
  const judged = units.map((unit) => judge(source, indicator, unit, month));
  const sound = judged.flatMap((judgement): UnitStanding[] => {
    if (judgement.figure === null || judgement.smallDenominator) return [];
    const { figure: before, movement, direction, brokenBy } = compareWith(source, judgement, since);
    const change = before === null || brokenBy !== null ? null : subtract(judgement.figure, before);
    return [{ unit: judgement.unit, judgement, figure: judgement.figure, change, movement, direction }];
  });
  const [example] = sound;
  const order = example && betterFirst(example.judgement.definition.polarity, example.judgement.target);
  if (!order) return { best: [], hotspots: [], since };
  const sorted = sound.toSorted((a, b) => order(a.figure, b.figure));
  const [first] = sorted;
  const worst = sorted.toReversed();
  const last = 'worst' in rule ? worst[Math.min(rule.worst, worst.length) - 1] : undefined;
  return {
    best: first === undefined ? [] : sorted.filter(({ figure }) => order(figure, first.figure) === 0),
    hotspots: worst.filter(({ figure, judgement: { status } }) =>
      'statuses' in rule
        ? status !== null && rule.statuses.includes(status)
        : last !== undefined && order(figure, last.figure) >= 0,
    ),
    since,
  };
}
