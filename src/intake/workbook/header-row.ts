import { foldedHeading } from '../folded-heading.ts';
import type { SheetRow } from './sheet.ts';

/** How many rows are looked at for the header. */
export const headerWithin = 60;

const textOf = (cell: SheetRow['cells'][number]) => (typeof cell === 'string' ? cell : '');

/**
 * The header among the first rows of a sheet, which titles and notes may precede: the row with the most headings that
 * anything here knows (two at least); else the first row that is about as wide as the table and holds text alone; else the
 * first row.
 *
 * @param known headings as `foldedHeading` gives them
 */
export function headerOf(rows: readonly SheetRow[], known: ReadonlySet<string>): SheetRow | null {
  const hits = rows.map(({ cells }) => cells.filter((cell) => known.has(foldedHeading(textOf(cell)))).length);
  const most = Math.max(0, ...hits);
  if (most >= 2) return rows[hits.indexOf(most)] ?? null;
  const widths = rows.map(({ cells }) => cells.filter((cell) => cell !== undefined).length);
  const width = Math.max(0, ...widths);
  const isHeading = (cell: SheetRow['cells'][number]) => cell === undefined || /\p{L}/u.test(textOf(cell));
  const wide = rows.find(({ cells }, index) => (widths[index] ?? 0) * 2 > width && cells.every(isHeading));
  return wide ?? rows[0] ?? null;
}
