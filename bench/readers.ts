/**
 * Times the readers of XML and of workbooks against the bare libraries that read the same bytes, in turns within one run.
 *
 *   sh bin/node bench/readers.ts [--megabytes 40] [--rows 100000] [--runs 5]
 *
 * Both sides are a process of their own, started anew each time, that reads the file, visits every value and writes every row
 * to CSV files in a folder of its own. The bare side (bench/readers/bare-*.ts) is saxes with handlers that keep values, and
 * for a workbook zlib as well; ours holds the limits, knows the standard, and finds the header of a sheet and its days.
 *
 * Processor time is that of the processes that were waited for, by /proc/self/stat in hundredths of a second: on a busy machine
 * it says more than the clock. Elsewhere than on Linux only the clock is told.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { censusShape } from '../src/intake/cin-census/shape.ts';
import { apart } from '../src/intake/parsing.ts';
import type { SourceFile } from '../src/intake/source-file.ts';
import { returnShape } from '../src/intake/ssda903/xml-shape.ts';
import { Workbench } from '../src/intake/workbench.ts';
import { readInProcess } from '../src/intake/workbook/capped-process.ts';
import { readXml, type XmlShape } from '../src/intake/xml/index.ts';
import { sheetHeadings, writeCensus, writeReturn, writeWorkbook } from './readers/inputs.ts';

const { values: options } = parseArgs({
  options: {
    megabytes: { type: 'string', default: '40' },
    rows: { type: 'string', default: '100000' },
    runs: { type: 'string', default: '5' },
  },
});

const median = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
const scratch = await mkdtemp(join(tmpdir(), 'outturn-bench-'));
let made = 0;

interface Times {
  readonly clock: number[];
  readonly processor: number[];
}

/** Milliseconds that the processes started here and ended have worked; 0 where the system does not say. */
function processorTime(): number {
  if (process.platform !== 'linux') return 0;
  // After the name, which is in brackets and may hold anything, the 14th and 15th are the children's.
  const fields = readFileSync('/proc/self/stat', 'latin1').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[13]) + Number(fields[14])) * 10;
}

/** Has one side read the file into a folder of its own. */
async function timed(read: (folder: string) => Promise<void>, times: Times): Promise<void> {
  const folder = join(scratch, `out-${made++}`);
  await mkdir(folder);
  const [began, worked] = [performance.now(), processorTime()];
  await read(folder);
  times.clock.push(performance.now() - began);
  times.processor.push(processorTime() - worked);
  await rm(folder, { recursive: true });
}

async function bare(script: string, path: string, folder: string): Promise<void> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'readers', script), path, folder], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${script} ended with ${code}`);
}

async function compare(
  title: string,
  ours: (folder: string) => Promise<void>,
  theirs: (folder: string) => Promise<void>,
): Promise<void> {
  const times = { ours: { clock: [], processor: [] } as Times, bare: { clock: [], processor: [] } as Times };
  for (let run = 0; run < Number(options.runs); run++) {
    await timed(theirs, times.bare);
    await timed(ours, times.ours);
  }
  const told = (kind: keyof Times, of: (numbers: readonly number[]) => number) => {
    const [our, their] = [of(times.ours[kind]), of(times.bare[kind])];
    return `ours ${our.toFixed(0)} ms, bare ${their.toFixed(0)} ms, ratio ${(our / their).toFixed(2)}`;
  };
  const least = (numbers: readonly number[]) => Math.min(...numbers);
  console.log(title);
  if (processorTime() > 0) {
    console.log(`  processor time, median:  ${told('processor', median)}`);
    console.log(`  processor time, least:   ${told('processor', least)}`);
  }
  console.log(`  clock, median:           ${told('clock', median)}`);
  console.log(`  clock, least:            ${told('clock', least)}`);
}

/** The file as the reader takes it, looked through already. */
function looked(path: string, bytes: number, folder: string): SourceFile {
  const [name, copyTo] = ['input.xml', join(folder, 'input')];
  const seen = { sha256: '', assumedEncoding: null, mayHaveBlankLines: false, mayHaveOddSpaces: false, header: [] };
  return { name, path, bytes, readable: path, copyTo, ...seen };
}

async function compareXml(title: string, shape: XmlShape, write: typeof writeReturn): Promise<void> {
  const path = join(scratch, 'input.xml');
  await write(path, Number(options.megabytes) * 1e6);
  const { size } = await stat(path);
  const bench = await Workbench.open(join(scratch, 'work'));
  const ours = async (folder: string) => {
    const tables = await readXml({ bench, parsing: apart }, looked(path, size, folder), shape, 'none');
    if (tables.size === 0) throw new Error('Nothing was read');
  };
  await compare(`${title}, ${(size / 1e6).toFixed(0)} MB`, ours, (folder) => bare('bare-xml.ts', path, folder));
  bench.close();
}

async function compareWorkbook(): Promise<void> {
  const path = join(scratch, 'input.xlsx');
  const rows = Number(options.rows);
  const unpacked = await writeWorkbook(path, rows);
  const known = sheetHeadings.map((heading) => heading.replaceAll('_', ' '));
  const ours = async (folder: string) => {
    const answer = await readInProcess({ path, folder, known });
    if ('refused' in answer || answer.sheets[0]?.rows !== rows) throw new Error('Not every row was read');
  };
  const title = `workbook, ${rows} rows of ${sheetHeadings.length} cells, ${(unpacked / 1e6).toFixed(0)} MB unpacked`;
  await compare(title, ours, (folder) => bare('bare-workbook.ts', path, folder));
}

try {
  await compareXml('SSDA903 return as XML', returnShape, writeReturn);
  await compareXml('children in need census', censusShape, writeCensus);
  await compareWorkbook();
} finally {
  await rm(scratch, { recursive: true, force: true });
}
