import type { JSX } from 'preact';
import { dayLabel, monthLabel, shortMonthLabel } from '../../calendar/index.ts';
import type { Judgement } from '../../judgement/index.ts';
import { basisInWords, formatValue, measureInWords } from '../../judgement/index.ts';
import { TrendChart, tickText } from '../../output/index.ts';
import type { Choice } from '../choice.ts';
import { Details } from '../components/details.tsx';
import type { Trend as TrendModel } from './model.ts';
import { TrendTable } from './trend-table.tsx';

interface Props {
  readonly choice: Choice;
  readonly judgement: Judgement;
  readonly trend: TrendModel;
}

/** The chart in words, for those who do not see it. */
function description({ choice, judgement, trend }: Props): string {
  const { definition } = judgement;
  const parts = trend.series.months.flatMap((month, index) => {
    const value = trend.series.values[index] ?? null;
    return value === null || index % 6 !== 5 ? [] : [`${monthLabel(month)} ${formatValue(value, definition)}`];
  });
  return `${choice.chosen.name}, every sixth month: ${parts.join(', ')}. All months stand in the table below.`;
}

export function Trend(props: Props): JSX.Element {
  const { choice, judgement, trend } = props;
  const { definition } = judgement;
  const { series, range, beside } = trend;
  const print = (value: number): string => formatValue(value, definition);
  const last = (values: readonly (number | null)[]): number | null =>
    values.findLast((value) => value !== null) ?? null;
  const chart = (id: string, width: number, height: number, short: boolean): JSX.Element => {
    const named = (
      name: string,
      values: readonly (number | null)[],
    ): { label: string; values: typeof values } | null => {
      const value = last(values);
      return value === null ? null : { label: short ? name : `${name} ${print(value)}`, values };
    };
    const above = beside === null ? null : named(short ? 'All' : 'Authority', beside);
    const now = last(series.values);
    const own = choice.chosen.name.length > 16 ? 'Latest' : choice.chosen.name;
    return (
      <TrendChart
        id={id}
        width={width}
        height={height}
        title={`${definition.title}: ${trend.title}`}
        description={description(props)}
        months={series.months}
        main={{ label: now === null ? '' : short ? print(now) : `${own} ${print(now)}`, values: series.values }}
        benchmarks={above === null ? [] : [{ ...above, breaksToo: true }]}
        target={named('Target', series.targets)}
        targetHigh={named('Target to', series.targetHighs)}
        amber={named(short ? 'Limit' : 'Amber limit', series.ambers)}
        breaks={series.breaks.map(({ index, version }) => ({
          index,
          label: short ? 'New definition' : `Definition changed, ${shortMonthLabel((version.from ?? '').slice(0, 7))}`,
        }))}
        range={range}
        scale={definition}
      />
    );
  };
  const first = series.months[0] ?? choice.month;
  return (
    <section aria-labelledby="trend">
      <h2 id="trend" class="app-h2">
        {trend.title}
      </h2>
      <p class="app-caption">
        {measureInWords[definition.measuredIn]}, {basisInWords(definition.basis)}, {choice.chosen.name},{' '}
        {monthLabel(first)} to {monthLabel(choice.month)}
      </p>
      <div class="app-chart app-chart--wide">{chart('trend-wide', 680, 320, false)}</div>
      <div class="app-chart app-chart--narrow">{chart('trend-narrow', 288, 260, true)}</div>
      <p class="app-caption">
        Source: {(definition.source ?? 'as loaded').toLowerCase()}, extract of {dayLabel(choice.figures.asAt)}.
        {range[0] === 0 ? '' : ` The scale begins at ${tickText(range[0], definition)}, not at 0.`}
      </p>
      <Details summary="View as table">
        <TrendTable choice={choice} indicator={judgement.indicator} series={series} />
      </Details>
    </section>
  );
}
