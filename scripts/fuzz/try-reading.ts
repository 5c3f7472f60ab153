import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { censusShape } from '../../src/intake/cin-census/shape.ts';
import { openDelivery } from '../../src/intake/deliveries.ts';
import type { Claim, Delivery } from '../../src/intake/format.ts';
import { recognise } from '../../src/intake/formats.ts';
import { knownHeadings } from '../../src/intake/known-headings.ts';
import { LoadError } from '../../src/intake/load-error.ts';
import { cellsSql } from '../../src/intake/read-table.ts';
import { rejectTables } from '../../src/intake/rejects.ts';
import { inspectFile, type SourceFile, withPlainLineEnds } from '../../src/intake/source-file.ts';
import { openXmlReturn } from '../../src/intake/ssda903/xml-return.ts';
import { Workbench } from '../../src/intake/workbench.ts';
import { expandWorkbooks } from '../../src/intake/workbook/expand.ts';
import { readXml } from '../../src/intake/xml/index.ts';
import type { Pack } from '../../src/pack/index.ts';
import { silentDrop, type Taken } from './oracle.ts';
import { csvRecords } from './simple-csv.ts';
import { within } from './tools.ts';
import type { Outcome, Tried } from './try-load.ts';

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
  await mkdir(join(folder, 'in'), { recursive: true });
  try {
    for (const [name, bytes] of Object.entries(input.files)) await writeFile(join(folder, 'in', name), bytes);
    const work = join(folder, 'work');
    const bench = await Workbench.open(work, engine);
    const known = headings.get(pack) ?? knownHeadings(pack);
    headings.set(pack, known);
    const delivery = await expandWorkbooks(
      await openDelivery(join(folder, 'in'), bench),
      { bench, parsing: within },
      work,
      known,
    );
    const taken = await readAll(delivery, bench, pack, work, new Set(known));
    const parts = input.known();
    const dropped = parts && silentDrop(parts, taken);
    if (dropped) return { end: 'failed', why: `silent drop: ${dropped}` };
    const checked = parts === null ? 'unknown' : parts.some(({ exact }) => exact) ? 'counted' : 'looked-for';
    return { end: taken.findings.length > 0 ? 'findings' : 'clean', checked };
  } catch (error) {
    if (error instanceof LoadError) return { end: 'refused', why: error.message };
    return { end: 'failed', why: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readAll(
  delivery: Delivery,
  bench: Workbench,
  pack: Pack,
  work: string,
  known: ReadonlySet<string>,
): Promise<Taken> {
  const tables = new Map<string, Read>();
  const findings: Taken['findings'][number][] = [];
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
      const source = await inspect(file);
      if (source.header.length === 0)
        findings.push({ code: 'file-empty', severity: 'suspicious', file: file.name, row: null });
      else if (file.sheet) tables.set(`${file.name} ${as}`, await records(source.readable));
      else tables.set(tableOf(format.name, as, index), await rowsOf(source, bench, findings));
    }
  }
  const noted = await bench.rows<Taken['findings'][number]>('select code, severity, file, "row" from findings');
  return { tables, findings: [...findings, ...noted] };
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

/** The records of a CSV file as the engine splits them, and what was passed over on the way. */
async function rowsOf(source: SourceFile, bench: Workbench, findings: Taken['findings'][number][]): Promise<Read> {
  const make = async (path: string) => {
    const { errors, scans } = rejectTables('read_here');
    await bench.run(`drop table if exists ${errors}; drop table if exists ${scans};
      create or replace temp table read_here as select * from ${cellsSql(source, path, 'read_here')}`);
  };
  await make(source.readable).catch(async () => {
    await make(await withPlainLineEnds(source)).catch((error: Error) => {
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
  const rejected = await bench.rows<{ line: number }>(`select distinct line from ${rejectTables('read_here').errors}`);
  for (const { line } of rejected)
    findings.push({ code: 'row-ragged', severity: 'refused-row', file: source.name, row: line });
  const rows = await bench.rows<{ text: string }>('select t::varchar as text from read_here t');
  // A heading that nothing knows is a finding once the table is read.
  return { rows: rows.length, text: [...source.header, ...rows.map(({ text }) => text)].join('\n') };
}
