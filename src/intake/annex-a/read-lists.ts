import type { Column } from '../../pack/index.ts';
import { quoted } from '../../warehouse/index.ts';
import { matchColumn } from '../categories/match-column.ts';
import type { Claim, FormatContext } from '../format.ts';
import { readTable } from '../read-table.ts';
import type { SourceFile } from '../source-file.ts';
import type { Workbench } from '../workbench.ts';
import { matchHeadings } from './headings.ts';
import { type AnnexList, annexLists, listOf } from './lists.ts';

/** A list that has been read. */
export interface ReadList {
  /** The name of the file. */
  readonly file: string;
  /** The headings of the standard that it has. */
  readonly present: ReadonlySet<string>;
  /** Categories of which more than a tenth of the values have no code: a table cannot be said to have them. */
  readonly coarse: ReadonlySet<string>;
}

export type ReadLists = ReadonlyMap<number, ReadList>;

/** The relation of a list on the workbench: every column of the standard, and `_line`. */
export const relationOf = (number: number): string => `list_${number}`;

const sqlTypes: Readonly<Partial<Record<Column['type'], string>>> = {
  date: 'date',
  integer: 'bigint',
  decimal: 'decimal(18, 4)',
};

/** Reads the lists; each becomes a relation, those that are missing an empty one. Categories are in the codes of the SSD. */
export async function readLists(
  claims: readonly Claim[],
  { bench, inspect }: FormatContext,
): Promise<{ lists: ReadLists; sources: SourceFile[] }> {
  const lists = new Map<number, ReadList>();
  const sources: SourceFile[] = [];
  for (const { file, as } of claims) {
    const list = listOf(Number(as));
    const source = await inspect(file);
    sources.push(source);
    lists.set(list.number, await readList(bench, source, list));
  }
  for (const list of annexLists.filter(({ number }) => !lists.has(number))) {
    await bench.run(viewSql(list, [], '0::bigint as _line where false'));
  }
  return { lists, sources };
}

async function readList(bench: Workbench, source: SourceFile, list: AnnexList): Promise<ReadList> {
  const { columns, guessed } = matchHeadings(source.header, list);
  for (const heading of guessed) {
    const detail = columns.get(heading) ?? '';
    await bench.note({ code: 'column-guessed', file: source.name, column: heading, detail, dataset: list.dataset });
  }
  const header = source.header.map((heading) => columns.get(heading) ?? heading);
  const schema = { id: list.dataset, title: list.title, columns: list.columns, key: 'whole-row' as const };
  const read = await readTable(bench, { ...source, header }, schema, `annex_${list.number}`);
  const coarse = new Set<string>();
  for (const [column, { category }] of Object.entries(list.columns)) {
    if (!category || !read.present.includes(column)) continue;
    const words = { file: source.name, table: read.table, column, line: read.line, category, dataset: list.dataset };
    if ((await matchColumn(bench, words)) < 0.9) coarse.add(column);
  }
  await bench.run(viewSql(list, read.present, `${read.line} as _line from ${quoted(read.table)}`));
  return { file: source.name, present: new Set(read.present), coarse };
}

function viewSql({ number, columns }: AnnexList, present: readonly string[], rest: string): string {
  const cells = Object.entries(columns).map(([heading, { type }]) =>
    present.includes(heading) ? quoted(heading) : `null::${sqlTypes[type] ?? 'varchar'} as ${quoted(heading)}`,
  );
  return `create or replace temp view ${relationOf(number)} as select ${cells.join(', ')}, ${rest}`;
}
