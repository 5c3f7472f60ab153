import { addToMonth, type Month, monthEnd, outturnMonth } from '../calendar/index.ts';
import { versionAt } from '../pack/index.ts';
import { bandAt, bandsOf } from './bands.ts';
import { casesToBands } from './cases-to-bands.ts';
import { twelveMonths } from './comparators/twelve-months.ts';
import { compareWith } from './comparison.ts';
import { direction } from './direction.ts';
import type { Exact } from './exact.ts';
import { figure } from './figure.ts';
import { gradeParts, worstPart } from './grades.ts';
import type { Judgement } from './judgement.ts';
import { lazily } from './lazily.ts';
import { unjudged } from './no-status.ts';
import { overrideFor, overridesIn } from './override.ts';
import { processOf } from './process-of.ts';
import { schemeFor } from './scheme.ts';
import { smallDenominator } from './small-denominator.ts';
import type { JudgementSource } from './source.ts';
import { targetAt } from './target-at.ts';
import { rowFor } from './target-for.ts';
import { outlookOf } from './trajectory/index.ts';
import { trendOf, usualTrendRule } from './trend.ts';
import type { Trend } from './types.ts';

/** What a report may ask for beside the figure itself. */
export interface JudgeOptions {
  /** The month of the report before; the month before where absent. */
  readonly previous?: Month;
}

/**
 * Judges one figure: its status against the target in force for the unit on the last day of the month, and its
 * direction from the month before, from the last outturn and from the same month last year, all on unrounded values.
 *
 * @throws Error for an indicator that the pack does not have.
 */
export function judge(
  source: JudgementSource,
  indicatorId: string,
  unit: string,
  month: Month,
  options: JudgeOptions = {},
): Judgement {
  const indicator = source.pack.indicators.get(indicatorId);
  if (indicator === undefined) throw new Error(`the pack has no indicator ${indicatorId}`);
  const { targets, financialYearStart } = source.pack;
  const day = monthEnd(month);
  const version = versionAt(indicator, day);
  const { definition } = version;
  const observation = source.observation(indicatorId, unit, month);
  const row = rowFor(targets, indicatorId, unit, day);
  const grades = row?.down_to === undefined ? [] : gradeParts(source, indicatorId, unit, month);
  const worst = worstPart(grades);
  const target =
    grades.length > 0 ? ((worst ?? grades[0])?.target ?? null) : targetAt(source, indicatorId, unit, month);
  const scheme = schemeFor(source.pack, row);
  const now = figure(observation, definition.measuredIn);
  const polarity = grades.length > 0 ? 'higher' : definition.polarity;
  const bands = target === null ? [] : bandsOf(scheme, polarity, target);
  const remark = source.remark?.(indicatorId, unit, month) ?? null;
  const judged = grades.length > 0 ? (worst?.figure ?? null) : now;
  const band = judged === null || remark !== null ? null : bandAt(bands, judged);
  const statusByRule = band?.status ?? null;
  const overrides = overridesIn(source, indicatorId, unit, month);
  const statusOverride = overrideFor(overrides, 'status', day);
  const status = statusOverride === null ? statusByRule : statusOverride.value;
  const reason = status === null ? unjudged({ definition, observation, row, scheme, remark }) : null;

  const known = { indicator, unit, month, definition, figure: now, target, bands };
  // Thresholds for sums of grades say nothing of one grade alone.
  const alone = grades.length > 0 ? { ...known, target: null, bands: [] } : known;
  const previous = compareWith(source, known, options.previous ?? addToMonth(month, -1));
  const outturn = compareWith(source, known, outturnMonth(month, financialYearStart));
  const yearAgo = compareWith(source, known, addToMonth(month, -12));
  const trendByRule = lazily(() => trendIn(source, known));
  const trendOverride = overrideFor(overrides, 'trend', day);
  const twelve = lazily(() => twelveMonths(source, indicatorId, unit, month));
  const process = lazily(() => processOf(source, alone));
  const outlook = lazily(() => outlookOf(source, alone));
  return {
    ...known,
    version,
    observation,
    scheme,
    place: band?.place ?? null,
    grades,
    status,
    statusByRule,
    statusOverride,
    statusReason: reason?.reason ?? null,
    statusDetail: reason?.detail ?? null,
    smallDenominator: smallDenominator(observation?.denominator ?? null),
    previous,
    outturn,
    yearAgo,
    directionFromPrevious: previous.direction,
    directionFromOutturn: outturn.direction,
    directionFromYearAgo: yearAgo.direction,
    casesToBands: grades.length > 0 ? null : casesToBands(definition, observation, bands),
    get trend() {
      return trendOverride?.value ?? trendByRule();
    },
    get trendByRule() {
      return trendByRule();
    },
    trendOverride,
    get twelveMonths() {
      return twelve();
    },
    get directionFromTwelveMonths() {
      const { ratioOfSums, meanOfRatios } = twelve();
      return direction(definition.polarity, now, ratioOfSums ?? meanOfRatios, target);
    },
    get process() {
      return process();
    },
    get outlook() {
      return outlook();
    },
  };
}

type Known = Pick<Judgement, 'indicator' | 'unit' | 'month' | 'definition' | 'figure' | 'target'>;

/** The trend over three figures as far apart as the rule says; none for an activity measure or without a figure. */
function trendIn(source: JudgementSource, known: Known): Trend | null {
  const { definition, month, target } = known;
  if (known.figure === null || definition.polarity === 'none') return null;
  const rule = { ...usualTrendRule, ...source.pack.trendRule };
  const earlier = [2, 1].map((back) => compareWith(source, known, addToMonth(month, -back * rule.every)));
  const sound = earlier.filter(({ figure: before, brokenBy }) => before !== null && brokenBy === null);
  const figures: Exact[] = sound.map(({ figure: before }) => before).filter((before) => before !== null);
  return trendOf([...figures, known.figure], definition.polarity, definition.measuredIn, rule, target);
}
