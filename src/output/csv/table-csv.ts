import { type Cell, type Column, cellText, type Table } from '../../document/index.ts';

/**
 * A table as rows of one width under the ids of its columns. A figure is the number, unrounded, a percentage 0 to 100; where
 * there is none its words stand there, in every column that they span. The group that a row is in stands first where the
 * table has groups; what is remarked of a figure and the marks of its notes stand in a column of their own after it.
 */
export function tableCsv({ columns, groups }: Table): (string | number)[][] {
  const grouped = groups.some(({ title }) => title !== null);
  const rows = groups.flatMap((group) => group.rows.map(({ cells }) => ({ group: group.title, cells: spread(cells) })));
  const remarked = columns.map((_, at) => rows.some(({ cells }) => remarkOf(cells[at]) !== ''));
  const names = columns.flatMap(({ id }, at) => [id, ...(remarked[at] ? [`${id}-remark`] : [])]);
  return [
    [...(grouped ? ['group'] : []), ...names],
    ...rows.map(({ group, cells }) => [
      ...(grouped ? [group ?? ''] : []),
      ...columns.flatMap((_, at) => [figureOf(cells[at]), ...(remarked[at] ? [remarkOf(cells[at])] : [])]),
    ]),
  ];
}

/** What each column of a table is: its id and its printed heading under those that span it. */
export const columnsOf = ({ columns, spanners }: Table): { readonly column: Column; readonly heading: string }[] =>
  columns.map((column, at) => ({
    column,
    heading: [...spanners.map((row) => spannerAt(row, at)), column.label].filter((label) => label !== '').join(': '),
  }));

function spannerAt(row: Table['spanners'][number], wanted: number): string {
  let end = 0;
  for (const { label, span } of row) {
    end += span;
    if (wanted < end) return label;
  }
  return '';
}

const spread = (cells: readonly Cell[]): Cell[] =>
  cells.flatMap((cell) => Array.from({ length: cell.span ?? 1 }, () => cell));

function figureOf(cell: Cell | undefined): string | number {
  if (cell === undefined) return '';
  if (cell.kind === 'number') return cell.value;
  const { remark: _, ...own } = cell;
  return cellText(own as Cell);
}

/** 'few; note a'. */
function remarkOf(cell: Cell | undefined): string {
  const notes = cell?.notes ?? [];
  return [...(cell?.remark === undefined ? [] : [cell.remark]), ...notes.map((mark) => `note ${mark}`)].join('; ');
}
