/**
 * Peak memory of loading one extract, in a process of its own: `process.resourceUsage().maxRSS`, which is VmHWM.
 *
 *   sh bin/node bench/memory.ts --source DIR [--pack childrens-services]
 *
 * An extract of 5 million rows: `bin/outturn demo --out DIR --population 530000`.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { load } from '../src/intake/index.ts';
import { readPack } from '../src/pack/index.ts';

const { values: options } = parseArgs({
  options: { source: { type: 'string' }, pack: { type: 'string', default: 'childrens-services' } },
});
if (options.source === undefined) throw new Error('Say which extract: --source DIR');

async function loadHere(source: string): Promise<void> {
  const data = await mkdtemp(join(tmpdir(), 'outturn-bench-'));
  try {
    const { pack } = await readPack(options.pack, { packsFolder: join(import.meta.dirname, '..', 'packs') });
    if (!pack) throw new Error(`The pack ${options.pack} has errors: run outturn check`);
    const began = performance.now();
    const { extracts } = await load({ data, pack, sources: [source], now: new Date('2026-11-05T10:00:00Z') });
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    const rows = extracts
      .flatMap(({ manifest }) => Object.values(manifest.tables))
      .reduce((sum, one) => sum + one.rows, 0);
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    const processor = ((userCPUTime + systemCPUTime) / 1e6).toFixed(1);
    console.log(`${rows} rows: peak ${(maxRSS / 1024).toFixed(0)} MiB, ${seconds} s, processor time ${processor} s`);
  } finally {
    await rm(data, { recursive: true, force: true });
  }
}

if (process.send) await loadHere(options.source);
else {
  const child = fork(import.meta.filename, process.argv.slice(2));
  const [code] = await once(child, 'close');
  process.exitCode = code ?? 1;
}
