import type { Note, RowGroup } from '../table.ts';

/** The notes of a report that the cells of a table carry, in the order of the report. */
export function notesUsed(notes: Readonly<Record<string, string>>, groups: readonly RowGroup[]): Note[] {
  const marks = new Set(
    groups.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.notes ?? []))),
  );
  return Object.entries(notes).flatMap(([mark, text]) => (marks.has(mark) ? [{ mark, text }] : []));
}
