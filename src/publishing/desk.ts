import { randomBytes } from 'node:crypto';
import { isOpen, type Job, type JobState } from './job.ts';
import type { Message, Task, Work } from './messages.ts';
import { builtProcess, type Running, runApart, runHere } from './run.ts';

export interface PublishDeskOptions {
  /** The data folder, from the root. */
  readonly data: string;
  /** The pack: its name, or its folder from the root. */
  readonly pack: string;
  readonly packsFolder: string;
  /** The address of the store where it is not beside the data. */
  readonly store?: string | undefined;
  readonly versions: Task['versions'];
  now(): Date;
  /** The built process that does the work, so that this one goes on answering; null: it is done here. */
  readonly process?: string | null;
  /** Told of a fault of the program, without personal values. */
  report?(line: string): void;
}

/** So much is being done and waited for that no more is taken on. */
export class PublishDeskBusy extends Error {
  override readonly name = 'PublishDeskBusy';
}

/** How many jobs are remembered, and how many may wait. */
const [remembered, mayWait] = [20, 6];

/**
 * Publishes and verifies for pages, one piece of work at a time, each in a process of its own. What is remembered of a job is gone
 * with the server; what it published stays.
 */
export class PublishDesk {
  readonly data: string;
  private readonly options: PublishDeskOptions;
  private readonly jobs = new Map<string, Job>();
  private running: Running | null = null;
  private work: Promise<void> = Promise.resolve();
  private closed = false;

  constructor(options: PublishDeskOptions) {
    this.options = options;
    this.data = options.data;
  }

  job(id: string): Job | null {
    return this.jobs.get(id) ?? null;
  }

  /**
   * Takes work on. The same that is open already is not done twice.
   *
   * @throws PublishDeskBusy
   */
  start(work: Work): Job {
    const same = [...this.jobs.values()].find(
      (job) => isOpen(job) && JSON.stringify(job.work) === JSON.stringify(work),
    );
    if (same) return same;
    const before = [...this.jobs.values()].filter(isOpen).length;
    if (before > mayWait) throw new PublishDeskBusy('Too much is waited for');
    const job: Job = { id: randomBytes(9).toString('base64url'), work, state: { stage: 'waiting', before } };
    this.jobs.set(job.id, job);
    for (const [id, old] of this.jobs) if (this.jobs.size > remembered && !isOpen(old)) this.jobs.delete(id);
    this.work = this.work.then(() => this.carryOut(job));
    return job;
  }

  /** Ends what runs; nothing that waits is begun. */
  async close(): Promise<void> {
    this.closed = true;
    this.running?.kill();
    await this.work;
  }

  private async carryOut({ id, work }: Job): Promise<void> {
    if (this.closed) return;
    const { data, pack, packsFolder, store, versions, now, process = builtProcess } = this.options;
    const started = now();
    this.move(id, { stage: 'running', started, step: null });
    const task: Task = { ...work, data, pack, packsFolder, store, versions, now: started.toISOString() };
    const heard = (message: Message): void => {
      if (message.kind === 'step') this.move(id, { stage: 'running', started, step: message.step });
    };
    this.running = process === null ? runHere(task, heard) : runApart(process, task, heard);
    const last = await this.running.ended;
    this.running = null;
    this.move(id, this.endOf(last));
  }

  private endOf(last: Message | null): JobState {
    if (last?.kind === 'checked') return { stage: 'checked', checked: last.checked };
    if (last?.kind === 'published') return { stage: 'published', number: last.number };
    if (last?.kind === 'verified') return { stage: 'verified', verification: last.verification };
    if (last?.kind === 'refused') return { stage: 'failed', code: last.code, why: last.why };
    if (last?.kind !== 'broken') {
      return {
        stage: 'failed',
        code: 'ended',
        why: 'The process was ended before its time, perhaps for want of memory.',
      };
    }
    const number = randomBytes(4).toString('hex');
    this.options.report?.(`failure ${number} in publishing: ${last.place}`);
    const why = `It is not your doing: the window in which Outturn runs names the place under the number ${number}.`;
    return { stage: 'failed', code: 'broken', why };
  }

  private move(id: string, state: JobState): void {
    const job = this.jobs.get(id);
    if (job) this.jobs.set(id, { ...job, state });
  }
}
