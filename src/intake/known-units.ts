import { join } from 'node:path';
import type { Pack } from '../pack/index.ts';
import { extractFolder, literal, type Manifest } from '../warehouse/index.ts';
import { departments } from './departments.ts';
import { organisation } from './organisation.ts';
import type { Workbench } from './workbench.ts';

/**
 * The codes of the units that figures can be given for: those of the pack, and the units and departments of the extracts in
 * force, with the word authority for the whole; null where nothing says what units there are.
 */
export async function knownUnits(
  bench: Workbench,
  pack: Pack,
  before: readonly Manifest[],
  data: string,
): Promise<ReadonlySet<string> | null> {
  const codes = new Set(pack.units.map(({ code }) => code));
  for (const manifest of before) {
    for (const [dataset, column] of [
      [organisation, 'code'],
      [departments, 'dept_team_id'],
    ] as const) {
      const table = manifest.tables[dataset];
      if (!table) continue;
      const file = join(extractFolder(data, manifest), table.file);
      const rows = await bench.rows<{ code: string }>(
        `select distinct ${column} as code from read_parquet(${literal(file)}) where ${column} is not null`,
      );
      for (const { code } of rows) codes.add(code);
    }
  }
  return codes.size === 0 ? null : codes.add('authority');
}
