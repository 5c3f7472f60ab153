import type { JSX } from 'preact';
import type { Note } from '../../document/index.ts';

/** The footnotes of a table, by their marks. */
export function NotesList({ notes }: { readonly notes: readonly Note[] }): JSX.Element | null {
  if (notes.length === 0) return null;
  return (
    <ul class="report-notes">
      {notes.map(({ mark, text }) => (
        <li key={mark}>
          <span class="report-notes__mark">{mark}</span> {text}
        </li>
      ))}
    </ul>
  );
}

/** The marks of the notes that something carries. */
export function NoteMarks({ notes = [] }: { readonly notes?: readonly string[] | undefined }): JSX.Element | null {
  if (notes.length === 0) return null;
  return (
    <sup class="report-mark">
      <span class="report-hidden"> note </span>
      {notes.join(', ')}
    </sup>
  );
}
