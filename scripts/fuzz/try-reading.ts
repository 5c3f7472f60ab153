import { rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { censusShape } from '../../src/intake/cin-census/shape.ts';
import { openDelivery } from '../../src/intake/deliveries.ts';
import type { Claim, Delivery } from '../../src/intake/format.ts';
import { recognise } from '../../src/intake/formats.ts';
import { knownHeadings } from '../../src/intake/known-headings.ts';
import { LoadError } from '../../src/intake/load-error.ts';
import { describeParquet, unreadable } from '../../src/intake/parquet-file.ts';
import { cellsSql } from '../../src/intake/read-table.ts';
import { noteSwallowed, rejectTables } from '../../src/intake/rejects.ts';
import { inspectFile, type SourceFile, withPlainLineEnds } from '../../src/intake/source-file.ts';
import { openXmlReturn } from '../../src/intake/ssda903/xml-return.ts';
import type { Workbench } from '../../src/intake/workbench.ts';
import { expandWorkbooks } from '../../src/intake/workbook/expand.ts';
import { readXml } from '../../src/intake/xml/index.ts';
import type { Pack } from '../../src/pack/index.ts';
import type { Noted } from './listener.ts';
import { silentDrop, type Taken } from './oracle.ts';
import { csvRecords } from './simple-csv.ts';
import { within } from './tools.ts';
import { type Outcome, type Tried, writeInput } from './try-load.ts';

interface Read {
  rows: number;
  text: string;
}

const headings = new Map<Pack, readonly string[]>();

/**
 * Reads a delivery as far as rows of cells, as a load does before it looks into them: the workbook or XML is taken apart, each
 * file is recognised, its encoding, header and separator are found, and its records are split. Nothing is stored.
 */
export async function tryReading({ input, pack, folder, engine }: Tried): Promise<Outcome> {
  const { sources, work } = writeInput(input, folder);
  try {
    const { bench, number } = await engine.listener.begin(join(folder, '..', 'listener'));
    const known = headings.get(pack) ?? knownHeadings(pack);
    headings.set(pack, known);
    const delivery = await describeParquet(
      await expandWorkbooks(await openDelivery(sources, bench), { bench, parsing: within }, work, known),
      bench,
    );
    const reading = { bench, pack, work, known: new Set(known), number, findings: engine.listener.notes };
    const taken = await readAll(delivery, reading);
    const parts = input.known();
    const dropped = parts && silentDrop(parts, taken);
    if (dropped) return { end: 'failed', why: `silent drop: ${dropped}` };
    const checked = parts === null ? 'unknown' : parts.some(({ exact }) => exact) ? 'counted' : 'looked-for';
    return { end: taken.findings.length > 0 ? 'findings' : 'clean', checked };
  } catch (error) {
    if (error instanceof LoadError) return { end: 'refused', why: error.message };
    return { end: 'failed', why: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What one reading works with. */
interface Reading {
  readonly bench: Workbench;
  readonly pack: Pack;
  readonly work: string;
  readonly known: ReadonlySet<string>;
  /** For names that no reading before has used. */
  readonly number: number;
  readonly findings: Noted[];
}

async function readAll(delivery: Delivery, reading: Reading): Promise<Taken> {
  const { bench, pack, work, known, findings } = reading;
  const tables = new Map<string, Read>();
  const inspect = (file: Claim['file']) => inspectFile(file, work, known);
  for (const { format, claims } of await recognise(delivery, pack, bench)) {
    const context = { bench, parsing: within, pack, inspect, units: async () => null, previous: () => null };
    const xml = format.name === 'ssda903' ? await openXmlReturn(claims, context) : null;
    const raw =
      xml?.tables ??
      (format.name === 'cin-census' && claims[0]
        ? await readXml(context, await inspect(claims[0].file), censusShape, 'ssd_cin_episodes')
        : null);
    if (raw !== null) {
      for (const [name, { readable }] of raw) {
        const table = `${format.name === 'ssda903' ? 'return' : 'census'}_${name}`;
        if (name !== 'header' || format.name === 'ssda903') tables.set(table, await records(readable));
      }
      continue;
    }
    for (const [index, { file, as }] of claims.entries()) {
      const source = file.parquet ? asItIs(file) : await inspect(file);
      if (source.header.length === 0)
        findings.push({ code: 'file-empty', severity: 'suspicious', file: file.name, row: null });
      else if (!hasKnownHeading(source, pack.datasets.get(as)?.columns))
        throw new LoadError(`${file.name}: none of its headings is a column`);
      else if (file.sheet) tables.set(`${file.name} ${as}`, await records(source.readable));
      else tables.set(tableOf(format.name, as, index), await rowsOf(source, tables.size, reading));
    }
  }
  return { tables, findings };
}

/** A dataset is read only where the file has a column of it; other formats have looked at the headings by now. */
function hasKnownHeading({ header }: SourceFile, columns: Readonly<Record<string, unknown>> | undefined): boolean {
  return columns === undefined || header.some((heading) => Object.hasOwn(columns, heading.toLowerCase()));
}

function tableOf(format: string, as: string, index: number): string {
  const names: Record<string, string> = {
    ssda903: `return_${as}`,
    mapped: `mapped_${as}_${index}`,
    collected: `collected_${index}`,
  };
  return names[format] ?? as;
}

/** The rows of a file that the product has written itself. */
async function records(path: string): Promise<Read> {
  const text = await readFile(path, 'utf8');
  return { rows: Math.max(0, (csvRecords(text, ',') ?? []).length - 1), text };
}

/** The records of a CSV or Parquet file as the engine splits them, and what was passed over on the way. */
async function rowsOf(source: SourceFile, index: number, { bench, number, findings }: Reading): Promise<Read> {
  const read = `read_${number}_${index}`;
  const { errors, scans } = rejectTables(read);
  const split = (path: string) => bench.rows(`select * from ${cellsSql(source, path, read)}`);
  const rows = await split(source.readable).catch(async (error: Error) => {
    if (source.parquet) throw unreadable(source.name, error);
    await bench.run(`drop table if exists ${errors}; drop table if exists ${scans}`);
    return split(await withPlainLineEnds(source)).catch((error: Error) => {
      throw new LoadError(`${source.name} cannot be read as CSV: ${error.message}`);
    });
  });
  const passed = source.passedOver ? (csvRecords(await readFile(source.passedOver, 'utf8'), ',') ?? []).slice(1) : [];
  for (const { cells } of passed) {
    const [code = '', line] = cells;
    findings.push({
      code,
      severity: code === 'title-rows' ? 'repaired' : 'refused-row',
      file: source.name,
      row: Number(line),
    });
  }
  if (!source.parquet) await noteSwallowed(bench, source, '', errors);
  const rejected = source.parquet ? [] : await bench.rows<{ line: number }>(`select distinct line from ${errors}`);
  for (const { line } of rejected)
    findings.push({ code: 'row-ragged', severity: 'refused-row', file: source.name, row: line });
  // A heading that nothing knows is a finding once the table is read.
  return { rows: rows.length, text: [source.header, ...rows.map((row) => Object.values(row))].flat().join('\n') };
}

/** A Parquet file says its own shape; of what `parquet` makes of it for a load, this is what a reading needs. */
function asItIs(file: Claim['file']): SourceFile {
  const header = (file.parquet ?? []).map(({ name }) => name);
  const seen = { sha256: '', bytes: 0, assumedEncoding: null, mayHaveBlankLines: false, mayHaveOddSpaces: true };
  return { ...file, ...seen, readable: file.path, copyTo: file.path, header };
}
