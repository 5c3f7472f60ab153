import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LoadError, load } from '../../src/intake/index.ts';
import type { Parsing } from '../../src/intake/parsing.ts';
import type { Pack } from '../../src/pack/index.ts';
import { Refusal } from '../../src/warehouse/index.ts';
import type { Input } from './inputs.ts';
import { silentDrop, type Taken } from './oracle.ts';
import type { KeptEngine } from './tools.ts';

/** How a try ended; `failed` is what may not be. */
export interface Outcome {
  readonly end: 'clean' | 'findings' | 'refused' | 'failed';
  /** Why it was refused or what went wrong. */
  readonly why?: string;
  /** Whether records were counted, or looked for by their marks. */
  readonly checked?: 'counted' | 'looked-for' | 'unknown';
}

export interface Tried {
  readonly input: Input;
  readonly pack: Pack;
  readonly folder: string;
  readonly engine: KeptEngine;
  /** Left out: in capped processes, as a load does. */
  readonly parsing?: Parsing;
}

/** Writes the files of an input, at once: waiting for each would take longer than most readings. */
export function writeInput(input: Input, folder: string): { sources: string; work: string } {
  const [sources, work] = [join(folder, 'in'), join(folder, 'work')];
  mkdirSync(sources, { recursive: true });
  mkdirSync(work);
  for (const [name, bytes] of Object.entries(input.files)) writeFileSync(join(sources, name), bytes);
  return { sources, work };
}

/**
 * Loads a delivery into a data folder of its own and says how that ended: with no finding, with findings, or refused in
 * words. An error that is not ours is a failure, and so are records that no row and no finding tells of.
 */
export async function tryLoad({ input, pack, folder, engine, parsing }: Tried): Promise<Outcome> {
  const { sources } = writeInput(input, folder);
  try {
    const data = join(folder, 'data');
    const now = new Date('2026-11-05T10:00:00Z');
    const { extracts } = await load({ data, pack, sources: [sources], now, engine, ...(parsing ? { parsing } : {}) });
    const known = input.known();
    const checked = known === null ? 'unknown' : known.some(({ exact }) => exact) ? 'counted' : 'looked-for';
    const taken = await takenBy(engine, input.raw);
    const dropped = known && silentDrop(known, taken);
    if (dropped) return { end: 'failed', why: `silent drop: ${dropped}` };
    const stored = new Map(extracts.flatMap(({ manifest }) => Object.entries(manifest.tables)));
    for (const [raw, dataset] of Object.entries(input.same)) {
      const [read, kept] = [taken.tables.get(raw)?.rows, stored.get(dataset)?.rows];
      if (read !== undefined && kept !== undefined && read !== kept)
        return { end: 'failed', why: `silent drop: ${read} rows of ${raw} became ${kept} of ${dataset}` };
    }
    return { end: taken.findings.length > 0 ? 'findings' : 'clean', checked };
  } catch (error) {
    if (error instanceof LoadError || error instanceof Refusal) return { end: 'refused', why: error.message };
    return { end: 'failed', why: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The rows as read and the findings of the load that the engine has just done. */
async function takenBy(engine: KeptEngine, raw: RegExp): Promise<Taken> {
  const names = await engine.rows<{ name: string }>(
    `select table_name as name from duckdb_tables() where temporary order by 1`,
  );
  const tables = new Map<string, { rows: number; text: string }>();
  for (const { name } of names.filter(
    (table) => raw.test(table.name) && !/_(rejects|scans|gaps|later)$/.test(table.name),
  )) {
    const rows = await engine.rows<{ text: string }>(`select t::varchar as text from "${name}" t`);
    tables.set(name, { rows: rows.length, text: rows.map(({ text }) => text).join('\n') });
  }
  const findings = await engine.rows<{
    code: string;
    severity: string;
    file: string | null;
    row: string | null;
    message: string;
  }>('select code, severity, file, "row"::varchar as "row", message from findings');
  return { tables, findings: findings.map((one) => ({ ...one, row: one.row === null ? null : Number(one.row) })) };
}
