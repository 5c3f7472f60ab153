import type { JSX } from 'preact';
import type { Column, Row, Table } from '../../document/index.ts';
import { TableCell } from './cell.tsx';
import { NotesList } from './notes.tsx';

interface Props {
  readonly table: Table;
  /** The id of the heading of its section, which tells it from a table of the same caption elsewhere. */
  readonly headingId: string;
}

/** A table with its headers, which scrolls by itself where it is wider than the screen. */
export function ReportTable({ table, headingId }: Props): JSX.Element {
  const { id, caption, columns, groups, notes } = table;
  return (
    <div class="report-table" id={id}>
      <section class="report-scroll" aria-labelledby={`${headingId} ${id}_c`} tabindex={0}>
        <table class={columns.length > 9 ? 'report-table--dense' : undefined}>
          <caption id={`${id}_c`}>{caption}</caption>
          <thead>
            <Spanners table={table} />
            <tr>
              {columns.map((column) => (
                <th key={column.id} scope="col" class={classOf(column)}>
                  {column.label}
                </th>
              ))}
            </tr>
          </thead>
          {groups.map(({ title, rows }, index) => (
            <tbody key={index}>
              {title !== null && (
                <tr class="report-group">
                  <th scope="rowgroup" colspan={columns.length}>
                    {title}
                  </th>
                </tr>
              )}
              {rows.map((row, at) => (
                <TableRow key={at} row={row} columns={columns} id={`${id}_${index}_${at}`} />
              ))}
            </tbody>
          ))}
        </table>
      </section>
      <NotesList notes={notes} />
    </div>
  );
}

/** Rows of headers above the columns' own; where a spanner says nothing the cell is no header. */
function Spanners({ table: { id, spanners } }: { readonly table: Table }): JSX.Element {
  return (
    <>
      {spanners.map((row, index) => (
        <tr key={`${id} ${index}`} class="report-spanners">
          {row.map(({ label, span }, at) =>
            label === '' ? (
              <td key={at} colspan={span} />
            ) : (
              <th key={at} scope="colgroup" colspan={span}>
                {label}
              </th>
            ),
          )}
        </tr>
      ))}
    </>
  );
}

interface RowProps {
  readonly row: Row;
  readonly columns: readonly Column[];
  readonly id: string;
}

function TableRow({ row, columns, id }: RowProps): JSX.Element {
  let at = 0;
  const cells = row.cells.map((cell, index) => {
    const column = columns[at];
    at += cell.span ?? 1;
    const content = <TableCell cell={cell} id={`${id}_${index}`} />;
    const span = cell.span === undefined || cell.span === 1 ? {} : { colspan: cell.span };
    const names = [column && classOf(column), cell.kind === 'number' && 'report-fixed'].filter(Boolean);
    const place = { class: names.join(' ') || undefined, ...span };
    return column?.heads === true ? (
      <th key={column.id} scope="row" {...place}>
        {content}
      </th>
    ) : (
      <td key={column?.id ?? index} {...place}>
        {content}
      </td>
    );
  });
  return <tr class={row.total === true ? 'report-total' : undefined}>{cells}</tr>;
}

/** What aligns a column and how much room it has; words have as much as there is. */
function classOf({ kind, width = 1 }: Column): string | undefined {
  if (kind !== 'text') return `report-${kind}`;
  return width < 0.8 ? 'report-narrow' : undefined;
}
