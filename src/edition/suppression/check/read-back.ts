import { financialYear, monthEnd } from '../../../calendar/index.ts';
import type { CountedFigure, FigurePart, Publication, SuppressionSettings } from '../figures.ts';
import type { Statement, System, Unknown } from './system.ts';

type Shown = (figure: CountedFigure, part: FigurePart) => 'shown' | 'suppressed' | 'absent';

const scales: Readonly<Record<string, number>> = { percent: 100, 'rate-per-10000': 10_000, 'rate-per-100000': 100_000 };

/**
 * Everything that a reader of this edition and of the earlier ones knows, as statements about unknown numbers. It is put together
 * from what is printed and what is not, without regard to how that was chosen.
 *
 * @param isSuppressed what this edition does not show, by indicator, unit, month and part
 */
export function readBack(
  publication: Publication,
  isSuppressed: (name: string) => boolean,
  settings: SuppressionSettings,
): System {
  const system: System = { unknowns: [], statements: [], shown: [] };
  const said = new Set<string>();
  const places = new Map<string, number>();
  const editions = [
    { ...publication.now, isNow: true, hides: isSuppressed },
    ...publication.earlier
      .slice(0, settings.editions)
      .map((edition) => ({ ...edition, isNow: false, hides: (name: string) => edition.suppressed.has(name) })),
  ];
  // Whoever reads an edition has those before it too, and takes from them what it does not say itself.
  const before = new Map<string, CountedFigure>();
  for (const { figures, hides, isNow, name: edition } of editions.reverse()) {
    for (const figure of figures) before.set(`${figure.indicator}|${figure.unit}|${figure.month}`, figure);
    const shown: Shown = (figure, part) => {
      if (!figure.printed.includes(part)) return 'absent';
      return hides(`${figure.indicator}|${figure.unit}|${figure.month}|${part}`) ? 'suppressed' : 'shown';
    };
    new Reader(system, places, said, publication, settings, before, shown, isNow, edition).read(figures);
  }
  return system;
}

/** Reads one edition into the system. */
class Reader {
  readonly #byPlace: ReadonlyMap<string, CountedFigure>;
  readonly #system: System;
  readonly #places: Map<string, number>;
  readonly #said: Set<string>;
  readonly #publication: Publication;
  readonly #settings: SuppressionSettings;
  readonly #figures: readonly CountedFigure[];
  readonly #shown: Shown;
  readonly #isNow: boolean;
  readonly #edition: string;

  constructor(
    system: System,
    places: Map<string, number>,
    said: Set<string>,
    publication: Publication,
    settings: SuppressionSettings,
    known: ReadonlyMap<string, CountedFigure>,
    shown: Shown,
    isNow: boolean,
    edition: string,
  ) {
    this.#system = system;
    this.#places = places;
    this.#said = said;
    this.#publication = publication;
    this.#settings = settings;
    this.#figures = [...known.values()];
    this.#byPlace = known;
    this.#shown = shown;
    this.#isNow = isNow;
    this.#edition = edition;
  }

  read(own: readonly CountedFigure[]): void {
    for (const figure of own) this.#figure(figure);
    this.#units();
    this.#years();
    this.#sums();
  }

  #place(indicator: string, unit: string, month: string): string {
    return `${indicator}|${unit}|${month}`;
  }

  /** The unknown of a part of a figure. One that was another number in a newer edition is another unknown. */
  #unknown(figure: CountedFigure, part: string, truth: number, isGuarded: boolean, from = ''): number {
    const { indicator, unit, month, numerator, denominator } = figure;
    const key = `${this.#place(indicator, unit, month)}|${part}|${numerator}|${denominator}|${from}`;
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    const isWhole = Number.isInteger(truth);
    const { threshold, cover } = this.#settings;
    const isSmall = isGuarded && truth > 0 && truth <= threshold;
    const room = isSmall ? (cover === 'threshold' ? threshold : 2) : 1;
    const name = `${part} of ${indicator}, ${unit}, ${month}`;
    const unknown: Unknown = {
      name,
      indicator,
      unit,
      month,
      truth,
      low: 0,
      high: Number.POSITIVE_INFINITY,
      room,
      isWhole,
    };
    this.#places.set(key, this.#system.unknowns.push(unknown) - 1);
    return this.#system.unknowns.length - 1;
  }

  #state(words: string, low: number, high: number, terms: readonly (readonly [number, number])[]): void {
    const key = `${low}|${high}|${terms.join(';')}`;
    if (this.#said.has(key)) return;
    this.#said.add(key);
    const statement: Statement = { words, low, high, of: terms.map(([of]) => of), times: terms.map(([, by]) => by) };
    this.#system.statements.push(statement);
  }

  #kind(figure: CountedFigure): {
    isRate: boolean;
    isAverage: boolean;
    isCount: boolean;
    decimals: number;
    scale: number;
    isYearToDate: boolean;
  } {
    const measure = this.#publication.measures.get(figure.indicator);
    if (measure === undefined) throw new RangeError(`nothing is said of how ${figure.indicator} is measured`);
    const { measuredIn, decimals, isYearToDate } = measure;
    return {
      isRate: measuredIn.startsWith('rate-'),
      isAverage: measuredIn.startsWith('average'),
      isCount: measuredIn === 'count',
      decimals,
      scale: scales[measuredIn] ?? 1,
      isYearToDate,
    };
  }

  #part(figure: CountedFigure, part: 'numerator' | 'denominator'): number | null {
    const truth = figure[part];
    if (truth === null) return null;
    const { isRate, isAverage } = this.#kind(figure);
    return this.#unknown(figure, part, truth, part === 'numerator' ? !isAverage : !isRate);
  }

  #figure(figure: CountedFigure): void {
    const kind = this.#kind(figure);
    const [n, d] = [this.#part(figure, 'numerator'), this.#part(figure, 'denominator')];
    const value = this.#shown(figure, 'value');
    if (n !== null) {
      const own = this.#shown(figure, 'numerator');
      const asCount = kind.isCount ? value : 'absent';
      this.#seen(
        n,
        own === 'shown' || asCount === 'shown',
        own === 'suppressed' || asCount === 'suppressed',
        kind.isAverage,
      );
    }
    if (d !== null) {
      const own = this.#shown(figure, 'denominator');
      this.#seen(d, kind.isRate || own === 'shown', own === 'suppressed', kind.isRate);
    }
    // A percentage that is suppressed is guarded by the count in it, which stands nowhere itself.
    if (n !== null && value === 'suppressed' && (figure.numerator ?? 0) > 0 && !kind.isAverage) this.#guard(n);
    if (n === null || d === null) return;
    const where = `${figure.indicator}, ${figure.unit}, ${figure.month}`;
    let rest: number | null = null;
    if (kind.scale === 100) {
      rest = this.#unknown(figure, 'rest', (figure.denominator ?? 0) - (figure.numerator ?? 0), true);
      this.#state(`numerator and rest are the denominator (${where})`, 0, 0, [
        [n, 1],
        [rest, 1],
        [d, -1],
      ]);
    }
    if (value !== 'shown' || figure.denominator === 0) return;
    if (this.#isNow)
      this.#smallBehind(kind.isRate ? [n] : kind.isAverage ? [d] : [n, d, ...(rest === null ? [] : [rest])], where);
    if (this.#settings.roundTo !== null && !kind.isAverage) {
      // It is worked out from the rounded counts, and says no more than they do.
      this.#seen(n, true, false, false);
      this.#seen(d, true, false, kind.isRate);
      return;
    }
    const shift = 10 ** kind.decimals;
    const exact = ((figure.numerator ?? 0) * kind.scale * shift) / (figure.denominator ?? 1);
    const printed = Math.round(exact + 1e-9);
    const words = `the printed figure times the denominator (${where}, ${this.#edition})`;
    this.#state(words, 0, Number.POSITIVE_INFINITY, [
      [n, 2 * shift * kind.scale],
      [d, 1 - 2 * printed],
    ]);
    this.#state(words, Number.NEGATIVE_INFINITY, 0, [
      [n, 2 * shift * kind.scale],
      [d, -1 - 2 * printed],
    ]);
  }

  /** What a reader sees of an unknown by itself. */
  #seen(index: number, isShown: boolean, isSuppressed: boolean, isNoCount: boolean): void {
    const unknown = this.#system.unknowns[index] as Unknown;
    const { truth } = unknown;
    const { roundTo, threshold } = this.#settings;
    if (isShown) {
      const isRounded = roundTo !== null && truth > 0 && !isNoCount;
      const to = isRounded ? Math.round(truth / roundTo) * roundTo : truth;
      const from = isRounded ? Math.max(threshold + 1, to - Math.floor(roundTo / 2)) : truth;
      unknown.low = Math.max(unknown.low, from);
      unknown.high = Math.min(unknown.high, isRounded ? to + Math.ceil(roundTo / 2) - 1 : truth);
      if (this.#isNow && !isNoCount && truth > 0 && truth <= threshold)
        this.#system.shown.push({ unknown: index, words: 'it is shown' });
      return;
    }
    if (!isSuppressed) return;
    // Of an earlier edition the small counts are guarded still; what guarded them may become known when it has to no longer.
    if (this.#isNow) unknown.room = Math.max(unknown.room, 2);
    // Nothing is always shown, so what is suppressed is not nothing.
    if (truth >= 1) unknown.low = Math.max(unknown.low, 1);
  }

  #guard(index: number): void {
    const unknown = this.#system.unknowns[index] as Unknown;
    if (this.#isNow && unknown.low < unknown.high) unknown.room = Math.max(unknown.room, 2);
  }

  #smallBehind(indexes: readonly number[], where: string): void {
    for (const index of indexes) {
      const { truth } = this.#system.unknowns[index] as Unknown;
      if (truth > 0 && truth <= this.#settings.threshold) {
        this.#system.shown.push({ unknown: index, words: `the figure that it makes is shown (${where})` });
      }
    }
  }

  #units(): void {
    const families = new Map<string, CountedFigure[]>();
    for (const figure of this.#figures) {
      if (figure.parent === null) continue;
      const key = this.#place(figure.indicator, figure.parent, figure.month);
      families.set(key, [...(families.get(key) ?? []), figure]);
    }
    for (const [key, members] of families) {
      const head = this.#byPlace.get(key);
      if (head === undefined) continue;
      for (const part of ['numerator', 'denominator'] as const) {
        if (part === 'denominator' && this.#kind(head).isRate) continue;
        const sum = members.reduce((so, member) => so + (member[part] ?? Number.NaN), 0);
        // Somebody in two units is counted once above them: then the units do not add up, and nobody is told by adding.
        if (!(Math.abs(sum - (head[part] ?? Number.NaN)) < 1e-9)) continue;
        const terms = [...members, head].map(
          (one) => [this.#part(one, part) as number, one === head ? -1 : 1] as const,
        );
        this.#state(`the units of ${head.unit} add up (${head.indicator}, ${head.month})`, 0, 0, terms);
      }
    }
  }

  #years(): void {
    const { financialYearStart } = this.#publication;
    const runs = new Map<string, CountedFigure[]>();
    for (const figure of this.#figures) {
      if (!this.#kind(figure).isYearToDate) continue;
      const year = financialYear(monthEnd(figure.month), financialYearStart).label;
      const key = this.#place(figure.indicator, figure.unit, year);
      runs.set(key, [...(runs.get(key) ?? []), figure]);
    }
    for (const run of runs.values()) {
      run.sort((a, b) => a.month.localeCompare(b.month));
      for (const [index, after] of run.slice(1).entries()) this.#growth(run[index] as CountedFigure, after);
    }
  }

  /** What came between two months is a number of cases of its own: in the numerator, in the rest, in both together. */
  #growth(before: CountedFigure, after: CountedFigure): void {
    const kind = this.#kind(after);
    const amounts = { numerator: after.numerator, denominator: after.denominator };
    const start = `${before.numerator}|${before.denominator}`;
    const added: Record<string, number> = {};
    for (const part of ['numerator', 'denominator'] as const) {
      const [from, to] = [before[part], amounts[part]];
      if (from === null || to === null || to < from || (part === 'denominator' && kind.isRate)) continue;
      const isGuarded = this.#settings.guardMonths && (part === 'denominator' || !kind.isAverage);
      const one = this.#unknown(after, `${part} since ${before.month}`, to - from, isGuarded, start);
      added[part] = one;
      const words = `the year to ${after.month} holds the year to ${before.month} (${after.indicator}, ${after.unit})`;
      this.#state(words, 0, 0, [
        [this.#part(before, part) as number, 1],
        [one, 1],
        [this.#part(after, part) as number, -1],
      ]);
    }
    const { numerator: n, denominator: d } = added;
    if (n === undefined || d === undefined || kind.scale !== 100) return;
    const truth = (this.#system.unknowns[d] as Unknown).truth - (this.#system.unknowns[n] as Unknown).truth;
    if (truth < 0) return;
    const rest = this.#unknown(after, `rest since ${before.month}`, truth, this.#settings.guardMonths, start);
    this.#state(`what came between is numerator and rest (${after.indicator}, ${after.unit})`, 0, 0, [
      [n, 1],
      [rest, 1],
      [d, -1],
    ]);
  }

  #sums(): void {
    for (const { name, terms, low, high } of this.#publication.sums) {
      const first = terms[0]?.indicator;
      for (const { unit, month } of this.#figures.filter(({ indicator }) => indicator === first)) {
        const found = terms.map((term) => {
          const figure = this.#byPlace.get(this.#place(term.indicator, unit, month));
          return figure === undefined ? null : { figure, by: term.times, part: term.part };
        });
        const whole = found
          .filter((one) => one !== null && one.figure[one.part] !== null)
          .map((one) => one as NonNullable<typeof one>);
        if (whole.length < terms.length) continue;
        const sum = whole.reduce((so, { figure, by, part }) => so + by * (figure[part] ?? 0), 0);
        if (sum < low || sum > high) continue;
        this.#state(
          `${name} (${unit}, ${month})`,
          low,
          high,
          whole.map(({ figure, by, part }) => [this.#part(figure, part) as number, by] as const),
        );
      }
    }
  }
}
