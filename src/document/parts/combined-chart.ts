import { shortMonthLabel } from '../../calendar/index.ts';
import { figureSeries } from '../../judgement/index.ts';
import { plainText } from '../../narrative/index.ts';
import type { CombinedData } from '../chart-data.ts';
import { monthsBefore } from '../compile/periods.ts';
import { prose } from '../compile/prose.ts';
import { captionOf, missingIn, periodsOf, spanOf } from '../compile/series.ts';
import { measuredEntries } from './measured.ts';
import { nothing } from './nothing.ts';
import type { Part } from './part.ts';

/** Two to four figures measured alike, over the same periods. One measured otherwise is left out, and that is said. */
export const combinedChart: Part<'combined-chart'> = (context, { indicators, title, every, last }) => {
  const entries = measuredEntries({ ...context, entry: null }, { indicators });
  const [first] = entries;
  if (first === undefined) return [];
  const { measuredIn, decimals } = first.definition;
  const alike = entries.filter(({ definition }) => definition.measuredIn === measuredIn);
  const months = monthsBefore(context.month, every, last, context.input.figures.pack.financialYearStart);
  const span = spanOf(context, months, every);
  const lines = alike.map((entry) => ({
    entry,
    series: figureSeries(context.input.figures, entry.indicator, context.unit.code, months),
  }));
  const drawn = lines.filter(({ series }) => series.values.some((value) => value !== null));
  if (drawn.length === 0) return [nothing(`There is no figure from ${span} to draw.`)];
  const left = entries.filter((entry) => !drawn.some((line) => line.entry === entry));
  const notes = left.map((entry) =>
    alike.includes(entry)
      ? `${entry.title} has no figure in these periods.`
      : `${entry.title} is measured otherwise, and is not drawn on this scale.`,
  );
  const breaks = drawn.flatMap(({ entry, series }) =>
    series.breaks.map(({ index }) => ({
      index,
      label: `${entry.title}: definition changed, ${shortMonthLabel(months[index] ?? context.month)}`,
    })),
  );
  const caption = captionOf(context, first, span, notes);
  const data: CombinedData = {
    kind: 'combined',
    caption: { ...caption, measure: drawn.map(({ entry }) => entry.title).join('; ') },
    ...(title !== undefined && { title: plainText(prose(context, title)) }),
    scale: { measuredIn, decimals },
    ...periodsOf(context, months, every),
    series: drawn.map(({ entry, series }) => ({
      name: entry.title,
      values: series.values,
      missing: missingIn(series.observations),
    })),
    ...(breaks.length > 0 && { breaks }),
  };
  return [
    {
      kind: 'figure',
      id: context.id(`${drawn.map(({ entry }) => entry.indicator.id).join('-')}-combined`),
      chart: data,
      table: 'shown',
    },
  ];
};
