import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
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
  /** Megabytes at most so far in the process, since its packs were read. */
  readonly memory: number;
}

interface Batch {
  readonly format: string;
  readonly first: number;
  /** Without it. */
  readonly last: number;
  readonly whole: number;
  readonly apart: number;
  /** By the clock of this process: no try is begun after it. */
  readonly until: number;
}

/** In memory where there is such a place: most of a try would be waiting for the disk. */
const scratch = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** Runs tries in a process until it ends or hangs; gives the number of the next one. */
export async function batch(
  { format, first, last, whole, apart, until }: Batch,
  tell: (said: Said) => void,
): Promise<number> {
  const folder = mkdtempSync(join(scratch, 'outturn-fuzz-'));
  const args = [join(import.meta.dirname, 'process.ts'), folder, format, ...[first, last, whole, apart].map(String)];
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
    next = said.number + 1;
    const slow = (said.cpu ?? 0) > limitSeconds * 1000;
    tell(slow ? { ...said, end: 'failed', why: `slow: ${said.cpu} ms of processor time` } : said);
    if (performance.now() > until) {
      child.kill();
      break;
    }
  }
  clearTimeout(timer);
  const code = await ended;
  rmSync(folder, { recursive: true, force: true });
  if (next < last && performance.now() < until) {
    const why = late ? `hang: more than ${patienceSeconds} seconds` : `crash: the process ended with ${code}: ${wrong}`;
    tell({ number: next, end: 'failed', why, took: patienceSeconds * 1000, memory: 0 });
    next += 1;
  }
  return next;
}
