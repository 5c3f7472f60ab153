import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Benchmarks } from '../benchmark/index.ts';
import { type Figures, NothingLoaded, openFigures } from '../measure/index.ts';
import type { Pack } from '../pack/index.ts';
import { currentExtracts, type Manifest } from '../warehouse/index.ts';
import type { Progress } from '../web/index.ts';
import { withBenchmarks } from './benchmarked.ts';

type Opened = ReturnType<typeof withBenchmarks<Figures & { close(): Promise<void> }>>;

export interface ServedOptions {
  readonly data: string;
  readonly pack: Pack;
  readonly benchmarks: Benchmarks;
  /** How often the data folder is looked at, in milliseconds. */
  readonly every?: number;
  /** Told what happens, in a line for the window. */
  tell(line: string): void;
}

/** How long figures stay open after newer ones have taken their place: pages under way still read them. */
const graceMs = 30_000;

/**
 * The figures of what is in force in a data folder. When a load, from a page or by command, puts other extracts in force,
 * their figures are worked out while the former are still shown, and then take their place.
 */
export class ServedFigures {
  private readonly options: ServedOptions;
  private shown: Opened | null = null;
  private read: readonly Manifest[] = [];
  private former: Opened[] = [];
  private done: Progress | null = null;
  /** The content of current.json that was opened last; undefined before the first look. */
  private seen: string | null | undefined;
  private looking: Promise<void> | null = null;
  private timer: NodeJS.Timeout | undefined;
  private ended = false;

  constructor(options: ServedOptions) {
    this.options = options;
  }

  /** Opens what is there, and goes on looking. @throws where the figures cannot be opened the first time. */
  async open(): Promise<void> {
    await this.look();
    if (this.ended) return;
    const { every = 1000, tell } = this.options;
    this.timer = setInterval(() => {
      this.look().catch((error: unknown) => {
        tell(
          `The new data could not be opened; the pages show the former: ${error instanceof Error ? error.name : 'unknown'}`,
        );
      });
    }, every).unref();
  }

  figures(): Opened | null {
    return this.shown;
  }

  /** The extracts that the shown figures are made from; null while there are none. */
  extracts(): readonly Manifest[] | null {
    return this.shown === null ? null : this.read;
  }

  /** Whether nothing is loaded. */
  empty(): boolean {
    return this.shown === null && this.looking === null && this.seen !== undefined;
  }

  /** How far the first figures are. */
  progress(): Progress {
    return this.done ?? { done: 0, total: 0 };
  }

  /** How far newer figures are; null where the pages show what is in force. */
  async working(): Promise<Progress | null> {
    if (this.looking === null && (await this.content()) === this.seen) return null;
    return this.progress();
  }

  async close(): Promise<void> {
    this.ended = true;
    clearInterval(this.timer);
    await this.looking?.catch(() => undefined);
    for (const one of [...this.former, ...(this.shown ? [this.shown] : [])]) await one.close();
  }

  /** Opens anew where something else is in force than was opened last. */
  private async look(): Promise<void> {
    if (this.looking) return;
    const content = await this.content();
    if (content === this.seen || this.looking) return;
    this.looking = this.openNew(content);
    try {
      await this.looking;
    } finally {
      this.looking = null;
      this.done = null;
    }
  }

  private async openNew(content: string | null): Promise<void> {
    const first = this.seen === undefined;
    this.seen = content;
    const { data, pack, benchmarks, tell } = this.options;
    try {
      const extracts = await currentExtracts(data);
      const opened = await openFigures({
        data,
        pack,
        extracts,
        progress: (done, total) => {
          this.done = { done, total };
        },
      });
      this.replace(withBenchmarks(opened, benchmarks));
      this.read = extracts;
      tell(first ? 'The figures are ready.' : 'The figures of the new data are ready.');
    } catch (error) {
      if (!(error instanceof NothingLoaded)) throw error;
      tell(`Nothing is loaded in ${data} yet.`);
    }
  }

  private replace(next: Opened): void {
    const old = this.shown;
    this.shown = next;
    if (!old) return;
    this.former.push(old);
    setTimeout(() => {
      if (this.ended) return;
      this.former = this.former.filter((one) => one !== old);
      void old.close();
    }, graceMs).unref();
  }

  private content(): Promise<string | null> {
    return readFile(join(this.options.data, 'current.json'), 'utf8').catch(() => null);
  }
}
