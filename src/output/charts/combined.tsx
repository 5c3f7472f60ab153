import { renderToString } from 'preact-render-to-string';
import type { CombinedData } from '../../document/index.ts';
import { type Chart, type Drawing, opening, withNotes, words } from './chart.ts';
import { CombinedChart } from './combined-chart.tsx';
import { cell, inWords, printed, scaleNote, shortest } from './number.ts';
import { periodHeading, periodName } from './periods.ts';
import { rangeAround } from './series.ts';

/** The picture, words and table of up to four series: lines, or one of bars with lines. */
export function combinedChart(data: CombinedData, { id, width, height }: Drawing): Chart {
  const { scale, series, breaks = [], caption } = data;
  const title = data.title ?? ownTitle(data);
  const alt = data.alt ?? reading(data, title);
  // Bars are lengths, so their scale begins at 0.
  const ground = series.some((one) => one.as === 'bars') ? [0] : [];
  const drawn = series.flatMap(({ values }) => values);
  const all = drawn.every((value) => value === null) ? [] : [...ground, ...drawn];
  const range = data.range ?? rangeAround(all, scale.measuredIn === 'percent');
  const chart = (
    <CombinedChart
      id={id}
      title={title}
      description={alt}
      months={data.months}
      periods={data.periods}
      series={series}
      breaks={breaks}
      range={range}
      scale={scale}
      {...(width === undefined ? {} : { width })}
      {...(height === undefined ? {} : { height })}
    />
  );
  return {
    title,
    alt,
    caption: withNotes(caption, scaleNote(range, scale)),
    svg: renderToString(chart),
    table: {
      columns: [
        { label: periodHeading(data), kind: 'text' },
        ...series.map(({ name }) => ({ label: name, kind: 'number' as const })),
      ],
      rows: data.months.map((_, index) => [
        words(periodName(data, index)),
        ...series.map(({ values, missing }) => cell(values[index] ?? null, scale, missing?.[index] ?? null)),
      ]),
    },
  };
}

interface Told {
  readonly name: string;
  readonly first: { readonly value: number; readonly index: number };
  readonly last: { readonly value: number; readonly index: number };
}

/** First and last of each series since the last break. */
function told({ series, breaks = [] }: CombinedData): Told[] {
  const from = breaks.at(-1)?.index ?? 0;
  return series.flatMap(({ name, values }) => {
    const known = values.flatMap((value, index) => (value === null || index < from ? [] : [{ value, index }]));
    const [first, last] = [known[0], known.at(-1)];
    return first === undefined || last === undefined ? [] : [{ name, first, last }];
  });
}

const way = ({ first, last }: Told): string =>
  last.value > first.value ? 'up' : last.value < first.value ? 'down' : 'unchanged';

function ownTitle(data: CombinedData): string {
  const all = told(data);
  const from = all[0]?.first.index;
  if (from === undefined) return 'No figure to draw';
  if (all.every(({ first, last }) => first.index === last.index)) {
    const each = all.map(({ name, last }) => `${name} ${printed(last.value, data.scale)}`).join(', ');
    return shortest(each, `${all.length} figures, ${periodName(data, from)} alone`);
  }
  const since = `since ${periodName(data, from)}`;
  const ways = new Set(all.map(way));
  const highest = all.reduce((most, one) => (one.last.value > most.last.value ? one : most));
  const together =
    all.length > 1 && ways.size === 1
      ? [`${all.length === 2 ? 'Both' : `All ${inWords(all.length)}`} ${[...ways].join('')} ${since}`]
      : [];
  return shortest(
    ...together,
    `${all.map((one) => `${one.name} ${way(one)}`).join(', ')} ${since}`,
    `${highest.name} highest of ${inWords(all.length)} in ${periodName(data, highest.last.index)}`,
    `Highest of ${inWords(all.length)}: ${printed(highest.last.value, data.scale)}`,
  );
}

function reading(data: CombinedData, title: string): string {
  const { caption, scale, series, breaks = [] } = data;
  const each = told(data).map(({ name, first, last }) =>
    first.index === last.index
      ? `${name}: ${printed(last.value, scale)} in ${periodName(data, last.index)}.`
      : `${name}: ${printed(first.value, scale)} in ${periodName(data, first.index)}, ${printed(last.value, scale)} in ${periodName(data, last.index)}.`,
  );
  const gaps = series.flatMap(({ name, values }) => {
    const absent = values.filter((value) => value === null).length;
    return absent === 0 ? [] : [`${name} has no figure in ${absent} of ${values.length} periods.`];
  });
  const broken = breaks.map(({ index, label }) => `The lines are broken at ${periodName(data, index)}: ${label}.`);
  return [opening(caption, title), ...each, ...gaps, ...broken].join(' ');
}
