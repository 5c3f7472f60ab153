import type { Pack } from '../../pack/index.ts';
import { literal, quoted } from '../../warehouse/index.ts';
import type { DeliveredTable } from '../format.ts';
import type { Workbench } from '../workbench.ts';
import { adoptionSql, permanence, previousPermanence } from './adoption.ts';
import { careLeavers } from './care-leavers.ts';
import { chainSql, periodAt } from './chain.ts';
import { episodes } from './episodes.ts';
import { type ReturnFileName, returnFiles } from './files.ts';
import { convictions, health, immunisations, sdqScores, substanceMisuse } from './health.ts';
import { legalStatuses } from './legal-statuses.ts';
import type { Mapping } from './mapping.ts';
import { involvements, missing, unaccompanied } from './others.ts';
import { people } from './people.ts';
import { placements } from './placements.ts';
import { reviews } from './reviews.ts';

const mappings: readonly Mapping[] = [
  people,
  episodes,
  placements,
  legalStatuses,
  reviews,
  health,
  sdqScores,
  convictions,
  immunisations,
  substanceMisuse,
  permanence,
  previousPermanence,
  careLeavers,
  missing,
  unaccompanied,
  involvements,
];

/** First and last day, both included. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** From when to when a table can be told, and from when each of its columns. */
export interface TableSpan extends Span {
  /** The names of the files it is made from. */
  readonly files: readonly string[];
  /** The first day from which all that a column needs is there; null where it is not. */
  columnFrom(needs: Mapping['columns'][string]['needs']): string | null;
}

/** The files of the standard, in the order in which they are told. */
export const fileNames = Object.keys(returnFiles) as ReturnFileName[];

const sqlTypes: Readonly<Record<string, string>> = { date: 'date', 'yes-no': 'boolean', integer: 'bigint' };

/** Where the rows of a file are, with SQL for the line of a row and for the last day of its return. */
export interface RowsOfFile {
  readonly relation: string;
  readonly line: string;
  readonly end: string;
}

/** Makes the relation of a file: every column of the standard, `_line` and `_end`; without rows it is empty. */
export async function makeFile(
  bench: Workbench,
  name: ReturnFileName,
  present: ReadonlySet<string>,
  rows: RowsOfFile | null,
): Promise<void> {
  const columns = Object.entries(returnFiles[name].columns).map(([heading, { type }]) =>
    rows !== null && present.has(heading)
      ? quoted(heading)
      : `null::${sqlTypes[type] ?? 'varchar'} as ${quoted(heading)}`,
  );
  const rest =
    rows === null
      ? '0 as _line, null::date as _end where false'
      : `${rows.line} as _line, ${rows.end} as _end from ${quoted(rows.relation)}`;
  await bench.run(`create or replace temp view ${quoted(name)} as select ${columns.join(', ')}, ${rest}`);
}

/** Links the rows of the files: chains of episodes, periods of care, decisions for adoption. */
export async function chainRows(bench: Workbench): Promise<void> {
  await bench.run(chainSql);
  await bench.run(adoptionSql(periodAt('p."CHILD"', 'p."DATE_PLACED"')));
}

/** Makes the table of each dataset for which there is a span, with the columns that can be told. */
export async function mapTables(
  bench: Workbench,
  pack: Pack,
  spanOf: (mapping: Mapping) => TableSpan | null,
): Promise<DeliveredTable[]> {
  const tables: DeliveredTable[] = [];
  for (const mapping of mappings.filter(({ dataset }) => pack.datasets.has(dataset))) {
    const span = spanOf(mapping);
    if (span) tables.push(await mapTable(bench, mapping, span));
  }
  return tables;
}

async function mapTable(bench: Workbench, mapping: Mapping, span: TableSpan): Promise<DeliveredTable> {
  const columns = Object.entries(mapping.columns).flatMap(([name, { value, needs }]) => {
    const from = span.columnFrom(needs);
    return from === null ? [] : [{ name, value, from }];
  });
  const values = columns.map(({ name, value }) => `${value} as ${quoted(name)}`);
  await bench.run(`create or replace temp table ${quoted(mapping.dataset)} as
    select ${values.length > 0 ? values.join(', ') : '0 as nothing'} ${mapping.from()}`);
  const late = columns.filter(({ from }) => from > span.from).map(({ name, from }) => [name, from] as const);
  return {
    dataset: mapping.dataset,
    relation: mapping.dataset,
    columns: columns.map(({ name }) => name),
    from: span.from,
    to: span.to,
    files: span.files,
    ...(late.length > 0 ? { columnsFrom: Object.fromEntries(late) } : {}),
    ...(mapping.yearly && { yearly: mapping.yearly }),
  };
}

/** SQL of a day. */
export const dayOf = (day: string): string => `date ${literal(day)}`;
