import { renderToString } from 'preact-render-to-string';
import type { LimitsDrawn, ProcessData } from '../../document/index.ts';
import { type Chart, type Drawing, opening, withNotes, words } from './chart.ts';
import { cell, printed, scaleNote } from './number.ts';
import { periodHeading, periodKind, periodName } from './periods.ts';
import { ProcessChart } from './process-chart.tsx';
import { rangeAround } from './series.ts';

/** The picture, words and table of a figure with its usual range. */
export function processChart(data: ProcessData, { id, width, height }: Drawing): Chart {
  const { scale, points, limits, signals, targets = [], breaks = [], missing } = data;
  const marked = signals.filter((signal, index) => signal !== '' && points[index] != null).length;
  const title = data.title ?? ownTitle(marked, points.filter((point) => point !== null).length, periodKind(data));
  const last = points.findLastIndex((point) => point !== null);
  const now = points[last] ?? null;
  const held = limits.at(-1);
  const named = (name: string, value: number | null | undefined): string =>
    value == null ? name : `${name} ${printed(value, scale)}`;
  const alt = data.alt ?? reading(data, title);
  const drawn = [...points, ...targets, ...limits.flatMap(({ lower, upper }) => [lower, upper])];
  const range = data.range ?? rangeAround(drawn, scale.measuredIn === 'percent');
  const chart = (
    <ProcessChart
      id={id}
      title={title}
      description={alt}
      months={data.months}
      periods={data.periods}
      points={points}
      limits={limits}
      signals={signals.map((signal) => signal !== '')}
      labels={{
        point: named('Latest', now),
        mean: named('Mean', held?.mean),
        lower: named('Lower', held?.lower),
        upper: named('Upper', held?.upper),
        target: named('Target', targets.at(-1)),
      }}
      targets={targets}
      breaks={breaks}
      range={range}
      scale={scale}
      {...(width === undefined ? {} : { width })}
      {...(height === undefined ? {} : { height })}
    />
  );
  const limitsOf = (index: number): LimitsDrawn | null =>
    limits.find(({ from, to }) => from <= index && index < to) ?? null;
  return {
    title,
    alt,
    caption: withNotes(data.caption, scaleNote(range, scale)),
    svg: renderToString(chart),
    table: {
      columns: [
        { label: periodHeading(data), kind: 'text' },
        { label: 'Figure', kind: 'number' },
        { label: 'Lower limit', kind: 'number' },
        { label: 'Mean', kind: 'number' },
        { label: 'Upper limit', kind: 'number' },
        { label: 'More than chance', kind: 'text' },
      ],
      rows: data.months.map((_, index) => {
        const own = limitsOf(index);
        return [
          words(periodName(data, index)),
          cell(points[index] ?? null, scale, missing?.[index] ?? null),
          cell(own?.lower ?? null, scale, 'no limits'),
          cell(own?.mean ?? null, scale, 'no limits'),
          cell(own?.upper ?? null, scale, 'no limits'),
          words(signals[index] || 'no'),
        ];
      }),
    },
  };
}

function ownTitle(marked: number, present: number, every: string): string {
  if (present === 0) return 'No figure to draw';
  if (marked === 0) return `Every ${every} within what chance explains`;
  return `${marked} of ${present} ${every}s beyond what chance explains`;
}

function reading(data: ProcessData, title: string): string {
  const { caption, scale, points, limits, signals } = data;
  const last = points.findLastIndex((point) => point !== null);
  const now = points[last] ?? null;
  const held = limits.at(-1);
  const latest = signals.findLastIndex((signal) => signal !== '');
  return [
    opening(caption, title),
    ...(now === null ? [] : [`${periodName(data, last)} ${printed(now, scale)}.`]),
    ...(held === undefined
      ? []
      : [
          `Usual range ${printed(held.lower, scale)} to ${printed(held.upper, scale)}, mean ${printed(held.mean, scale)}${held.isTrial ? ', from few points' : ''}.`,
        ]),
    ...(latest < 0 ? [] : [`Latest signal ${periodName(data, latest)}: ${signals[latest]}.`]),
  ].join(' ');
}
