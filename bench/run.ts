/**
 * Every benchmark on the demo county at full size, one after the other: `npm run bench`.
 * The county is written and loaded once, under .data/bench.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const folder = join(root, '.data', 'bench');
const extract = join(folder, 'county');
const data = join(folder, 'data');
mkdirSync(folder, { recursive: true });

function run(command: string, ...args: string[]): void {
  const { status } = spawnSync('sh', [join(root, command), ...args], { stdio: 'inherit', cwd: root });
  if (status !== 0) process.exit(status ?? 1);
}

if (!existsSync(join(extract, 'extract.yaml'))) run('bin/outturn', 'demo', '--out', extract);
if (!existsSync(join(data, 'current.json'))) {
  run('bin/outturn', 'load', '--data', data, '--pack', 'childrens-services', extract);
}
run('bin/node', 'bench/load.ts', '--source', extract);
run('bin/node', 'bench/load.ts', '--source', extract, '--parquet');
run('bin/node', 'bench/readers.ts');
run('bin/node', 'bench/reports.ts');
run('bin/node', 'bench/memory.ts', '--source', extract);
run('bin/node', 'bench/catalogue.ts', '--data', data, '--parts');
