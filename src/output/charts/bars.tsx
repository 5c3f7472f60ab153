import { renderToString } from 'preact-render-to-string';
import type { BarsData } from '../../document/index.ts';
import { BarChart } from './bar-chart.tsx';
import { type Chart, type Drawing, opening, type TableCell, words } from './chart.ts';
import { cell, printed, shortest } from './number.ts';

/** Narrower than this, names stand above the bars. */
const narrow = 420;

/** The picture, words and table of one figure over units. */
export function barsChart(data: BarsData, { id, width = 640 }: Drawing): Chart {
  const { scale, bars, reference, caption, things = 'units' } = data;
  const title = data.title ?? ownTitle(data);
  const alt = data.alt ?? reading(data, title);
  const chart = (
    <BarChart
      id={id}
      title={title}
      description={alt}
      bars={bars.map(({ label, value, missing, note, own }) => ({
        label,
        value,
        text: value === null ? (missing ?? 'no figure') : printed(value, scale),
        note: note ?? '',
        own: own === true,
      }))}
      reference={
        reference === undefined
          ? null
          : { value: reference.value, label: `${reference.label} ${printed(reference.value, scale)}` }
      }
      width={width}
      stacked={width < narrow}
    />
  );
  const hasNotes = bars.some(({ note }) => note !== undefined && note !== '');
  const note = (text: string | undefined): TableCell =>
    text === undefined || text === '' ? { value: null, text: '' } : words(text);
  return {
    title,
    alt,
    caption,
    svg: renderToString(chart),
    table: {
      columns: [
        { label: `${things.charAt(0).toUpperCase()}${things.slice(1)}`, kind: 'text' },
        { label: 'Figure', kind: 'number' },
        ...(hasNotes ? [{ label: 'Rests on', kind: 'text' as const }] : []),
      ],
      rows: [
        ...bars.map((bar) => [
          words(bar.label),
          cell(bar.value, scale, bar.missing ?? null),
          ...(hasNotes ? [note(bar.note)] : []),
        ]),
        ...(reference === undefined
          ? []
          : [[words(reference.label), cell(reference.value, scale), ...(hasNotes ? [note('')] : [])]]),
      ],
    },
  };
}

interface Known {
  readonly label: string;
  readonly value: number;
}

const known = ({ bars }: BarsData): Known[] =>
  bars.flatMap(({ label, value }) => (value === null ? [] : [{ label, value }]));

function ends(all: readonly Known[]): { readonly low: Known; readonly high: Known } | null {
  const [first] = all;
  if (first === undefined) return null;
  const low = all.reduce((least, one) => (one.value < least.value ? one : least), first);
  return { low, high: all.reduce((most, one) => (one.value > most.value ? one : most), first) };
}

function ownTitle(data: BarsData): string {
  const { scale, things = 'units' } = data;
  const all = known(data);
  const found = ends(all);
  if (found === null) return 'No figure to draw';
  const { low, high } = found;
  const print = ({ value }: Known): string => printed(value, scale);
  if (all.length === 1) return shortest(`${high.label} ${print(high)}`, `One figure, ${print(high)}`);
  if (low.value === high.value) return `All ${all.length} ${things} at ${print(high)}`;
  return shortest(
    `${high.label} highest at ${print(high)}, ${low.label} lowest at ${print(low)}`,
    `From ${print(low)} to ${print(high)} over ${all.length} ${things}`,
  );
}

function reading(data: BarsData, title: string): string {
  const { caption, scale, reference, bars } = data;
  const all = known(data);
  const found = ends(all);
  const begin = opening(caption, title);
  if (found === null) return begin;
  const { low, high } = found;
  const own = bars.find((bar) => bar.own === true);
  const above = reference === undefined ? 0 : all.filter(({ value }) => value > reference.value).length;
  const absent = bars
    .filter(({ value }) => value === null)
    .map(({ label, missing }) => `${label} ${missing ?? 'no figure'}`);
  return [
    begin,
    ...(low.value < high.value && !(title.includes(low.label) && title.includes(high.label))
      ? [`Highest ${high.label} ${printed(high.value, scale)}, lowest ${low.label} ${printed(low.value, scale)}.`]
      : []),
    ...(own?.value == null || own.label === low.label || own.label === high.label
      ? []
      : [`${own.label} ${printed(own.value, scale)}.`]),
    ...(reference === undefined
      ? []
      : [`${reference.label} ${printed(reference.value, scale)}; ${above} of ${all.length} lie above it.`]),
    ...(absent.length > 0 ? [`Not drawn: ${absent.join(', ')}.`] : []),
  ].join(' ');
}
