import { renderToString } from 'preact-render-to-string';
import type { TrendData } from '../../document/index.ts';
import { type Chart, type ChartTable, type Drawing, opening, type TableCell, withNotes, words } from './chart.ts';
import { markWords } from './marks.tsx';
import { cell, listed, printed, scaleNote } from './number.ts';
import { periodHeading, periodKind, periodName } from './periods.ts';
import { rangeAround } from './series.ts';
import { TrendChart } from './trend-chart.tsx';
import { trendTitle } from './trend-title.ts';

type Values = readonly (number | null)[];

const lastOf = (values: Values): number | null => values.findLast((value) => value !== null) ?? null;

/** The picture, words and table of one figure over time: target stepped by date, tolerance shaded, benchmarks, breaks. */
export function trendChart(data: TrendData, { id, width, height = heightFor(data) }: Drawing): Chart {
  const { scale, main, benchmarks = [], target, targetHigh, amber, tolerance, breaks, marks } = data;
  const title = data.title ?? ownTitle(data);
  const alt = data.alt ?? reading(data, title);
  const range = data.range ?? rangeOf(data);
  const ended = (
    name: string,
    values: Values | undefined,
  ): { label: string; figure: string; values: Values } | null => {
    const last = values === undefined ? null : lastOf(values);
    return values === undefined || last === null ? null : { label: name, figure: printed(last, scale), values };
  };
  const chart = (
    <TrendChart
      id={id}
      title={title}
      description={alt}
      months={data.months}
      periods={data.periods}
      main={ended(main.name, main.values) ?? { label: main.name, values: main.values }}
      benchmarks={benchmarks.flatMap(({ name, values, breaksToo = false }) => {
        const line = ended(name, values);
        return line === null ? [] : [{ ...line, breaksToo }];
      })}
      target={ended(targetHigh === undefined ? 'Target' : 'Target from', target)}
      targetHigh={ended('Target to', targetHigh)}
      amber={ended('Amber limit', amber)}
      tolerance={tolerance ?? null}
      breaks={breaks ?? []}
      marks={marks ?? []}
      range={range}
      scale={scale}
      {...(width === undefined ? {} : { width })}
      {...(height === undefined ? {} : { height })}
    />
  );
  const left = data.months.length - tabled(data).length;
  const leftOut = left === 0 ? [] : [`${left} of ${data.months.length} periods without a figure are not in the table.`];
  const caption = withNotes(data.caption, [...scaleNote(range, scale), ...leftOut]);
  return { title, alt, caption, svg: renderToString(chart), table: table(data) };
}

/** A few points of months do not fill a picture: drawn low, they leave the page to the words. */
const fewPoints = 3;
const lowHeight = 200;

function heightFor({ main, periods }: TrendData): number | undefined {
  const points = main.values.filter((value) => value !== null).length;
  return periods === undefined && points > 0 && points <= fewPoints ? lowHeight : undefined;
}

/** Round ends around all that is drawn. */
function rangeOf({ scale, main, benchmarks = [], target, targetHigh, amber, tolerance }: TrendData): [number, number] {
  const drawn = [main.values, ...benchmarks.map(({ values }) => values), target, targetHigh, amber];
  const all = [...drawn, tolerance?.low, tolerance?.high].flatMap((values) => values ?? []);
  return rangeAround(all, scale.measuredIn === 'percent');
}

function ownTitle(data: TrendData): string {
  const { main, breaks = [] } = data;
  const now = main.values.findLastIndex((value) => value !== null);
  const labels = data.months.map((_, index) => periodName(data, index));
  const from = breaks.at(-1)?.index ?? 0;
  return trendTitle({ values: main.values, labels, from, standing: standing(data, now), every: periodKind(data) });
}

/** Where the latest figure stands against what it is held to; on the unrounded figure. */
function standing({ main, target, targetHigh, tolerance }: TrendData, index: number): string {
  const now = main.values[index] ?? null;
  if (now === null || index < main.values.length - 1) return '';
  const against = (low: number | null, high: number | null, what: string): string | null => {
    if (low === null || high === null) return null;
    if (low === high) return now === low ? `at ${what}` : `${now < low ? 'below' : 'above'} ${what}`;
    return `${now < low ? 'below' : now > high ? 'above' : 'within'} ${what}`;
  };
  const low = target?.[index] ?? null;
  return (
    against(tolerance?.low[index] ?? null, tolerance?.high[index] ?? null, 'tolerance') ??
    against(low, targetHigh?.[index] ?? low, 'target') ??
    ''
  );
}

function reading(data: TrendData, title: string): string {
  const { caption, scale, main, benchmarks = [], breaks = [], marks = [] } = data;
  const present = main.values.flatMap((value, index) => (value === null ? [] : [{ value, index }]));
  const [first, last] = [present[0], present.at(-1)];
  if (first === undefined || last === undefined) return `${caption.measure}, ${caption.area}: no figure in any period.`;
  const named = ({ value, index }: { value: number; index: number }): string =>
    `${printed(value, scale)} in ${periodName(data, index)}`;
  const low = present.reduce((least, one) => (one.value < least.value ? one : least));
  const high = present.reduce((most, one) => (one.value > most.value ? one : most));
  const held = [data.target?.[last.index] ?? null, data.targetHigh?.[last.index] ?? null].flatMap((value) =>
    value === null ? [] : [printed(value, scale)],
  );
  const latest = benchmarks.flatMap(({ name, values }) => {
    const value = lastOf(values);
    return value === null ? [] : [`${name} ${printed(value, scale)}`];
  });
  const absent = main.values.length - present.length;
  const reasons = new Set(main.values.flatMap((value, index) => (value === null ? (main.missing?.[index] ?? []) : [])));
  const why = reasons.size === 0 ? '' : ` (${[...reasons].join(', ')})`;
  return [
    opening(caption, title),
    present.length === 1 ? `${named(last)}.` : `From ${named(first)} to ${named(last)}.`,
    ...(held.length > 0 ? [`Target ${held.join(' to ')}.`] : []),
    ...(present.length > 2 && low.value < high.value ? [`Lowest ${named(low)}, highest ${named(high)}.`] : []),
    ...(latest.length > 0 ? [`${listed(latest)}.`] : []),
    ...(absent > 0 ? [`${absent} of ${main.values.length} periods have no figure${why}.`] : []),
    ...breaks.map(({ index, label }) => `The line is broken at ${periodName(data, index)}: ${label}.`),
    ...marks.map(({ index, mark }) => `${periodName(data, index)} is ${markWords[mark]}.`),
  ].join(' ');
}

/** The periods that have a line in the table: not those of which nothing was ever collected. */
const tabled = ({ months, main, benchmarks = [] }: TrendData): number[] =>
  [...months.keys()].filter(
    (index) =>
      [main, ...benchmarks].some(({ values }) => (values[index] ?? null) !== null) ||
      main.missing?.[index] !== 'not collected',
  );

function table(data: TrendData): ChartTable {
  const { scale, main, benchmarks = [], target, targetHigh, amber, tolerance, marks = [], breaks = [] } = data;
  const lines: { label: string; values: Values; missing?: readonly (string | null)[] }[] = [
    { label: main.name, ...main },
    ...(target === undefined ? [] : [{ label: targetHigh === undefined ? 'Target' : 'Target from', values: target }]),
    ...(targetHigh === undefined ? [] : [{ label: 'Target to', values: targetHigh }]),
    ...(amber === undefined ? [] : [{ label: 'Amber limit', values: amber }]),
    ...(tolerance === undefined
      ? []
      : [
          { label: 'Tolerance from', values: tolerance.low },
          { label: 'Tolerance to', values: tolerance.high },
        ]),
    ...benchmarks.map((one) => ({ label: one.name, ...one })),
  ];
  const isNoted = marks.length + breaks.length > 0;
  const note = (index: number): TableCell => {
    const said = marks.filter((one) => one.index === index).map(({ mark }) => markWords[mark]);
    const broken = breaks.filter((one) => one.index === index).map(({ label }) => label);
    const text = [...said, ...broken].join('; ');
    return text === '' ? { value: null, text: '' } : words(text);
  };
  return {
    columns: [
      { label: periodHeading(data), kind: 'text' },
      ...lines.map(({ label }) => ({ label, kind: 'number' as const })),
      ...(isNoted ? [{ label: 'Note', kind: 'text' as const }] : []),
    ],
    rows: tabled(data).map((index) => [
      words(periodName(data, index)),
      ...lines.map(({ values, missing }) => cell(values[index] ?? null, scale, missing?.[index] ?? null)),
      ...(isNoted ? [note(index)] : []),
    ]),
  };
}
