import { type Renderer, renderers } from './renderers.ts';

/** A kind of file that a person can have of a report. */
export interface Form {
  /** What the name of the file ends in, without the dot. */
  readonly ending: string;
  /** What people call it. */
  readonly label: string;
  readonly mediaType: string;
  /** Whether the renderer does its long work in a process of its own. */
  readonly apart: boolean;
  readonly render: Renderer;
}

const known: Readonly<Record<string, Pick<Form, 'label' | 'mediaType'>>> = {
  pdf: { label: 'PDF', mediaType: 'application/pdf' },
  xlsx: {
    label: 'Excel workbook',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  docx: {
    label: 'Word document',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  zip: { label: 'CSV files in a zip', mediaType: 'application/zip' },
  html: { label: 'Web page in one file', mediaType: 'text/html; charset=utf-8' },
};

/**
 * The kinds of file that any report can be, those that most people want first. A single CSV is none of them: it holds
 * one table, and most reports have several; the zip has a CSV of each.
 */
export const forms: readonly Form[] = Object.entries(known).flatMap(([ending, form]) => {
  const render = renderers[ending];
  return render === undefined ? [] : [{ ending, ...form, apart: ending === 'pdf', render }];
});
