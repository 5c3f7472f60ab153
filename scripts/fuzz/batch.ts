import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Mutation } from './inputs.ts';
import type { Outcome } from './try-load.ts';

/** Of processor time: other work on the machine is no fault of a load. One that only waits is ended after longer. */
const limitSeconds = 10;
const patienceSeconds = 90;

/** What is said of one try. */
export interface Said extends Outcome {
  readonly number: number;
  readonly mutation?: Mutation;
  readonly whole?: boolean;
  readonly apart?: boolean;
  /** Milliseconds. */
  readonly took: number;
  /** Milliseconds of processor time in the process of the load. */
  readonly cpu?: number;
  /** Megabytes at most so far in the process. */
  readonly memory: number;
}

interface Batch {
  readonly format: string;
  readonly first: number;
  /** Without it. */
  readonly last: number;
  readonly step: number;
  readonly whole: number;
  readonly apart: number;
}

/** Runs tries in a process until it ends or hangs; gives the number of the next one. */
export async function batch(
  { format, first, last, step, whole, apart }: Batch,
  tell: (said: Said) => void,
): Promise<number> {
  const script = join(import.meta.dirname, 'process.ts');
  const args = [script, format, ...[first, last, step, whole, apart].map(String)];
  const child = spawn(process.execPath, ['--no-warnings', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let next = first;
  let late = false;
  let wrong = '';
  child.stderr.on('data', (text: Buffer) => {
    wrong = `${wrong}${text}`.slice(-2000);
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const stop = () => {
    late = true;
    child.kill('SIGKILL');
  };
  // A process needs a while to start.
  let timer = setTimeout(stop, patienceSeconds * 1000);
  for await (const line of createInterface({ input: child.stdout })) {
    clearTimeout(timer);
    timer = setTimeout(stop, patienceSeconds * 1000);
    const said = JSON.parse(line) as Said;
    next = said.number + step;
    const slow = (said.cpu ?? 0) > limitSeconds * 1000;
    tell(slow ? { ...said, end: 'failed', why: `slow: ${said.cpu} ms of processor time` } : said);
  }
  clearTimeout(timer);
  const code = await ended;
  if (next < last) {
    const why = late ? `hang: more than ${patienceSeconds} seconds` : `crash: the process ended with ${code}: ${wrong}`;
    tell({ number: next, end: 'failed', why, took: patienceSeconds * 1000, memory: 0 });
    next += step;
  }
  return next;
}
