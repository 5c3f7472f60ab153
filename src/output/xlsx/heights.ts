import type { Merge, SheetRow } from './sheet.ts';

/** In points; what Arial of 11 points takes. */
export const lineHeight = 15;
const mostLines = 27;

/**
 * Rows with the heights that their words need. Excel finds the height of a row itself, though not over merged cells;
 * other spreadsheets leave every row one line high.
 */
export function withHeights(
  rows: readonly SheetRow[],
  widths: readonly number[],
  merges: readonly Merge[],
): readonly SheetRow[] {
  const merged = new Map(merges.map(({ row, from, to }) => [`${row} ${from}`, to]));
  return rows.map((row, at) => {
    if (row.height !== undefined) return row;
    const lines = row.cells.map(({ value, style }, column) => {
      if (typeof value !== 'string' || style.wrap !== true) return 1;
      const to = merged.get(`${at} ${column}`) ?? column;
      const width = widths.slice(column, to + 1).reduce((sum, one) => sum + one, 0);
      return linesOf(value, style.font === undefined ? width : width * 0.92);
    });
    const most = Math.min(mostLines, Math.max(1, ...lines));
    return most === 1 ? row : { ...row, height: most * lineHeight };
  });
}

/** Lines that words take in so many characters; a little too many rather than a line cut off. */
export function linesOf(words: string, width: number): number {
  const room = Math.max(4, Math.floor(width * 0.95));
  return words.split('\n').reduce((sum, line) => sum + linesOfOne(line, room), 0);
}

function linesOfOne(line: string, room: number): number {
  let lines = 1;
  let used = 0;
  for (const word of line.split(' ')) {
    if (used > 0 && used + 1 + word.length > room) {
      lines += 1;
      used = 0;
    }
    const whole = used === 0 ? word.length : used + 1 + word.length;
    lines += Math.max(0, Math.ceil(whole / room) - 1);
    used = whole > room ? whole % room || room : whole;
  }
  return lines;
}
