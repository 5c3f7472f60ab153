import { stat } from 'node:fs/promises';
import type { DeliveredFile } from './source-file.ts';
import type { Workbench } from './workbench.ts';

/** How far a load is. */
export interface LoadStep {
  readonly stage: 'reading' | 'writing' | 'checking';
  /** Of this stage, from 0 to 1. */
  readonly part: number;
  /** Rows read so far, or written so far; null where the stage has none. */
  readonly rows: number | null;
}

/** Counts how far the reading of one source is, by the bytes of its files: each is told of when its turn comes. */
export async function readingSteps(
  bench: Workbench,
  files: readonly DeliveredFile[],
  place: { readonly index: number; readonly of: number },
  step: ((step: LoadStep) => void) | undefined,
): Promise<(file: DeliveredFile) => Promise<void>> {
  if (!step) return async () => undefined;
  const sizes = new Map<string, number>();
  for (const { name, path } of files) sizes.set(name, (await stat(path)).size);
  const total = Math.max(
    [...sizes.values()].reduce((sum, size) => sum + size, 0),
    1,
  );
  let done = 0;
  return async ({ name }) => {
    step({ stage: 'reading', part: (place.index + done / total) / place.of, rows: await rowsRead(bench) });
    done += sizes.get(name) ?? 0;
    sizes.delete(name);
  };
}

/** Rows of all tables that were read so far, by what the engine knows of them; the findings are not among them. */
function rowsRead(bench: Workbench): Promise<number> {
  return bench.count(`select coalesce(sum(estimated_size), 0) from duckdb_tables() where table_name <> 'findings'`);
}

/** Counts how far the writing is, by tables: each is told with its rows when it is written. */
export function writingSteps(
  tables: number,
  step: ((step: LoadStep) => void) | undefined,
): ((rows: number) => void) | undefined {
  if (!step) return undefined;
  let written = 0;
  let rows = 0;
  step({ stage: 'writing', part: 0, rows });
  return (more) => {
    written++;
    rows += more;
    // A history has tables of its own beside those of the returns it is made from.
    step({ stage: 'writing', part: Math.min(written / Math.max(tables, 1), 1), rows });
  };
}
