import { cellText, type Table } from '../../document/index.ts';

const narrowest = 9;
const widest: Readonly<Record<Table['columns'][number]['kind'], number>> = {
  text: 46,
  number: 14,
  status: 22,
  direction: 18,
  trend: 40,
};

/** Widths of the columns of a sheet in characters: what each holds, within limits; cells wrap beyond them. */
export function columnWidths(tables: readonly Table[]): number[] {
  const widths: number[] = [];
  for (const { columns, groups } of tables) {
    for (const [index, column] of columns.entries()) {
      const longestWord = Math.max(0, ...column.label.split(/\s+/).map((word) => word.length));
      const said = groups.flatMap(({ rows }) => rows.map(({ cells }) => lengthAt(cells, index)));
      const wanted = Math.max(narrowest, longestWord + 3, Math.max(0, ...said) + 2);
      widths[index] = Math.max(widths[index] ?? 0, Math.min(wanted, Math.max(widest[column.kind], longestWord + 3)));
    }
  }
  return widths;
}

/** The length of what stands in a column, nought where a cell spans several. */
function lengthAt(cells: Table['groups'][number]['rows'][number]['cells'], wanted: number): number {
  let at = 0;
  for (const cell of cells) {
    if (at === wanted && (cell.span ?? 1) === 1) return Math.min(200, cellText(cell).length);
    at += cell.span ?? 1;
  }
  return 0;
}

/** How many characters wide the words beside the tables run. */
const proseWidth = 100;
const otherColumn = 12;

/** As many columns as words need to run over, and their widths: at least those of the tables. */
export function proseColumns(widths: readonly number[]): { readonly span: number; readonly widths: readonly number[] } {
  const all = widths.length === 0 ? [26] : [...widths];
  let sum = 0;
  let span = 0;
  while (sum < proseWidth) {
    if (all[span] === undefined) all.push(otherColumn);
    sum += all[span] ?? otherColumn;
    span += 1;
  }
  return { span, widths: all };
}
