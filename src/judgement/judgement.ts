import type { Month } from '../calendar/index.ts';
import type { Observation } from '../measure/index.ts';
import type { Definition, Indicator, Scheme, Version } from '../pack/index.ts';
import type { Band } from './bands.ts';
import type { CasesToBands } from './cases-to-bands.ts';
import type { TwelveMonths } from './comparators/twelve-months.ts';
import type { Comparison } from './comparison.ts';
import type { Exact } from './exact.ts';
import type { GradePart } from './grades.ts';
import type { NoStatus } from './no-status.ts';
import type { Override } from './override.ts';
import type { FigureProcess } from './process-of.ts';
import type { TargetInForce } from './target-for.ts';
import type { Outlook } from './trajectory/index.ts';
import type { Direction, Status, Trend } from './types.ts';

/**
 * Everything said of one figure by rule, and what people set in place of a rule. What takes many months (trend,
 * process, outlook, twelve months) is worked out when it is first read.
 */
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
  readonly target: TargetInForce | null;
  readonly scheme: Scheme;
  /** The bands of the scheme for the target, lowest figures first; none without a target. */
  readonly bands: readonly Band[];
  /** The band that the figure is in, by its place in the scheme; null without a status by rule. */
  readonly place: string | null;
  /** Where targets are for sums of grades: each of them. The worst decides. */
  readonly grades: readonly GradePart[];
  /** The status in force: a person's, where one has set it, else the rule's. */
  readonly status: Status | null;
  readonly statusByRule: Status | null;
  readonly statusOverride: Extract<Override, { of: 'status' }> | null;
  /** Null with a status. */
  readonly statusReason: NoStatus | null;
  /** More of the reason in words, such as the source of the trouble. */
  readonly statusDetail: string | null;
  readonly smallDenominator: boolean;
  /** The month before, or that of the report before. */
  readonly previous: Comparison;
  /** The month that ended the last financial year. */
  readonly outturn: Comparison;
  /** The same month last year. */
  readonly yearAgo: Comparison;
  readonly directionFromPrevious: Direction | null;
  readonly directionFromOutturn: Direction | null;
  readonly directionFromYearAgo: Direction | null;
  /** How many cases stand between the figure and the bands beside its own; null where cases do not decide it. */
  readonly casesToBands: CasesToBands | null;
  /** The trend in force: a person's, where one has set it, else the rule's. */
  readonly trend: Trend | null;
  readonly trendByRule: Trend | null;
  readonly trendOverride: Extract<Override, { of: 'trend' }> | null;
  /** The twelve months before, as a mean of ratios and as a ratio of sums. */
  readonly twelveMonths: TwelveMonths;
  /**
   * Whether the figure is better than the twelve months before: than their ratio of sums, or where months do not add up
   * to one, the mean of their ratios.
   */
  readonly directionFromTwelveMonths: Direction | null;
  /** Process limits and signals over the months up to this one. */
  readonly process: FigureProcess;
  /** Where the year is going, and what it would take; null where neither can be said. */
  readonly outlook: Outlook | null;
}
