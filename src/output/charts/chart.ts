import type { Caption } from '../../document/index.ts';

/** How large to draw, in CSS pixels, and the id that makes the picture's own ids unique on a page. */
export interface Drawing {
  readonly id: string;
  readonly width?: number;
  readonly height?: number;
}

export interface TableColumn {
  readonly label: string;
  /** Numbers align at the right. The first column heads its rows. */
  readonly kind: 'text' | 'number';
}

export interface TableCell {
  /** Null where there is none; then the text says why. */
  readonly value: string | number | null;
  /** As printed. */
  readonly text: string;
}

/** The data under a chart: one header row, the first cell of each row its header. */
export interface ChartTable {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly TableCell[])[];
}

/** A chart ready to be set on a page or in a document. */
export interface Chart {
  /** What is seen, in at most ten words where the data's own names allow it. */
  readonly title: string;
  /** The reading, for those who do not see the picture. */
  readonly alt: string;
  readonly caption: Caption;
  /** One self-contained svg element: attributes only, no style, no script. */
  readonly svg: string;
  readonly table: ChartTable;
}

/** The caption as one paragraph. */
export function captionText({ measure, area, period, source, notes = [] }: Caption): string {
  const what = [measure, area, period].filter((part) => part !== '').join(', ');
  const ends = source === '' ? [] : [`Source: ${source}.`];
  return [...(what === '' ? [] : [`${what}.`]), ...ends, ...notes].join(' ');
}

/** A cell of words. */
export const words = (text: string): TableCell => ({ value: text, text });

/** The words a reading begins with: what and where, then what is seen. */
export function opening({ measure, area }: Caption, title: string): string {
  return `${[measure, area].filter((part) => part !== '').join(', ')}: ${title}.`;
}

/** The caption with more to know before reading. */
export function withNotes(caption: Caption, notes: readonly string[]): Caption {
  return notes.length === 0 ? caption : { ...caption, notes: [...(caption.notes ?? []), ...notes] };
}
