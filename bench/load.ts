/**
 * Times a load (recognise, hash, read, check, write, publish) against DuckDB's own reading of the same files, CSV or Parquet,
 * into Parquet, in turns within one run.
 *
 *   sh bin/node bench/load.ts [--source DIR] [--pack childrens-services] [--runs 5] [--steps] [--parquet]
 *
 * Without --source the demo county is written first. --parquet turns the CSV files into Parquet first, with the types that
 * DuckDB finds, and loads those. --steps tells where the time of a load goes.
 */
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
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
    parquet: { type: 'boolean', default: false },
  },
});

const median = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Each file as DuckDB itself would read it; of CSV the types are found by its sniffer. */
async function plainCopy(source: string, files: readonly string[], folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  for (const file of files) {
    const to = literal(join(folder, `${basename(file, extname(file))}.parquet`));
    const rows = `${file.endsWith('.parquet') ? 'read_parquet' : 'read_csv'}(${literal(join(source, file))})`;
    await connection.run(`copy (from ${rows}) to ${to} (format parquet, compression zstd)`);
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
  let source = options.source ?? join(scratch, 'county');
  if (!options.source)
    await writeDemo({ out: source, population: 320_000, authorities: 1, seed: 1, to: '2026-10' }, () => undefined);
  const named = async (ending: string) => (await readdir(source)).filter((name) => name.toLowerCase().endsWith(ending));
  let files = await named('.csv');
  if (options.parquet) {
    const turned = join(scratch, 'county-as-parquet');
    await plainCopy(source, files, turned);
    source = turned;
    files = await named('.parquet');
  }
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
  console.log(`load ${ours.toFixed(0)} ms, DuckDB alone ${theirs.toFixed(0)} ms, ratio ${(ours / theirs).toFixed(2)}`);
} finally {
  await rm(scratch, { recursive: true, force: true });
}
