import type { Cell, Note, RowGroup } from '../table.ts';

/** The notes of a report that the cells of a table carry, in the order of the report. */
export function notesUsed(notes: Readonly<Record<string, string>>, groups: readonly RowGroup[]): Note[] {
  const marks = new Set(
    groups.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.notes ?? []))),
  );
  return Object.entries(notes).flatMap(([mark, text]) => (marks.has(mark) ? [{ mark, text }] : []));
}

/**
 * A cell whose words end with the mark of a note of the report, as a reason for no target may, carries that note. The
 * longest mark counts: 'No Target**' carries '**', not '*'. Of a mark alone a dash is left to carry it.
 */
export function withMarks(notes: Readonly<Record<string, string>>, cell: Cell): Cell {
  const words = wordsOf(cell);
  const mark = Object.keys(notes)
    .toSorted((a, b) => b.length - a.length)
    .find((one) => /[^\p{L}\p{N}]$/u.test(one) && words.endsWith(one));
  if (mark === undefined || cell.notes?.includes(mark) === true) return cell;
  const left = words.slice(0, -mark.length).trim() || '–';
  const marked = { notes: [...(cell.notes ?? []), mark] };
  if (cell.kind === 'status') return { ...cell, ...marked, word: left };
  return cell.kind === 'state' ? { ...cell, ...marked, text: left } : cell;
}

const wordsOf = (cell: Cell): string => (cell.kind === 'status' ? cell.word : cell.kind === 'state' ? cell.text : '');
