import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { inputMakers } from './fuzz/inputs.ts';

/**
 * npm run fuzz [-- FORMAT... --runs N --from N]: loads N mutated deliveries of each format (default 10,000) and one of ten
 * million bytes, and says how they ended. A try that takes more than ten seconds is a hang: its process is ended and another
 * goes on behind it. Ends with 1 where anything failed.
 */
const limitSeconds = 10;
const largeBytes = 10_000_000;
const largeMegabytes = 1000;

interface Said {
  readonly number: number;
  readonly end: 'clean' | 'findings' | 'refused' | 'failed';
  readonly why?: string;
  readonly took: number;
  readonly memory: number;
  /** Whether it was the one with the large file. */
  readonly large?: boolean;
}

function option(name: string, otherwise: number): number {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
}

/** Runs tries in a process until it ends or hangs; gives the number of the next one. */
async function batch(
  format: string,
  first: number,
  last: number,
  tell: (said: Said) => void,
  large?: number,
): Promise<number> {
  const script = join(import.meta.dirname, 'fuzz/process.ts');
  const args = [script, format, String(first), String(last), ...(large ? [String(large)] : [])];
  const child = spawn(process.execPath, ['--no-warnings', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let next = first;
  let late = false;
  let wrong = '';
  child.stderr.on('data', (text: Buffer) => {
    wrong = `${wrong}${text}`.slice(-2000);
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const patience = large ? 12 * limitSeconds : limitSeconds;
  const stop = () => {
    late = true;
    child.kill('SIGKILL');
  };
  // A process needs a while to start.
  let timer = setTimeout(stop, (patience + 20) * 1000);
  for await (const line of createInterface({ input: child.stdout })) {
    clearTimeout(timer);
    timer = setTimeout(stop, patience * 1000);
    const said = JSON.parse(line) as Said;
    next = said.number + 1;
    tell({ ...said, large: large !== undefined });
  }
  clearTimeout(timer);
  const code = await ended;
  if (next < last) {
    const why = late ? `hang: more than ${patience} seconds` : `crash: the process ended with ${code}: ${wrong}`;
    tell({ number: next, end: 'failed', why, took: patience * 1000, memory: 0 });
    next += 1;
  }
  return next;
}

const runs = option('runs', 10_000);
const from = option('from', 1);
const named = process.argv.slice(2).filter((name) => name in inputMakers);
let failed = 0;
for (const format of named.length > 0 ? named : Object.keys(inputMakers)) {
  const ends: Record<Said['end'], number> = { clean: 0, findings: 0, refused: 0, failed: 0 };
  let slowest = 0;
  let memory = 0;
  const began = performance.now();
  const tell = (said: Said) => {
    if (!said.large || said.end === 'failed') ends[said.end] += 1;
    slowest = Math.max(slowest, said.took);
    memory = Math.max(memory, said.memory);
    if (said.end === 'failed') process.stdout.write(`${format} ${said.number}: ${said.why}\n`);
  };
  // New processes now and then, so that memory is that of hundreds of loads and not of thousands.
  for (let next = from; next < from + runs; ) next = await batch(format, next, Math.min(from + runs, next + 500), tell);
  const small = { slowest, memory };
  let large = '';
  if (format !== 'ssda903-workbook') {
    memory = 0;
    slowest = 0;
    await batch(format, 0, 1, tell, largeBytes);
    if (memory > largeMegabytes) ends.failed += 1;
    large = `; ${largeBytes / 1e6} MB: ${memory} MB of memory, ${(slowest / 1000).toFixed(1)} s`;
  }
  failed += ends.failed;
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  process.stdout.write(
    `${format}: ${runs} tries in ${seconds} s: ${ends.clean} without a finding, ${ends.findings} with findings, ${ends.refused} refused, ${ends.failed} failed; slowest ${(small.slowest / 1000).toFixed(1)} s, ${small.memory} MB${large}\n`,
  );
}
process.exitCode = failed > 0 ? 1 : 0;
