import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type AuditEvent, localPerson, type Person } from '../access/index.ts';
import { currentExtracts } from '../warehouse/index.ts';
import { type Running, runTask } from './child.ts';
import { isOpen, type Job, type JobState } from './job.ts';
import { uploadLimits } from './limits.ts';
import type { LoadOutcome, Message } from './messages.ts';
import { sourcesOf } from './sources.ts';
import {
  type IncomingFile,
  makeUploadFolder,
  receiveFiles,
  removeUploadFolder,
  sweepUploads,
  uploadFolder,
} from './upload-folder.ts';

export interface DeskOptions {
  /** The data folder, from the root. */
  readonly data: string;
  /** The pack: its name, or its folder from the root. */
  readonly pack: string;
  readonly packsFolder: string;
  now(): Date;
  /** On disk when fulfilled; nothing is loaded before. */
  audit(event: AuditEvent): Promise<void>;
  /** Told of a fault of the program, without personal values. */
  report?(line: string): void;
}

/** Another upload is under way, and there is room for one. */
export class DeskBusy extends Error {
  /** The job; null while its files are still coming in. */
  readonly job: Job | null;

  constructor(job: Job | null) {
    super('Another load is under way');
    this.name = 'DeskBusy';
    this.job = job;
  }
}

/** What a person says of a delivery that does not say it itself. */
export interface Said {
  readonly asAt?: string;
  readonly authority?: string;
}

/** How many jobs are remembered. */
const remembered = 20;

/**
 * Takes files from pages and loads them, one load at a time, each in a process of its own. Files lie in a private folder
 * for as long as the job is open and are removed on every way out; what is remembered of a job is gone with the server.
 */
export class LoadDesk {
  private readonly options: DeskOptions;
  private readonly jobs = new Map<string, Job>();
  private readonly sources = new Map<string, readonly string[]>();
  /** Uploads that somebody asked to stop while a process was at work on them; it may end before it can say so. */
  private readonly stopping = new Set<string>();
  private receiving = false;
  private running: { readonly id: string; readonly task: Running } | null = null;
  private waiting: NodeJS.Timeout | undefined;
  /** Who asked for the load that runs, or ran last: there is one at a time. */
  private by: Pick<Person, 'id' | 'post'> = localPerson;
  private work: Promise<void> = Promise.resolve();

  private constructor(options: DeskOptions) {
    this.options = options;
  }

  /** Removes what an earlier process left, and opens. */
  static async open(options: DeskOptions): Promise<LoadDesk> {
    await sweepUploads(options.data);
    return new LoadDesk(options);
  }

  job(id: string): Job | null {
    return this.jobs.get(id) ?? null;
  }

  /** The job whose files lie in the upload folder. */
  current(): Job | null {
    return [...this.jobs.values()].find(isOpen) ?? null;
  }

  /**
   * Receives files and begins to recognise them. Files that wait for a person make way.
   *
   * @param expectedBytes what the browser says it will send; null where it does not
   * @throws DeskBusy, UploadRefusal; then nothing is kept
   */
  async receive(files: AsyncIterable<IncomingFile>, expectedBytes: number | null): Promise<Job> {
    const before = this.current();
    if (this.receiving || (before && before.state.stage !== 'waiting')) throw new DeskBusy(before);
    this.receiving = true;
    const id = randomBytes(9).toString('base64url');
    try {
      const folder = await makeUploadFolder(this.options.data, id, expectedBytes);
      const received = await receiveFiles(folder, files);
      if (before) await this.discard(before, 'Other files were chosen after these.');
      const sources = await sourcesOf(folder);
      const job = this.put({ id, files: received, state: { stage: 'recognising' } });
      this.sources.set(id, sources);
      this.work = this.recognise(id);
      return job;
    } catch (error) {
      await removeUploadFolder(this.options.data, id);
      throw error;
    } finally {
      this.receiving = false;
    }
  }

  /**
   * Loads what waits.
   *
   * @param by who asks for it, as the audit says
   * @throws where the audit cannot be written; then nothing is loaded
   */
  async start(id: string, said: Said, by: Pick<Person, 'id' | 'post'> = localPerson): Promise<void> {
    const job = this.jobs.get(id);
    if (job?.state.stage !== 'waiting') return;
    const { preview } = job.state;
    clearTimeout(this.waiting);
    const started = this.options.now();
    this.by = by;
    this.move(id, { stage: 'loading', started, step: null, cancelling: false });
    try {
      await this.audit('load', `${job.files.length} files`);
    } catch (error) {
      this.move(id, { stage: 'waiting', preview });
      throw error;
    }
    this.work = this.load(id, said, preview, started);
  }

  /** Stops a load, or puts files away that wait. A load whose data is in force already goes on to its end. */
  async cancel(id: string): Promise<void> {
    const job = this.jobs.get(id);
    if (!job || !isOpen(job)) return;
    if (job.state.stage === 'waiting') return this.discard(job, 'You chose not to load the files.');
    if (job.state.stage === 'loading') this.move(id, { ...job.state, cancelling: true });
    this.stopping.add(id);
    if (this.running?.id !== id) return this.work;
    this.running.task.cancel();
    await this.running.task.ended;
  }

  /** Ends what runs and removes all files. */
  async close(): Promise<void> {
    clearTimeout(this.waiting);
    this.running?.task.cancel();
    await this.work;
    for (const job of this.jobs.values()) await removeUploadFolder(this.options.data, job.id);
    await sweepUploads(this.options.data);
  }

  private async recognise(id: string): Promise<void> {
    const folder = join(uploadFolder(this.options.data, id), '.work');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const last = await this.run(id, { task: 'recognise', folder }, () => undefined);
    if (this.stopping.has(id)) return this.end(id, this.failure({ kind: 'cancelled' }, ''));
    if (last?.kind === 'recognised') {
      this.move(id, { stage: 'waiting', preview: last.preview });
      this.waitFor(id);
      return;
    }
    await this.end(id, this.failure(last, 'The files could not be looked at'));
  }

  /** Files do not lie about for longer than a person needs to confirm. */
  private waitFor(id: string): void {
    clearTimeout(this.waiting);
    this.stopping.delete(id);
    this.waiting = setTimeout(() => {
      const job = this.jobs.get(id);
      if (job?.state.stage === 'waiting') this.work = this.discard(job, 'Nobody confirmed for an hour.');
    }, uploadLimits.waitMs).unref();
  }

  private async load(
    id: string,
    said: Said,
    preview: Extract<JobState, { stage: 'waiting' }>['preview'],
    started: Date,
  ): Promise<void> {
    const before = await this.inForce();
    let loaded: LoadOutcome | null = null;
    const last = await this.run(id, { task: 'load', ...said, now: started.toISOString() }, (message) => {
      if (message.kind === 'loaded') loaded = message.outcome;
      const state = this.jobs.get(id)?.state;
      if (message.kind === 'step' && state?.stage === 'loading') this.move(id, { ...state, step: message.step });
    });
    const outcome = loaded as LoadOutcome | null;
    if (outcome) {
      await this.end(id, { stage: 'done', outcome }, { what: 'load finished', list: listOf(outcome) });
    } else if (last?.kind === 'refused' && last.locked) {
      this.move(id, { stage: 'waiting', preview, locked: true });
      this.waitFor(id);
      await this.audit('load refused', 'another load is under way').catch(() => undefined);
    } else if (
      last?.kind === 'cancelled' ||
      (last === null && this.stopping.has(id) && (await this.inForce()) === before)
    ) {
      const state: JobState = { stage: 'cancelled', why: 'You stopped the load.' };
      await this.end(id, state, { what: 'load cancelled', list: '' });
    } else {
      const state = this.failure(last, 'The load ended before its time', (await this.inForce()) !== before);
      await this.end(id, state, { what: 'load failed', list: '' });
    }
  }

  private async run(
    id: string,
    task: { task: 'recognise'; folder: string } | ({ task: 'load'; now: string } & Said),
    heard: (message: Message) => void,
  ): Promise<Message | null> {
    const { data, pack, packsFolder } = this.options;
    const place = uploadFolder(data, id);
    const running = runTask({ data, pack, packsFolder, sources: this.sources.get(id) ?? [], ...task }, place, heard);
    this.running = { id, task: running };
    // It was asked to stop before there was a process.
    if (this.stopping.has(id)) running.cancel();
    const last = await running.ended;
    this.running = null;
    return last;
  }

  private failure(last: Message | null, otherwise: string, changed = false): JobState {
    if (last?.kind === 'refused') return { stage: 'failed', why: last.why, changed };
    if (last?.kind === 'cancelled') return { stage: 'cancelled', why: 'You stopped before anything was loaded.' };
    if (last?.kind !== 'broken') {
      return { stage: 'failed', why: `${otherwise}: the process was ended, perhaps for want of memory.`, changed };
    }
    const number = randomBytes(4).toString('hex');
    this.options.report?.(`failure ${number} in a load: ${last.place}`);
    const why = `${otherwise}. It is not your doing: the window in which Outturn runs names the place under the number ${number}.`;
    return { stage: 'failed', why, changed };
  }

  private async end(id: string, state: JobState, audited?: { what: string; list: string }): Promise<void> {
    await removeUploadFolder(this.options.data, id);
    this.sources.delete(id);
    this.stopping.delete(id);
    // The outcome stands whether or not it can be written down; that a load began is on record.
    if (audited) await this.audit(audited.what, audited.list).catch(() => undefined);
    this.move(id, state);
  }

  private async discard(job: Job, why: string): Promise<void> {
    clearTimeout(this.waiting);
    await this.end(job.id, { stage: 'cancelled', why });
  }

  private audit(what: string, list: string): Promise<void> {
    const { id: who, post } = this.by;
    return this.options.audit({ at: this.options.now(), who, post, what, ...(list && { list }), cases: 0 });
  }

  /** Which extracts are in force, as one text. */
  private async inForce(): Promise<string> {
    const manifests = await currentExtracts(this.options.data).catch(() => []);
    return manifests.map(({ authority, id }) => `${authority}/${id}`).join(' ');
  }

  private put(job: Job): Job {
    this.jobs.set(job.id, job);
    for (const [id, old] of this.jobs) {
      if (this.jobs.size > remembered && !isOpen(old)) this.jobs.delete(id);
    }
    return job;
  }

  private move(id: string, state: JobState): void {
    const job = this.jobs.get(id);
    if (job) this.jobs.set(id, { ...job, state });
  }
}

/** What was loaded, for the record: never the name of a file, which may hold a person's. */
function listOf({ extracts }: LoadOutcome): string {
  return extracts
    .map(({ authority, source, asAt, outcome }) => `${authority} ${source} as at ${asAt}: ${outcome}`)
    .join('; ');
}
