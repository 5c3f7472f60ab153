import { type Cell, type Column, cellText, type Row, type Table } from '../../document/index.ts';
import { numberFormat } from './number-format.ts';
import type { Merge, SheetCell, SheetRow, Style } from './sheet.ts';

/** The rows of a table from its headers to its last, with the merged cells of what spans columns: rows from 0. */
export interface TableRows {
  readonly header: number;
  readonly rows: readonly SheetRow[];
  readonly merges: readonly Merge[];
}

export function tableRows({ columns, spanners, groups }: Table): TableRows {
  const rows: SheetRow[] = [];
  const merges: Merge[] = [];
  const add = (cells: readonly SheetCell[], spans: readonly number[]) => {
    let at = 0;
    const spread = cells.flatMap((cell, index) => {
      const span = spans[index] ?? 1;
      if (span > 1) merges.push({ row: rows.length, from: at, to: at + span - 1 });
      at += span;
      return [cell, ...Array.from({ length: span - 1 }, (): SheetCell => ({ value: null, style: cell.style }))];
    });
    rows.push({ cells: spread });
  };
  for (const spanner of spanners) {
    add(
      spanner.map(({ label }) => ({ value: label === '' ? null : label, style: spannerStyle })),
      spanner.map(({ span }) => span),
    );
  }
  add(
    columns.map((column) => ({ value: column.label, style: { ...headerStyle, align: alignOf(column) } })),
    [],
  );
  const header = rows.length;
  for (const group of groups) {
    if (group.title !== null) {
      const { title } = group;
      add(
        columns.map((_, index) => ({ value: index === 0 ? title : null, style: { font: 'bold', fill: 'group' } })),
        [],
      );
    }
    for (const row of group.rows) {
      add(
        cellsOf(row, columns),
        row.cells.map(({ span }) => span ?? 1),
      );
    }
  }
  return { header, rows, merges };
}

const headerStyle: Style = { font: 'bold', fill: 'header', border: 'under', wrap: true };
const spannerStyle: Style = { font: 'bold', fill: 'header', align: 'center', wrap: true };

const alignOf = ({ kind }: Column): 'left' | 'right' => (kind === 'number' ? 'right' : 'left');

function cellsOf(row: Row, columns: readonly Column[]): SheetCell[] {
  let at = 0;
  return row.cells.map((cell) => {
    const column = columns[at];
    at += cell.span ?? 1;
    return sheetCell(cell, column, row.total === true);
  });
}

function sheetCell(cell: Cell, column: Column | undefined, total: boolean): SheetCell {
  const base: Style = {
    border: 'hair',
    wrap: true,
    align: column === undefined || cell.span !== undefined ? 'left' : alignOf(column),
    ...(total || column?.heads === true ? { font: 'bold' } : {}),
    ...(cell.kind === 'status' && cell.status !== null ? { fill: cell.status } : {}),
  };
  if (cell.kind === 'number') {
    const remark = cell.remark === undefined ? '' : ` (${cell.remark})`;
    const format = numberFormat(cell.value, cell.text, `${marksOf(cell)}${remark}`);
    if (format) return { value: format.value, style: { ...base, wrap: false, format: format.code } };
  }
  return { value: `${cellText(cell)}${marksOf(cell)}`, style: base };
}

/** The marks of the notes of a cell: ' [a, b]'. */
const marksOf = ({ notes = [] }: Cell): string => (notes.length === 0 ? '' : ` [${notes.join(', ')}]`);
