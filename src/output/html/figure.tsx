import type { JSX } from 'preact';
import type { Figure } from '../../document/index.ts';
import { type Chart, type ChartTable, captionText, chartOf } from '../charts/index.ts';

const wide = 720;
/** What a phone has room for: a wide picture made smaller would print its labels too small. */
const narrow = 356;

interface Props {
  readonly figure: Figure;
  /** The id of the heading of its section, which tells its data from those of a chart of the same title elsewhere. */
  readonly headingId: string;
}

/** A chart, drawn for a wide and for a narrow page, with its caption and its data. */
export function ReportFigure({ figure, headingId }: Props): JSX.Element {
  const { id, chart: data, table } = figure;
  const chart = chartOf(data, { id: `${id}_w`, width: wide });
  const small = chartOf(data, { id: `${id}_n`, width: narrow });
  return (
    <figure id={id} class="report-chart">
      <p class="report-chart__title">{chart.title}</p>
      <Picture chart={chart} class="report-chart__wide" />
      <Picture chart={small} class="report-chart__narrow" />
      <figcaption>{captionText(chart.caption)}</figcaption>
      {table === 'shown' && (
        <details>
          <summary>View as table</summary>
          <DataTable id={id} headingId={headingId} chart={chart} />
        </details>
      )}
    </figure>
  );
}

function Picture({ chart: { svg }, class: name }: { readonly chart: Chart; readonly class: string }): JSX.Element {
  return <div class={name} dangerouslySetInnerHTML={{ __html: svg }} />;
}

interface DataProps {
  readonly id: string;
  readonly headingId: string;
  readonly chart: Chart;
}

function DataTable({ id, headingId, chart: { title, table } }: DataProps): JSX.Element {
  return (
    <section class="report-scroll" aria-labelledby={`${headingId} ${id}_c`} tabindex={0}>
      <table class="report-data">
        <caption id={`${id}_c`}>{`${title}: the figures`}</caption>
        <thead>
          <tr>
            {table.columns.map(({ label, kind }, at) => (
              <th key={at} scope="col" class={numeric(kind)}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            <DataRow key={index} row={row} table={table} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function DataRow({
  row,
  table,
}: {
  readonly row: ChartTable['rows'][number];
  readonly table: ChartTable;
}): JSX.Element {
  return (
    <tr>
      {row.map(({ text }, at) =>
        at === 0 ? (
          <th key={at} scope="row">
            {text}
          </th>
        ) : (
          <td key={at} class={numeric(table.columns[at]?.kind)}>
            {text}
          </td>
        ),
      )}
    </tr>
  );
}

const numeric = (kind: 'text' | 'number' | undefined): string | undefined =>
  kind === 'number' ? 'report-number-cell' : undefined;
