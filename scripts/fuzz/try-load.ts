import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Finding, LoadError, load, streamFindings } from '../../src/intake/index.ts';
import type { Pack } from '../../src/pack/index.ts';
import { type Manifest, Refusal } from '../../src/warehouse/index.ts';
import type { Expected, Input } from './inputs.ts';

/** How a try ended; `failed` is what may not be. */
export interface Outcome {
  readonly end: 'clean' | 'findings' | 'refused' | 'failed';
  /** Why it was refused or what went wrong. */
  readonly why?: string;
}

/**
 * Loads a delivery into a data folder of its own and says how that ended: with no finding, with findings, or refused in
 * words; an error that is not ours, or records that are neither rows nor refused rows, are failures.
 */
export async function tryLoad(
  { files, expected }: Pick<Input, 'files' | 'expected'>,
  pack: Pack,
  folder: string,
): Promise<Outcome> {
  await mkdir(join(folder, 'in'), { recursive: true });
  try {
    for (const [name, bytes] of Object.entries(files)) await writeFile(join(folder, 'in', name), bytes);
    const data = join(folder, 'data');
    const result = await load({ data, pack, sources: [join(folder, 'in')], now: new Date('2026-11-05T10:00:00Z') });
    const dropped = await droppedRecords(
      data,
      result.extracts.map(({ manifest }) => manifest),
      expected,
    );
    if (dropped) return { end: 'failed', why: dropped };
    return { end: result.findings.length > 0 ? 'findings' : 'clean' };
  } catch (error) {
    if (error instanceof LoadError || error instanceof Refusal) return { end: 'refused', why: error.message };
    return { end: 'failed', why: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What became of records that should be rows or refused rows; null where nothing is missing. */
async function droppedRecords(
  data: string,
  manifests: readonly Manifest[],
  expected: readonly Expected[],
): Promise<string | null> {
  if (expected.length === 0) return null;
  const findings: Finding[] = [];
  for (const manifest of manifests) for await (const block of streamFindings(data, manifest)) findings.push(...block);
  for (const { by, file, dataset, records } of expected) {
    const table = manifests.flatMap(({ tables }) => tables[dataset] ?? [])[0];
    if (!table) continue;
    const own = findings.filter((finding) => (by === 'file' ? finding.file === file : finding.dataset === dataset));
    const out = own.filter(({ severity, code }) => severity === 'refused-row' || code === 'title-rows').length;
    if (table.rows + out !== records) {
      const told = Object.entries(Object.groupBy(own, ({ code }) => code)).map(
        ([code, all]) => `${code} ${all?.length}`,
      );
      return `silent drop: ${records} records of ${file} became ${table.rows} rows and ${out} refused (${told.join(', ')})`;
    }
  }
  return null;
}
