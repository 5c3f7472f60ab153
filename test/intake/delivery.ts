import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll } from 'vitest';
import { type Finding, type LoadRequest, load, streamFindings } from '../../src/intake/index.ts';
import { type Pack, readPack } from '../../src/pack/index.ts';
import { currentExtracts, extractFolder, type Manifest } from '../../src/warehouse/index.ts';

export const packsFolder = join(import.meta.dirname, '../../packs');

let read: Promise<Pack> | undefined;

/** The library as a pack. */
export function library(): Promise<Pack> {
  read ??= readLibrary();
  return read;
}

async function readLibrary(): Promise<Pack> {
  const { pack, diagnostics } = await readPack('childrens-services', { packsFolder });
  if (!pack) throw new Error(JSON.stringify(diagnostics));
  return pack;
}

/** A folder that goes when the tests of the file are done. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'outturn-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes a delivery: file name to content, or to rows of cells that need no quotes. */
export async function deliver(folder: string, files: Record<string, string | Buffer | string[][]>): Promise<string> {
  await mkdir(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    const text = Array.isArray(content) ? content.map((row) => `${row.join(',')}\n`).join('') : content;
    await writeFile(join(folder, name), text);
  }
  return folder;
}

/** The day on which the tests load. */
export const loadDay = new Date('2026-11-05T10:00:00Z');

/** Loads with the library unless told otherwise. */
export async function loadWith(request: Partial<LoadRequest> & Pick<LoadRequest, 'data' | 'sources'>) {
  return load({ pack: await library(), now: loadDay, ...request });
}

type Cell = string | number | boolean | null;

/** Rows of a query; {TABLE} stands for the current Parquet file of a dataset. Dates come as text. */
export async function query(data: string, sql: string): Promise<Cell[][]> {
  const files = new Map(
    (await currentExtracts(data)).flatMap((manifest) =>
      Object.entries(manifest.tables).map(([id, { file }]) => [id, join(extractFolder(data, manifest), file)]),
    ),
  );
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const reader = await connection.runAndReadAll(
    sql.replace(/\{(\w+)\}/g, (_, id: string) => `read_parquet('${files.get(id)}')`),
  );
  connection.closeSync();
  instance.closeSync();
  return reader.getRows().map((row) =>
    row.map((cell) => {
      if (typeof cell === 'bigint') return Number(cell);
      return cell === null || typeof cell !== 'object' ? (cell as Cell) : cell.toString();
    }),
  );
}

/** Every finding of the extracts in force. */
export async function allFindings(data: string, of: (manifest: Manifest) => boolean = () => true): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const manifest of (await currentExtracts(data)).filter(of)) {
    for await (const block of streamFindings(data, manifest)) found.push(...block);
  }
  return found;
}
