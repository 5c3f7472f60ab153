import { renderToString } from 'preact-render-to-string';
import type { StackedData, StackedRow } from '../../document/index.ts';
import { formatAmount } from '../../judgement/index.ts';
import { type Chart, type Drawing, opening, type TableCell, withNotes, words } from './chart.ts';
import { shortest } from './number.ts';
import { StackedChart, sharesOf } from './stacked-chart.tsx';

/** Said under every chart of shares. */
export const sharesNote =
  'Shares are rounded so that each row sums to 100: what rounding down leaves over goes to the largest remainders.';

/** The picture, words and table of shares by unit or period. */
export function stackedChart(data: StackedData, { id, width }: Drawing): Chart {
  const { categories, rows, decimals = 0, caption } = data;
  const title = data.title ?? ownTitle(data);
  const alt = data.alt ?? reading(data, title);
  const chart = (
    <StackedChart
      id={id}
      title={title}
      description={alt}
      categories={categories}
      rows={rows}
      decimals={decimals}
      {...(width === undefined ? {} : { width })}
    />
  );
  return {
    title,
    alt,
    caption: withNotes(caption, [sharesNote]),
    svg: renderToString(chart),
    table: {
      columns: [
        { label: data.rowsAre, kind: 'text' },
        ...categories.flatMap((label) => [
          ...(data.of === undefined ? [] : [{ label: `${label}, ${data.of}`, kind: 'number' as const }]),
          { label: `${label}, %`, kind: 'number' as const },
        ]),
        ...(data.of === undefined ? [] : [{ label: `All ${data.of}`, kind: 'number' as const }]),
      ],
      rows: rows.map((row) => tableRow(data, row)),
    },
  };
}

function tableRow({ categories, of, decimals = 0 }: StackedData, row: StackedRow): TableCell[] {
  const percents = sharesOf(row, decimals);
  const missing = row.missing ?? 'none';
  const amount = (value: number | null): TableCell => ({ value, text: value === null ? missing : formatAmount(value) });
  const isWhole = row.amounts.every((value) => value !== null);
  const total = row.amounts.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  return [
    words(row.label),
    ...categories.flatMap((_, index) => {
      const percent = percents?.[index] ?? null;
      const share = { value: percent, text: percent === null ? missing : `${percent.toFixed(decimals)}%` };
      return of === undefined ? [share] : [amount(row.amounts[index] ?? null), share];
    }),
    ...(of === undefined ? [] : [amount(isWhole ? total : null)]),
  ];
}

interface Known {
  readonly row: StackedRow;
  readonly percents: readonly number[];
}

function known({ rows, decimals = 0 }: StackedData): Known[] {
  return rows.flatMap((row) => {
    const percents = sharesOf(row, decimals);
    return percents === null ? [] : [{ row, percents }];
  });
}

/** More rows than this are told by how many share their largest category. */
const fewRows = 6;

function largest({ categories, decimals = 0 }: StackedData, percents: readonly number[]): string {
  const most = Math.max(...percents);
  return `${categories[percents.indexOf(most)] ?? ''} ${most.toFixed(decimals)}%`;
}

/** Of the row it is about, else of many rows together, else of the last, which is the latest of periods. */
function ownTitle(data: StackedData): string {
  const all = known(data);
  const found = all.find(({ row }) => row.own === true) ?? all.at(-1);
  if (found === undefined) return 'No shares to draw';
  const { row, percents } = found;
  const most = Math.max(...percents);
  const name = data.categories[percents.indexOf(most)] ?? '';
  const share = `${most.toFixed(data.decimals ?? 0)}%`;
  if (row.own !== true && all.length > fewRows) return largestOfMany(data, all);
  const among = row.own === true ? '' : ` in ${row.label}`;
  return shortest(
    `${name} the largest share at ${share}${among}`,
    `${name} the largest, ${share}`,
    `Largest share ${share}${among}`,
    `Largest share ${share}`,
  );
}

function largestOfMany({ categories }: StackedData, all: readonly Known[]): string {
  const counts = categories.map(
    (_, index) => all.filter(({ percents }) => percents.indexOf(Math.max(...percents)) === index).length,
  );
  const most = Math.max(...counts);
  const name = categories[counts.indexOf(most)] ?? '';
  const among = most === all.length ? `in all ${most}` : `in ${most} of ${all.length}`;
  return shortest(`${name} the largest share ${among}`, `One category the largest share ${among}`);
}

function reading(data: StackedData, title: string): string {
  const { caption, categories, rows, decimals = 0 } = data;
  const told = rows.map((row) => {
    const percents = sharesOf(row, decimals);
    if (percents === null) return `${row.label}: ${row.missing ?? 'none'}.`;
    if (rows.length > fewRows) return `${row.label}: ${largest(data, percents)}.`;
    return `${row.label}: ${percents.map((percent, index) => `${categories[index]} ${percent.toFixed(decimals)}%`).join(', ')}.`;
  });
  const begin = opening(caption, title);
  return rows.length > fewRows ? `${begin} The largest share of each: ${told.join(' ')}` : `${begin} ${told.join(' ')}`;
}
