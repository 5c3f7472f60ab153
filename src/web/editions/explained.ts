import { type Restatement, restate, settledPack } from '../../edition/index.ts';
import type { Edition, Store } from '../../store/index.ts';
import type { ShownFigures } from '../options.ts';

interface Of {
  readonly data: string;
  readonly store: Store;
  /** The hash of the pack's files. */
  readonly definitions: string;
}

/** What has become of editions, explained once for as long as the same figures are shown. */
export class Explained {
  private readonly of: Of;
  private readonly found = new WeakMap<ShownFigures, Map<number, Promise<Restatement>>>();

  constructor(of: Of) {
    this.of = of;
  }

  /** @param all the figures of all units: whoever asks has been looked at */
  restatement(entry: Edition, all: ShownFigures): Promise<Restatement> {
    const own = this.found.get(all) ?? new Map<number, Promise<Restatement>>();
    this.found.set(all, own);
    const before = own.get(entry.number);
    if (before) return before;
    const explaining = this.explain(entry, all);
    own.set(entry.number, explaining);
    explaining.catch(() => own.delete(entry.number));
    return explaining;
  }

  private async explain(entry: Edition, all: ShownFigures): Promise<Restatement> {
    const { data, store, definitions } = this.of;
    const pack = await settledPack(all.pack, store);
    // A view of the figures with what people have set: their getters and private parts stay theirs.
    const figures = new Proxy(all, {
      get(target, name) {
        if (name === 'pack') return pack;
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
    return restate(entry, { data, figures, definitionsHash: definitions });
  }
}
