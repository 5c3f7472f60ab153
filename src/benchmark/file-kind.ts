import { BenchmarkRefusal, found } from './finding.ts';
import type { PublishedFile } from './published-file.ts';

/** What a published file can be. */
export const kinds = ['table', 'meta', 'neighbours', 'areas', 'measures'] as const;
export type FileKind = (typeof kinds)[number];

interface Mark {
  readonly kind: FileKind;
  readonly title: string;
  /** The columns that make a file one of this kind, in whatever order. */
  readonly columns: readonly string[];
  /** Columns that make it one of another kind. */
  readonly not?: readonly string[];
}

const marks: readonly Mark[] = [
  {
    kind: 'table',
    title: 'a table of published figures',
    columns: ['time_period', 'time_identifier', 'geographic_level', 'country_code', 'country_name'],
  },
  { kind: 'meta', title: 'the description of a table', columns: ['col_name', 'col_type', 'label'] },
  {
    kind: 'neighbours',
    title: 'a model of statistical neighbours',
    columns: ['old_la_code', ...Array.from({ length: 10 }, (_, index) => `SN_${index + 1}`)],
  },
  {
    kind: 'areas',
    title: 'a look-up of area codes',
    columns: ['old_la_code', 'new_la_code', 'la_name', 'region_code', 'region_name'],
    not: ['time_period', 'time_identifier', 'geographic_level'],
  },
  {
    kind: 'measures',
    title: 'a list of published measures',
    columns: ['measure', 'short_code', 'polarity', 'dps', 'year_type'],
  },
];

/** What a file was taken for, and which of its columns said so. */
export interface Recognition {
  readonly kind: FileKind;
  readonly title: string;
  readonly why: string;
}

/**
 * Recognises a file by its columns; its name says nothing. A file that has most columns of a kind, but not all, is one
 * with a column missing.
 *
 * @throws BenchmarkRefusal column-missing, file-kind-unknown
 */
export function recognise({ name, header }: Pick<PublishedFile, 'name' | 'header'>): Recognition {
  const has = new Set(header);
  const possible = marks.filter((mark) => !mark.not?.some((column) => has.has(column)));
  const scored = possible.map((mark) => ({ mark, missing: mark.columns.filter((column) => !has.has(column)) }));
  const fitting = scored.find(({ missing }) => missing.length === 0);
  if (fitting) {
    const { kind, title, columns } = fitting.mark;
    const shown = columns.length > 5 ? `${columns.slice(0, 2).join(', ')} to ${columns.at(-1)}` : columns.join(', ');
    return { kind, title, why: `has the columns ${shown}` };
  }
  const nearest = scored.toSorted((a, b) => share(a.missing, a.mark) - share(b.missing, b.mark))[0];
  if (nearest && share(nearest.missing, nearest.mark) <= 0.5) {
    throw new BenchmarkRefusal(
      nearest.missing.map((column) =>
        found('column-missing', name, {
          row: 1,
          column,
          message: `${nearest.mark.title} has this column, and the file lacks it`,
        }),
      ),
    );
  }
  const message = `the columns ${header.slice(0, 8).join(', ')} are those of no kind of file known: ${marks.map(({ title }) => title).join(', ')}`;
  throw new BenchmarkRefusal([found('file-kind-unknown', name, { row: 1, message })]);
}

function share(missing: readonly string[], { columns }: Mark): number {
  return missing.length / columns.length;
}
