import { createHash } from 'node:crypto';
import type { Document } from '../../document/index.ts';
import type { Form } from '../forms.ts';
import { builtProcess, renderApart } from './apart.ts';
import { KeptFiles } from './kept-files.ts';

export interface MadeFilesOptions {
  /** Where files are kept; the folder is this alone's, and emptied when the first file is made. */
  readonly folder: string;
  /** How many files are made at the same time; default 2. */
  readonly atOnce?: number;
  /** How many more may wait; default 20. */
  readonly waiting?: number;
  /** How much is kept, in bytes; default 200 MB. */
  readonly keep?: number;
  /** The built process that makes a file, so that this one goes on answering; null: files are made here. */
  readonly process?: string | null;
}

/** How a file stands: it is kept, is being made, waits for so many others, or nobody has asked for it. */
export type FileState =
  | { readonly stage: 'kept'; readonly size: number }
  | { readonly stage: 'making' }
  | { readonly stage: 'waiting'; readonly before: number }
  | { readonly stage: 'none' };

/** So many files are being made and waited for that no other is taken on. */
export class TooManyWaiting extends Error {
  override readonly name = 'TooManyWaiting';
}

/**
 * Files of documents, made when they are asked for. The same document is made into the same kind once, however many ask
 * for it; a few are made at a time, and the others wait their turn.
 */
export class MadeFiles {
  private readonly kept: KeptFiles;
  private readonly atOnce: number;
  private readonly mayWait: number;
  private readonly process: string | null;
  private readonly jobs = new Map<string, Promise<Uint8Array>>();
  /** Names in the order in which their turn comes, each with what begins it. */
  private readonly queue: { readonly name: string; readonly begin: () => void }[] = [];
  private making = 0;

  constructor({ folder, atOnce = 2, waiting = 20, keep = 200_000_000, process = builtProcess }: MadeFilesOptions) {
    this.kept = new KeptFiles(folder, keep);
    this.atOnce = atOnce;
    this.mayWait = waiting;
    this.process = process;
  }

  /** How the file of a document stands, without making it. */
  state(document: Document, form: Form): FileState {
    const name = nameOf(document, form);
    const before = this.queue.findIndex((one) => one.name === name);
    if (before >= 0) return { stage: 'waiting', before: before + this.making };
    if (this.jobs.has(name)) return { stage: 'making' };
    const size = this.kept.size(name);
    return size === null ? { stage: 'none' } : { stage: 'kept', size };
  }

  /**
   * The file of a document: the one that is kept, else it is made, now or in its turn.
   *
   * @throws TooManyWaiting where too many wait already; what the renderer throws
   */
  async file(document: Document, form: Form): Promise<Uint8Array> {
    const name = nameOf(document, form);
    const running = this.jobs.get(name);
    if (running) return running;
    const job = this.readOrMake(name, document, form);
    this.jobs.set(name, job);
    try {
      return await job;
    } finally {
      this.jobs.delete(name);
    }
  }

  private async readOrMake(name: string, document: Document, form: Form): Promise<Uint8Array> {
    const kept = await this.kept.read(name);
    if (kept) return kept;
    await this.turn(name);
    try {
      const { process } = this;
      const here = form.apart || process === null;
      const content = await (here ? form.render(document) : renderApart(process, document, form));
      // A disk that is full is no reason to withhold what has been made.
      await this.kept.keep(name, content).catch(() => undefined);
      return content;
    } finally {
      this.making--;
      this.next();
    }
  }

  private async turn(name: string): Promise<void> {
    if (this.making < this.atOnce) {
      this.making++;
      return;
    }
    if (this.queue.length >= this.mayWait) throw new TooManyWaiting('Too many files are waited for');
    const { promise, resolve } = Promise.withResolvers<void>();
    this.queue.push({ name, begin: resolve });
    await promise;
  }

  private next(): void {
    const next = this.queue.shift();
    if (!next) return;
    this.making++;
    next.begin();
  }
}

const hashes = new WeakMap<Document, string>();

/** The hash of all that the document says, and the kind: other words are another file. */
function nameOf(document: Document, { ending }: Form): string {
  let hash = hashes.get(document);
  if (hash === undefined) {
    hash = createHash('sha256').update(JSON.stringify(document)).digest('hex');
    hashes.set(document, hash);
  }
  return `${hash}.${ending}`;
}
