import type { Figure, Section } from '../../document/index.ts';
import { type Chart, captionText, chartOf } from '../charts/index.ts';

/** A chart as the template sets it. */
export interface PrintChart extends Pick<Chart, 'title' | 'alt' | 'svg'> {
  readonly caption: string;
  /** Null where the data stand elsewhere in the document. */
  readonly table: Chart['table'] | null;
  /** Where at the end of the print the data stand; null where they are under the chart. */
  readonly tableAt: string | null;
}

/** The data of a chart at the end of the print. */
export interface PrintData {
  readonly kind: 'data';
  readonly id: string;
  readonly title: string;
  readonly table: Chart['table'];
}

/** The charts of a document, each drawn once. */
export type Drawn = ReadonlyMap<Figure, Chart>;

/** More rows than these stand at the end: under each chart they would push the words of a page onto the next. */
const rowsBesideChart = 8;

export function drawn(sections: readonly Section[]): Drawn {
  const figures = (section: Section): Figure[] => [
    ...section.blocks.filter((block) => block.kind === 'figure'),
    ...section.sections.flatMap(figures),
  ];
  return new Map(
    sections.flatMap(figures).map((figure) => [figure, chartOf(figure.chart, { id: figure.id, width: 680 })]),
  );
}

export function printChart(figure: Figure, charts: Drawn): PrintChart {
  const chart = chartOfFigure(figure, charts);
  const isApart = hasDataApart(figure, chart);
  return {
    title: chart.title,
    alt: chart.alt,
    svg: chart.svg,
    caption: captionText(chart.caption),
    table: figure.table === 'shown' && !isApart ? chart.table : null,
    tableAt: isApart ? dataId(figure) : null,
  };
}

/** The data of the charts of a section and of those under it, which stand at the end of the print. */
export function dataOf({ title, blocks, sections }: Section, charts: Drawn): PrintData[] {
  const own = blocks.flatMap((block): PrintData[] => {
    if (block.kind !== 'figure') return [];
    const chart = chartOfFigure(block, charts);
    if (!hasDataApart(block, chart)) return [];
    return [{ kind: 'data', id: dataId(block), title: `${title}: ${chart.title}`, table: chart.table }];
  });
  return [...own, ...sections.flatMap((section) => dataOf(section, charts))];
}

const dataId = ({ id }: Figure): string => `${id}-figures`;

const hasDataApart = ({ table }: Figure, chart: Chart): boolean =>
  table === 'shown' && chart.table.rows.length > rowsBesideChart;

function chartOfFigure(figure: Figure, charts: Drawn): Chart {
  const chart = charts.get(figure);
  if (chart === undefined) throw new Error(`the chart ${figure.id} has not been drawn`);
  return chart;
}
