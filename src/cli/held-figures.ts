import type { Benchmarks } from '../benchmark/index.ts';
import { heldManifests } from '../edition/index.ts';
import { type Figures, openFigures } from '../measure/index.ts';
import type { Pack } from '../pack/index.ts';
import { withBenchmarks } from './benchmarked.ts';

type Opened = ReturnType<typeof withBenchmarks<Figures & { close(): Promise<void> }>>;

export interface HeldOptions {
  readonly data: string;
  readonly pack: Pack;
  readonly benchmarks: Benchmarks;
  /** How long figures stay open after they have made room for others, in ms; default half a minute. */
  readonly grace?: number;
}

/** So many are open at a time: the reports of a month are under review with one set of extracts, or with a few. */
const most = 4;

/**
 * The figures of extracts that are under review and no longer in force. Their sums are stored from when they were: they are
 * opened, not worked out anew.
 */
export class HeldFigures {
  private readonly options: HeldOptions;
  private readonly open = new Map<string, Promise<Opened | null>>();
  private readonly former = new Map<NodeJS.Timeout, Promise<Opened | null>>();

  constructor(options: HeldOptions) {
    this.options = options;
  }

  /** @returns null where the extracts are not stored any more */
  figures(hash: string): Promise<Opened | null> {
    const known = this.open.get(hash);
    if (known) return known;
    const opening = this.opened(hash);
    this.open.set(hash, opening);
    opening.catch(() => this.open.delete(hash));
    const [oldest] = this.open.keys();
    if (this.open.size > most && oldest !== undefined) this.leave(oldest);
    return opening;
  }

  async close(): Promise<void> {
    for (const timer of this.former.keys()) clearTimeout(timer);
    await Promise.all([...this.open.values(), ...this.former.values()].map(close));
    this.open.clear();
    this.former.clear();
  }

  private async opened(hash: string): Promise<Opened | null> {
    const { data, pack, benchmarks } = this.options;
    const extracts = await heldManifests(data, hash);
    return extracts && withBenchmarks(await openFigures({ data, pack, extracts }), benchmarks);
  }

  /** Pages under way still read them. */
  private leave(hash: string): void {
    const left = this.open.get(hash);
    this.open.delete(hash);
    if (!left) return;
    const timer = setTimeout(() => {
      this.former.delete(timer);
      void close(left);
    }, this.options.grace ?? 30_000).unref();
    this.former.set(timer, left);
  }
}

const close = (opening: Promise<Opened | null>): Promise<void> =>
  opening.then((opened) => opened?.close()).catch(() => undefined);
