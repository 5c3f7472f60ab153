import { type Month, monthEnd } from '../../calendar/index.ts';
import type { Case, Figures, MonthLists } from '../../measure/index.ts';
import { versionAt } from '../../pack/index.ts';
import type { CaseSide } from './compare-lists.ts';

type Cases = Pick<Figures, 'pack' | 'units' | 'cases' | 'recorded' | 'lists' | 'authorityOf'>;

/** The cases behind figures at one time: an extract seen through the definitions of one pack. */
export class Side {
  private readonly figures: Cases;
  private readonly ready: MonthLists | null;
  private readonly lists = new Map<string, Promise<readonly Case[]>>();

  /** @param ready the lists of the month that will be asked about, made ready; null: each is read on its own */
  constructor(figures: Cases, ready: MonthLists | null = null) {
    this.figures = figures;
    this.ready = ready;
  }

  /** With the lists of a month and of those of the indicators that the figures know made ready, where they can be. */
  static async open(figures: Cases, month: Month, indicators: readonly string[]): Promise<Side> {
    const known = [...new Set(indicators)].filter((id) => figures.pack.indicators.has(id));
    return new Side(figures, (await figures.lists?.(month, known)) ?? null);
  }

  close(): void {
    this.ready?.close();
  }

  /** The list behind a figure; none of an indicator that there is not. */
  async own(indicator: string, unit: string, month: Month): Promise<readonly Case[]> {
    return this.figures.pack.indicators.has(indicator) ? this.list(indicator, unit, month) : [];
  }

  /**
   * All that tells what became of cases; null for an indicator that there is not.
   *
   * @param ids of the cases that are on one side alone: where there are none, nothing beside the list is read
   */
  async of(indicator: string, unit: string, month: Month, ids: readonly string[]): Promise<CaseSide | null> {
    const found = this.figures.pack.indicators.get(indicator);
    if (!found) return null;
    const root = this.rootOf(unit, month);
    const asks = ids.length > 0;
    return {
      definition: versionAt(found, monthEnd(month)).definition,
      own: await this.list(indicator, unit, month),
      whole: asks && root !== unit ? await this.list(indicator, root, month) : [],
      recorded: (asks && (await this.recorded(indicator, unit, month, ids))) || new Set(),
    };
  }

  private recorded(indicator: string, unit: string, month: Month, ids: readonly string[]) {
    return this.ready ? this.ready.recorded(indicator, ids) : this.figures.recorded?.(indicator, unit, month, ids);
  }

  /** The list of the whole authority is read once, however many of its units are asked about. */
  private list(indicator: string, unit: string, month: Month): Promise<readonly Case[]> {
    const key = `${indicator}|${unit}|${month}`;
    const known = this.lists.get(key);
    if (known) return known;
    const asked = this.ready?.cases(indicator, unit) ?? this.figures.cases(indicator, unit, month);
    const list = asked.then(({ cases }) => cases);
    this.lists.set(key, list);
    return list;
  }

  /** The unit above a unit that has none above it; of a unit that is gone, the one of its authority. */
  private rootOf(unit: string, month: Month): string {
    const units = this.figures.units(month);
    let at = units.find(({ code }) => code === unit);
    while (at !== undefined && at.parent !== null) {
      const { parent } = at;
      at = units.find(({ code }) => code === parent);
    }
    const authority = this.figures.authorityOf?.(unit) ?? null;
    const roots = units.filter(({ parent, kind }) => parent === null && kind !== 'not-attributed');
    return at?.code ?? roots.find(({ code }) => code.split('/')[0] === authority)?.code ?? roots[0]?.code ?? unit;
  }
}
