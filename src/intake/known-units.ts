import { join } from 'node:path';
import type { Pack } from '../pack/index.ts';
import { extractFolder, literal, type Manifest } from '../warehouse/index.ts';
import { departments } from './departments.ts';
import type { Workbench } from './workbench.ts';

/**
 * The codes of the units that figures can be given for: those of the pack, else the departments of the extracts in force,
 * with the word authority for the whole; null where nothing says what units there are.
 */
export async function knownUnits(
  bench: Workbench,
  pack: Pack,
  before: readonly Manifest[],
  data: string,
): Promise<ReadonlySet<string> | null> {
  if (pack.units.length > 0) return new Set(['authority', ...pack.units.map(({ code }) => code)]);
  const codes = new Set<string>();
  for (const manifest of before) {
    const table = manifest.tables[departments];
    if (!table) continue;
    const file = join(extractFolder(data, manifest), table.file);
    const rows = await bench.rows<{ code: string }>(
      `select distinct dept_team_id as code from read_parquet(${literal(file)}) where dept_team_id is not null`,
    );
    for (const { code } of rows) codes.add(code);
  }
  return codes.size === 0 ? null : codes.add('authority');
}
