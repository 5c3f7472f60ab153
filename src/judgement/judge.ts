import { addToMonth, type Month, monthEnd, outturnMonth } from '../calendar/index.ts';
import type { Observation } from '../measure/index.ts';
import type { Definition, Indicator, Pack, Version } from '../pack/index.ts';
import { direction } from './direction.ts';
import type { Exact } from './exact.ts';
import { figure } from './figure.ts';
import { smallDenominator } from './small-denominator.ts';
import { status } from './status.ts';
import { type FigureTarget, targetFor } from './target-for.ts';
import type { Direction, Status } from './types.ts';
import { breakBetween, versionAt } from './version-at.ts';

/** What a judgement is made from: a pack's definitions and targets, and the figures. Figures satisfies it. */
export interface JudgementSource {
  readonly pack: Pick<Pack, 'indicators' | 'targets' | 'financialYearStart'>;
  observation(indicator: string, unit: string, month: Month): Observation | undefined;
}

/** Why a figure has no status. */
export type NoStatus =
  | 'activity measure'
  | 'no target'
  | 'no cases'
  | 'no population'
  | 'not collected'
  | 'suppressed'
  | 'no figure';

/** An earlier figure that this one is set beside. */
export interface Comparison {
  readonly month: Month;
  readonly observation: Observation | undefined;
  /** The exact figure; null where that month has none. */
  readonly figure: Exact | null;
  /** Null for an activity measure, a missing figure, or across a break in series. */
  readonly direction: Direction | null;
  /** The version that began between the two months and does not compare; null where they compare. */
  readonly brokenBy: Version | null;
}

/** Everything said of one figure by rule. */
export interface Judgement {
  readonly indicator: Indicator;
  readonly unit: string;
  readonly month: Month;
  readonly version: Version;
  readonly definition: Definition;
  readonly observation: Observation | undefined;
  /** The exact figure on the scale of its unit of measure; null in every state but value. */
  readonly figure: Exact | null;
  /** The target in force, for an activity measure as well, where it is a figure to set beside and not to judge by. */
  readonly target: FigureTarget | null;
  readonly status: Status | null;
  /** Null with a status. */
  readonly statusReason: NoStatus | null;
  readonly smallDenominator: boolean;
  /** The month before. */
  readonly previous: Comparison;
  /** The month that ended the last financial year. */
  readonly outturn: Comparison;
  readonly directionFromPrevious: Direction | null;
  readonly directionFromOutturn: Direction | null;
}

function noStatus(definition: Definition, observation: Observation | undefined): NoStatus {
  switch (observation?.state) {
    case 'value':
      return definition.polarity === 'none' ? 'activity measure' : 'no target';
    case 'no-cases':
      return 'no cases';
    case 'no-denominator':
      return 'no population';
    case 'not-collected':
      return 'not collected';
    case 'suppressed':
      return 'suppressed';
    case undefined:
      return 'no figure';
  }
}

/**
 * Judges one figure: its status against the target in force for the unit on the last day of the month, and its
 * direction from the month before and from the last outturn, all on unrounded values.
 *
 * @throws Error for an indicator that the pack does not have.
 */
export function judge(source: JudgementSource, indicatorId: string, unit: string, month: Month): Judgement {
  const indicator = source.pack.indicators.get(indicatorId);
  if (indicator === undefined) throw new Error(`the pack has no indicator ${indicatorId}`);
  const day = monthEnd(month);
  const version = versionAt(indicator, day);
  const { definition } = version;
  const observation = source.observation(indicatorId, unit, month);
  const now = figure(observation, definition.measuredIn);
  const target = targetFor(source.pack.targets, indicatorId, unit, day);

  const compareWith = (earlier: Month): Comparison => {
    const before = source.observation(indicatorId, unit, earlier);
    const beforeVersion = versionAt(indicator, monthEnd(earlier));
    const beforeFigure = figure(before, beforeVersion.definition.measuredIn);
    const brokenBy = breakBetween(indicator, monthEnd(earlier), day);
    return {
      month: earlier,
      observation: before,
      figure: beforeFigure,
      direction: brokenBy === null ? direction(definition.polarity, now, beforeFigure, target) : null,
      brokenBy,
    };
  };
  const previous = compareWith(addToMonth(month, -1));
  const outturn = compareWith(outturnMonth(month, source.pack.financialYearStart));
  const judged = status(definition.polarity, now, target);
  return {
    indicator,
    unit,
    month,
    version,
    definition,
    observation,
    figure: now,
    target,
    status: judged,
    statusReason: judged === null ? noStatus(definition, observation) : null,
    smallDenominator: smallDenominator(observation?.denominator ?? null),
    previous,
    outturn,
    directionFromPrevious: previous.direction,
    directionFromOutturn: outturn.direction,
  };
}
