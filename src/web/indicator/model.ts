import type { Benchmarks } from '../../benchmark/index.ts';
import { monthLabel } from '../../calendar/index.ts';
import type { FigureSeries, Judgement } from '../../judgement/index.ts';
import { compare, exact, judge, smallDenominator } from '../../judgement/index.ts';
import { extent, roundedRange, trendTitle } from '../../output/index.ts';
import type { Definition, Indicator } from '../../pack/index.ts';
import type { Choice } from '../choice.ts';
import { seriesOf } from '../series.ts';
import { labelSetOf, statusLabels } from '../status-labels.ts';
import type { ByUnit } from './by-unit.ts';
import { byUnit } from './by-unit.ts';
import { type Compared, comparedWith } from './compared.ts';
import type { Fact } from './facts.ts';
import { factsOf } from './facts.ts';
import { type Heading, headingOf } from './heading.ts';
import { type UsualRange, usualRangeOf } from './usual-range.ts';

export interface Trend {
  /** At most ten words that say what is seen. */
  readonly title: string;
  readonly series: FigureSeries;
  /** The whole authority, where the page is about a part of it. */
  readonly beside: readonly (number | null)[] | null;
  /** The same for every unit of the indicator, so that their charts compare. */
  readonly range: readonly [number, number];
}

export interface IndicatorView {
  readonly judgement: Judgement;
  readonly facts: readonly Fact[];
  readonly byUnit: ByUnit;
  /** Null where no month has a figure. */
  readonly trend: Trend | null;
  readonly heading: Heading | null;
  readonly usual: UsualRange | null;
  /** Null without published statistics, and where the pack names none for the indicator. */
  readonly compared: Compared | null;
}

/**
 * The range of an axis: every figure of the authority, its areas and its districts that does not rest on few cases. A count is
 * larger the larger its unit, so its axis is that of the unit alone.
 */
function rangeOf(
  choice: Choice,
  indicator: Indicator,
  series: FigureSeries,
  { measuredIn }: Definition,
): readonly [number, number] {
  const { figures, units } = choice;
  const large = measuredIn === 'count' ? [] : units.filter(({ kind }) => kind !== 'team' && kind !== 'not-attributed');
  const values = large.flatMap(({ code }) =>
    series.months.map((month) => {
      const observation = figures.observation(indicator.id, code, month);
      return smallDenominator(observation?.denominator ?? null) ? null : (observation?.value ?? null);
    }),
  );
  const all = extent([...values, ...series.values, ...series.targets, ...series.targetHighs, ...series.ambers]) ?? [
    0, 1,
  ];
  return roundedRange(all, measuredIn === 'percent' ? 100 : undefined);
}

/** Where the latest figure stands against its target, in words for a title. */
function standing({ figure, statusByRule: status, target }: Judgement): string {
  if (figure === null || status === null || target === null) return '';
  if (status === 'met') return 'target met';
  return compare(figure, exact(target.target)) < 0 ? 'below target' : 'above target';
}

export function indicatorView(
  choice: Choice,
  indicator: Indicator,
  benchmarks: Benchmarks | null = null,
): IndicatorView {
  const { pack } = choice.figures;
  const judgement = judge(choice.figures, indicator.id, choice.unit, choice.month);
  const series = seriesOf(choice, indicator);
  const units = byUnit(choice, indicator);
  const authority = choice.units[0];
  const whole = authority === undefined || authority.code === choice.unit;
  const beside = whole || judgement.definition.measuredIn === 'count' ? null : authority.code;
  const besideValues = beside === null ? null : seriesOf(choice, indicator, beside).values;
  return {
    judgement,
    facts: factsOf(choice, judgement, units),
    byUnit: units,
    heading: headingOf(judgement, pack, statusLabels(pack), labelSetOf(pack)),
    usual: usualRangeOf(choice.figures, judgement),
    compared: benchmarks === null ? null : comparedWith(choice, judgement, benchmarks),
    trend: series.values.every((value) => value === null)
      ? null
      : {
          title: trendTitle({
            values: series.values,
            labels: series.months.map(monthLabel),
            from: series.breaks.at(-1)?.index ?? 0,
            standing: standing(judgement),
          }),
          series,
          beside: besideValues?.some((value) => value !== null) ? besideValues : null,
          range: rangeOf(choice, indicator, series, judgement.definition),
        },
  };
}
