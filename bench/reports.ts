/**
 * Times the making of reports against the bare libraries that make files of the same amount, in turns within one run.
 *
 *   sh bin/node bench/reports.ts [--runs 5] [--warm 10] [--copies 3] [--only pdf]
 *
 * The documents are compiled once: a scorecard of the pack kent-2014, and a long report that is herefordshire-2014 so many
 * times over, which is more than 60 pages. Each file is made in a process that is started anew, which reads the document, makes it a file once and then
 * so many times more; PDFs, for which both sides start a further process each time, are made once. The bare side
 * (bench/reports/bare-*.ts) is given the same words, cells and pictures without anything of how they look.
 *
 * Pages are counted by pdfinfo, where there is one. Processor time is told beside the clock's, which a busy machine changes.
 * Memory is the highest that the processes of one side had together, by /proc every few milliseconds; only Linux tells it.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { copyFile, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { buildAssets } from '../scripts/build-assets.ts';
import type { Renderings } from './reports/renderings.ts';

const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    warm: { type: 'string', default: '10' },
    copies: { type: 'string', default: '3' },
    only: { type: 'string' },
  },
});

const root = join(import.meta.dirname, '..');
const folder = join(root, '.data', 'bench', `reports-${process.pid}`);
const median = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** Our pages are TSX, so both sides are bundled as the command is; packages stay where npm put them. */
async function bundle(): Promise<void> {
  const scripts = ['prepare', 'ours', 'bare-html', 'bare-xlsx', 'bare-docx', 'bare-pdf', 'bare-pdf-process'];
  const entries = scripts.map((name) => ({ in: join(import.meta.dirname, 'reports', `${name}.ts`), out: name }));
  await build({
    entryPoints: [...entries, { in: join(root, 'src/output/pdf/process.ts'), out: 'pdf-process' }],
    outdir: folder,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node24',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'warning',
  });
  await copyFile(join(root, 'src/output/pdf/report.typ'), join(folder, 'report.typ'));
  await buildAssets(join(folder, 'assets'));
}

/** MiB that a process and those it started have had at most each, by its own account; 0 where there is none. */
function highWater(pid: number): number {
  try {
    const own = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1] ?? 0) / 1024;
    const threads = readdirSync(`/proc/${pid}/task`);
    const started = threads.flatMap((id) =>
      readFileSync(`/proc/${pid}/task/${id}/children`, 'latin1').trim().split(' '),
    );
    return started.reduce((sum, child) => sum + (child === '' ? 0 : highWater(Number(child))), own);
  } catch {
    return 0;
  }
}

/** How many pages a PDF has, where Poppler tells. */
function pagesOf(file: string): string | null {
  const { stdout } = spawnSync('pdfinfo', [file], { encoding: 'utf8' });
  return /^Pages:\s+(\d+)/m.exec(stdout ?? '')?.[1] ?? null;
}

interface Side {
  readonly first: number[];
  readonly warm: number[];
  readonly processor: number[];
  readonly memory: number[];
  bytes: number;
  /** Of a PDF; null where nothing counts them. */
  pages: string | null;
}

async function makeFiles(script: string, form: string, file: string, side: Side): Promise<void> {
  const times = form === 'pdf' ? 1 : 1 + Number(options.warm);
  const child = spawn(process.execPath, [join(folder, script), form, join(folder, file), String(times)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let most = 0;
  const sampling = setInterval(() => {
    most = Math.max(most, highWater(child.pid ?? 0));
  }, 10);
  const [told, [code]] = await Promise.all([text(child.stdout), once(child, 'close')]);
  clearInterval(sampling);
  if (code !== 0) throw new Error(`${script} ended with ${code}`);
  const { milliseconds, processor, bytes } = JSON.parse(told) as Renderings;
  const [first = 0, ...later] = milliseconds;
  side.first.push(first);
  if (later.length > 0) {
    side.warm.push(median(later));
    side.processor.push(median(processor.slice(1)));
  }
  side.memory.push(most);
  side.bytes = bytes;
  if (form === 'pdf') side.pages ??= pagesOf(join(folder, `${file}.made`));
}

async function compare(name: string, form: string): Promise<void> {
  const side = (): Side => ({
    ...{ first: [], warm: [], processor: [], memory: [] },
    ...{ bytes: 0, pages: null },
  });
  const [ours, bare] = [side(), side()];
  for (let run = 0; run < Number(options.runs); run++) {
    await makeFiles(`bare-${form}.js`, form, `${name}.bare.json`, bare);
    await makeFiles('ours.js', form, `${name}.ours.json`, ours);
  }
  const told = (what: string, kind: 'first' | 'warm' | 'processor' | 'memory', unit: string) => {
    const [our, their] = [median(ours[kind]), median(bare[kind])];
    const decimals = unit === 'ms' && our < 100 ? 1 : 0;
    if (our === 0 || their === 0) return;
    const pair = `ours ${our.toFixed(decimals)} ${unit}, bare ${their.toFixed(decimals)} ${unit}`;
    console.log(`  ${what} ${pair}, ratio ${(our / their).toFixed(2)}`);
  };
  const size = ({ bytes, pages }: Side): string =>
    `${Math.ceil(bytes / 1024)} KB${pages === null ? '' : `, ${pages} pages`}`;
  console.log(`${name}, ${form}: ours ${size(ours)}; bare ${size(bare)}`);
  told('first, median:      ', 'first', 'ms');
  told('again, median:      ', 'warm', 'ms');
  told('again, processor:   ', 'processor', 'ms');
  told('peak memory, median:', 'memory', 'MiB');
}

await mkdir(folder, { recursive: true });
try {
  await bundle();
  const prepare = [join(folder, 'prepare.js'), folder, join(root, 'packs'), options.copies];
  const { status } = spawnSync(process.execPath, prepare, { stdio: 'inherit' });
  if (status !== 0) throw new Error('The documents could not be made');
  const pairs = [
    ...['html', 'pdf', 'xlsx', 'docx'].map((form) => ['scorecard', form] as const),
    ['long', 'pdf'] as const,
  ];
  for (const [name, form] of pairs) {
    if (options.only === undefined || options.only === form) await compare(name, form);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
