import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Mutation } from './inputs.ts';
import type { Outcome } from './try-load.ts';

/** Of processor time: other work on the machine is no fault of a load. A process has longer to start, and one that only waits. */
const limitSeconds = 10;
const startSeconds = 60;
/** To make a large input takes longer than to read it; the reading itself is held to the limit. */
const makingSeconds = { small: 1, large: 60 } as const;
const patienceSeconds = 600;

/** What is said of one try. */
export interface Said extends Outcome {
  /** Among the tries of all formats. */
  readonly index: number;
  readonly format: string;
  readonly number: number;
  readonly mutation?: Mutation;
  readonly whole?: boolean;
  readonly apart?: boolean;
  /** Milliseconds. */
  readonly took: number;
  /** Milliseconds of processor time in the process of the load. */
  readonly cpu?: number;
  /** Megabytes at most while it was tried, in the process of the load. */
  readonly memory: number;
}

interface Batch {
  readonly formats: readonly string[];
  readonly size: 'small' | 'large';
  /** The number of the first try of each. */
  readonly from: number;
  /** The index of the first try. */
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

/** What a process has worked so far, in seconds; 0 where the system does not say. */
function processorSeconds(pid: number | undefined): number {
  try {
    // After the name, which is in brackets and may hold anything, the 12th and 13th are user and system.
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ').at(-1)?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return 0;
  }
}

/** Runs tries in a process until it ends or hangs; gives the index of the next one. */
export async function batch(
  { formats, size, from, first, last, whole, apart, until }: Batch,
  tell: (said: Said) => void,
): Promise<number> {
  const folder = mkdtempSync(join(scratch, 'outturn-fuzz-'));
  const numbers = [from, first, last, whole, apart].map(String);
  const args = [join(import.meta.dirname, 'process.ts'), folder, formats.join(','), size, ...numbers];
  const child = spawn(process.execPath, ['--no-warnings', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let next = first;
  let late = '';
  let wrong = '';
  child.stderr.on('data', (text: Buffer) => {
    wrong = `${wrong}${text}`.slice(-2000);
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  let heard = { at: performance.now(), processor: 0, limit: startSeconds };
  const watch = setInterval(() => {
    const [seconds, worked] = [(performance.now() - heard.at) / 1000, processorSeconds(child.pid) - heard.processor];
    if (worked < heard.limit && seconds < patienceSeconds) return;
    late = `hang: nothing said after ${worked.toFixed(0)} seconds of processor time, ${seconds.toFixed(0)} in all`;
    child.kill('SIGKILL');
  }, 1000);
  for await (const line of createInterface({ input: child.stdout })) {
    heard = {
      at: performance.now(),
      processor: processorSeconds(child.pid),
      limit: limitSeconds + makingSeconds[size],
    };
    const said = JSON.parse(line) as Said;
    next = said.index + 1;
    const slow = (said.cpu ?? 0) > limitSeconds * 1000;
    tell(slow ? { ...said, end: 'failed', why: `slow: ${said.cpu} ms of processor time` } : said);
    if (performance.now() > until) {
      child.kill();
      break;
    }
  }
  clearInterval(watch);
  const code = await ended;
  rmSync(folder, { recursive: true, force: true });
  if (next < last && performance.now() < until) {
    const why = late || `crash: the process ended with ${code}: ${wrong}`;
    const place = {
      index: next,
      format: formats[next % formats.length] ?? '',
      number: from + Math.floor(next / formats.length),
    };
    tell({ ...place, end: 'failed', why, took: performance.now() - heard.at, memory: 0 });
    next += 1;
  }
  return next;
}
