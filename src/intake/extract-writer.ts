import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Column, Dataset, Pack } from '../pack/index.ts';
import {
  type ExtractTable,
  literal,
  type Manifest,
  quoted,
  type ReturnPeriod,
  type ReturnRows,
  type Staging,
} from '../warehouse/index.ts';
import type { DeliveredTable, ReadPeriod } from './format.ts';
import type { SourceFile } from './source-file.ts';
import { storedColumns, type Workbench } from './workbench.ts';

/** An extract whose tables are ready on the workbench. */
export interface ExtractDraft
  extends Pick<Manifest, 'authority' | 'source' | 'format' | 'asAt' | 'asAtBasis' | 'synthetic'> {
  readonly tables: readonly (DeliveredTable & { readonly to: string })[];
  readonly files: readonly Pick<SourceFile, 'name' | 'sha256' | 'bytes' | 'sheet'>[];
  /** Of a periodic return: its rows are kept with the extract. */
  readonly period?: ReadPeriod;
  /** Of a periodic return: which source of the call it is; findings of the others are not its own. */
  readonly delivery?: number;
  /** Of a history: the returns it is made from, and a query of their findings, which become its own. */
  readonly joined?: { readonly history: NonNullable<Manifest['history']>; readonly findings: string };
}

export interface WriteRequest {
  readonly pack: Pack;
  /** The instant of the load. */
  readonly now: Date;
  /** Told after each table how many rows it has. */
  readonly wrote?: (rows: number) => void;
}

/** To be raised whenever the same files would be read otherwise than before, so that they make another extract. */
const readingVersion = 3;

/** The file of an extract that holds its findings. */
export const findingsFile = 'findings.parquet';

const sqlTypes: Readonly<Record<Column['type'], string>> = {
  id: 'varchar',
  text: 'varchar',
  code: 'varchar',
  date: 'date',
  'yes-no': 'boolean',
  integer: 'bigint',
  decimal: 'decimal(18, 4)',
};

/** Writes the Parquet files of an extract into its place and gives its manifest; one that is current is not written. */
export async function writeExtract(
  bench: Workbench,
  draft: ExtractDraft,
  staging: Staging,
  { pack, now, wrote }: WriteRequest,
  place?: string,
): Promise<Manifest> {
  const id = idOf(draft, pack);
  const same = staging.before.find((manifest) => manifest.id === id && manifest.authority === draft.authority);
  if (same) return same;
  const folder = place ?? (await staging.place(draft.source));
  const tables: Record<string, ExtractTable> = {};
  for (const table of draft.tables) {
    const dataset = pack.datasets.get(table.dataset);
    if (dataset) tables[dataset.id] = await writeTable(bench, table, dataset, folder);
    wrote?.(tables[table.dataset]?.rows ?? 0);
  }
  const { tables: _, files, period, delivery, joined, ...said } = draft;
  return {
    id,
    ...said,
    loadedAt: now.toISOString(),
    pack: { id: pack.id, version: pack.version },
    files: files.map(({ name, sha256, bytes, sheet }) => ({
      name,
      // What was delivered is the workbook; its sheets are told by their names.
      sha256: sheet?.workbook.sha256 ?? sha256,
      bytes: sheet?.workbook.bytes ?? bytes,
      takenFor: takenFor(draft, name),
    })),
    tables,
    ...(period ? { period: await writeRows(bench, period, folder) } : {}),
    ...(joined ? { history: joined.history } : {}),
    findings: await writeFindings(bench, draft, folder, pack),
  };
}

/** Writes the rows of a return as they were read, with the last day of its period. */
async function writeRows(bench: Workbench, period: ReadPeriod, folder: string): Promise<ReturnPeriod> {
  const rows: Record<string, ReturnRows> = {};
  for (const { name, file, relation, columns } of period.rows) {
    const written = `return-${name}.parquet`;
    await bench.run(`copy (select * from ${quoted(relation)})
      to ${literal(join(folder, written))} (format parquet, compression zstd)`);
    rows[name] = { file: written, name: file, columns };
  }
  return { standard: period.standard, from: period.from, to: period.to, rows };
}

/** SHA-256 over the content of the files and all that decided their reading. */
export function idOf(draft: ExtractDraft, pack: Pack): string {
  const { authority, source, format, asAtBasis, synthetic } = draft;
  // The day of the load is no part of what was loaded.
  const day = (said: string) => (asAtBasis === 'none' ? null : said);
  const hash = createHash('sha256');
  hash.update(
    JSON.stringify([
      readingVersion,
      { authority, source, format, asAt: day(draft.asAt), asAtBasis, synthetic },
      [pack.id, pack.version],
      draft.tables.some(({ content }) => content !== undefined)
        ? draft.tables.map(({ content }) => content)
        : draft.files.map(({ name, sha256 }) => [name.toLowerCase(), sha256]).sort(),
      draft.tables.map(({ dataset, from, to }) => [dataset, from, day(to), pack.datasets.get(dataset)]).sort(),
      ...(format === 'mapped' ? [[...pack.mappings.values()]] : []),
      ...(draft.period ? [draft.period.standard] : []),
      ...(draft.joined ? [draft.joined.history.map(({ id }) => id)] : []),
    ]),
  );
  return hash.digest('hex');
}

async function writeTable(
  bench: Workbench,
  table: ExtractDraft['tables'][number],
  dataset: Dataset,
  folder: string,
): Promise<ExtractTable> {
  const file = `${dataset.id}.parquet`;
  const columns = Object.entries(dataset.columns).map(([name, { type }]) => {
    const value = table.columns.includes(name) ? quoted(name) : 'null';
    return `${value}::${sqlTypes[type]} as ${quoted(name)}`;
  });
  const rows = await bench.count(
    `copy (select ${columns.join(', ')} from ${quoted(table.relation)})
    to ${literal(join(folder, file))} (format parquet, compression zstd)`,
  );
  const { columns: known, from, to, columnsFrom, yearly } = table;
  return { file, rows, columns: known, from, to, ...(columnsFrom && { columnsFrom }), ...(yearly && { yearly }) };
}

/** Writes the findings that touch this source; those that touch no dataset go with the first extract that is written. */
async function writeFindings(
  bench: Workbench,
  { source, joined, delivery }: ExtractDraft,
  folder: string,
  pack: Pack,
): Promise<Record<string, number>> {
  const datasets = [...pack.datasets.values()]
    .filter((dataset) => dataset.source === source)
    .map(({ id }) => literal(id));
  await bench.run(`
    create temp table if not exists written_findings (id bigint);
    create or replace temp table own_findings as select * from findings
      where id not in (select id from written_findings) and (dataset is null or dataset in (${datasets.join(', ')}))
        and ${delivery === undefined ? 'true' : `(delivery is null or delivery = ${delivery})`};
    insert into written_findings select id from own_findings`);
  if (joined) await bench.run(`insert into own_findings by name ${joined.findings}`);
  const columns = storedColumns.map(quoted).join(', ');
  await bench.run(`copy (select ${columns} from own_findings order by file, "row" nulls first, "column" nulls first, code)
    to ${literal(join(folder, findingsFile))} (format parquet, compression zstd)`);
  const counts = await bench.rows<{ code: string; findings: number }>(
    'select code, count(*) as findings from own_findings group by code order by code',
  );
  return Object.fromEntries(counts.map(({ code, findings }) => [code, findings]));
}

function takenFor({ tables }: ExtractDraft, file: string): string {
  const filled = tables.filter(({ files }) => files.includes(file)).map(({ dataset }) => dataset);
  return filled.length > 0 ? filled.join(', ') : 'checked only';
}
