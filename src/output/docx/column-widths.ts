import { cellText, type Table } from '../../document/index.ts';

/** Left and right of the words of a cell, in twentieths of a point. */
const beside = 140;
const longestCounted = 20;

/**
 * The widths of a printed table's columns in twentieths of a point: by their shares, but none narrower than its longest
 * word where the page has room for that. `letter` is what a bold letter takes.
 */
export function printedWidths({ columns, groups }: Table, width: number, letter: number): number[] {
  const least = columns.map(({ label }, index) => {
    const cells = groups.flatMap(({ rows }) => rows.flatMap(({ cells: all }) => cellWordsAt(all, index)));
    const longest = Math.max(
      ...[label, ...cells].flatMap((words) => words.split(/[\s-]+/).map(({ length }) => length)),
    );
    return Math.min(longest, longestCounted) * letter + beside;
  });
  const needed = sum(least);
  if (needed >= width) return least.map((one) => Math.floor((one * width) / needed));
  const shares = columns.map((column) => ((column.width ?? 1) * width) / sum(columns.map((one) => one.width ?? 1)));
  const wanting = sum(shares.map((share, index) => Math.max(0, (least[index] ?? 0) - share)));
  const spare = sum(shares.map((share, index) => Math.max(0, share - (least[index] ?? 0))));
  return shares.map((share, index) => {
    const own = least[index] ?? 0;
    return Math.floor(share <= own ? own : own + (share - own) * (1 - wanting / spare));
  });
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** What stands in a column; nothing where a cell spans several. */
function cellWordsAt(cells: Table['groups'][number]['rows'][number]['cells'], wanted: number): string[] {
  let at = 0;
  for (const cell of cells) {
    if (at === wanted && (cell.span ?? 1) === 1) return [cellText(cell)];
    at += cell.span ?? 1;
  }
  return [];
}
