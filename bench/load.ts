/**
 * Times a load (recognise, hash, read, check, write, publish) against DuckDB's own CSV-to-Parquet of the same files, in
 * turns within one run.
 *
 *   sh bin/node bench/load.ts [--source DIR] [--pack childrens-services] [--runs 5] [--steps]
 *
 * Without --source the demo county is written first. --steps tells where the time of a load goes.
 */
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import { writeDemo } from '../demo/index.ts';
import { load } from '../src/intake/index.ts';
import { type Pack, readPack } from '../src/pack/index.ts';
import { literal } from '../src/warehouse/index.ts';

const { values: options } = parseArgs({
  options: {
    source: { type: 'string' },
    pack: { type: 'string', default: 'childrens-services' },
    runs: { type: 'string', default: '5' },
    steps: { type: 'boolean', default: false },
  },
});

const median = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Each file as DuckDB itself would read it, types found by its sniffer. */
async function plainCopy(source: string, files: readonly string[], folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  for (const file of files) {
    const to = literal(join(folder, `${file}.parquet`));
    await connection.run(
      `copy (from read_csv(${literal(join(source, file))})) to ${to} (format parquet, compression zstd)`,
    );
  }
  connection.closeSync();
  instance.closeSync();
}

async function ourLoad(source: string, pack: Pack, data: string): Promise<number> {
  let last = performance.now();
  const progress = (line: string) => {
    const now = performance.now();
    if (options.steps && now - last > 20) console.log(`  ${Math.round(now - last)} ms before: ${line}`);
    last = now;
  };
  const { extracts } = await load({ data, pack, sources: [source], now: new Date('2026-11-05T10:00:00Z'), progress });
  return extracts.flatMap(({ manifest }) => Object.values(manifest.tables)).reduce((sum, { rows }) => sum + rows, 0);
}

const scratch = await mkdtemp(join(tmpdir(), 'outturn-bench-'));
try {
  const { pack } = await readPack(options.pack, { packsFolder: join(import.meta.dirname, '..', 'packs') });
  if (!pack) throw new Error(`The pack ${options.pack} has errors: run outturn check`);
  const source = options.source ?? join(scratch, 'county');
  if (!options.source)
    await writeDemo({ out: source, population: 320_000, authorities: 1, seed: 1, to: '2026-10' }, () => undefined);
  const files = (await readdir(source)).filter((name) => name.toLowerCase().endsWith('.csv'));
  const times = { load: [] as number[], copy: [] as number[] };
  let rows = 0;
  for (let run = 0; run < Number(options.runs); run++) {
    const data = join(scratch, `data-${run}`);
    times.copy.push(await timed(() => plainCopy(source, files, join(scratch, `copy-${run}`))));
    times.load.push(
      await timed(async () => {
        rows = await ourLoad(source, pack, data);
      }),
    );
    await rm(data, { recursive: true });
    await rm(join(scratch, `copy-${run}`), { recursive: true });
  }
  const [ours, theirs] = [median(times.load), median(times.copy)];
  console.log(`${files.length} files, ${rows} rows, median of ${options.runs} runs`);
  console.log(
    `load ${ours.toFixed(0)} ms, CSV to Parquet ${theirs.toFixed(0)} ms, ratio ${(ours / theirs).toFixed(2)}`,
  );
} finally {
  await rm(scratch, { recursive: true, force: true });
}
