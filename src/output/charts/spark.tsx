import { renderToString } from 'preact-render-to-string';
import type { SparkData } from '../../document/index.ts';
import { type Chart, type Drawing, opening, words } from './chart.ts';
import { cell, printed } from './number.ts';
import { periodHeading, periodKind, periodName } from './periods.ts';
import { Sparkline } from './sparkline.tsx';
import { trendTitle } from './trend-title.ts';

/** The picture, words and table of a line the size of a word; its own title stands for its alternative text. */
export function sparkChart(data: SparkData, { id, width, height }: Drawing): Chart {
  const { scale, values, targets = [], breaks = [], missing, caption } = data;
  const labels = data.months.map((_, index) => periodName(data, index));
  const title = data.title ?? trendTitle({ values, labels, from: breaks.at(-1) ?? 0, every: periodKind(data) });
  const last = values.findLastIndex((value) => value !== null);
  const now = values[last] ?? null;
  const latest = now === null ? '' : ` ${printed(now, scale)} in ${labels[last]}.`;
  const alt = data.alt ?? `${opening(caption, title)}${latest}`;
  const size = { ...(width === undefined ? {} : { width }), ...(height === undefined ? {} : { height }) };
  return {
    title,
    alt,
    caption,
    svg: renderToString(<Sparkline id={id} values={values} targets={targets} breaks={breaks} title={alt} {...size} />),
    table: {
      columns: [
        { label: periodHeading(data), kind: 'text' },
        { label: 'Figure', kind: 'number' },
        ...(targets.length > 0 ? [{ label: 'Target', kind: 'number' as const }] : []),
      ],
      rows: labels.map((label, index) => [
        words(label),
        cell(values[index] ?? null, scale, missing?.[index] ?? null),
        ...(targets.length > 0 ? [cell(targets[index] ?? null, scale, 'none')] : []),
      ]),
    },
  };
}
