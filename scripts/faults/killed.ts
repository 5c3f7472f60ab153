import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { program } from './program.ts';
import type { When } from './steps.ts';
import type { Place } from './subject.ts';

/** When a process is killed: by itself at a step, or from outside so many milliseconds after it began. */
export type Moment = { readonly step: number; readonly when: When } | { readonly afterMs: number };

/** What a process told before it died. */
export interface Told {
  /** Of the last change that it acknowledged; null: of none. */
  readonly made: number | null;
  /** Of a round, where it was to count: its steps and how long it took. */
  readonly round: { readonly steps: number; readonly ms: number } | null;
}

/** A process that has neither died nor done anything for so long hangs. */
const patienceMs = 180_000;

/** Starts a subject's process and has it die. @throws Error where it ends in another way, or does not end */
export async function killed(subject: string, place: Place, moment: Moment | 'count'): Promise<Told> {
  const [step, when] = moment === 'count' ? ['count', ''] : 'step' in moment ? [moment.step, moment.when] : [0, ''];
  const child = spawn(
    process.execPath,
    ['--no-warnings', await program(), subject, JSON.stringify(place), String(step), when],
    { stdio: ['pipe', 'pipe', 'pipe'] },
  );
  let said = '';
  child.stderr.on('data', (text: Buffer) => {
    said += text;
  });
  let made: number | null = null;
  let round: Told['round'] = null;
  createInterface({ input: child.stdout }).on('line', (line) => {
    const [word, one, other] = line.split(' ');
    if (word === 'made') made = Number(one);
    if (word === 'round') round = { steps: Number(one), ms: Number(other) };
    if (word === 'begun' && typeof moment === 'object' && 'afterMs' in moment) {
      setTimeout(() => child.kill('SIGKILL'), moment.afterMs);
    }
  });
  let hangs = false;
  const patience = setTimeout(() => {
    hangs = true;
    child.kill('SIGKILL');
  }, patienceMs);
  const signal = await new Promise<NodeJS.Signals | null>((resolve) => child.once('close', (_, by) => resolve(by)));
  clearTimeout(patience);
  if (hangs) throw new Error(`${subject}: the process hung`);
  if (signal !== 'SIGKILL') throw new Error(`${subject}: the process ended by itself: ${said}`);
  return { made, round };
}
