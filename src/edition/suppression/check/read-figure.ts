import type { CountedFigure, FigurePart } from '../figures.ts';
import type { Kind, Knowledge } from './knowledge.ts';

/** Whether an edition shows a part of a figure, suppresses it, or does not speak of it. */
export type Shown = (figure: CountedFigure, part: FigurePart) => 'shown' | 'suppressed' | 'absent';

/** Reads one edition's figures, each by itself. */
export class FigureReader {
  readonly #known: Knowledge;
  readonly #shown: Shown;
  readonly #isNow: boolean;
  readonly #edition: string;

  /** @param edition its name in words; `isNow` says whether it is the one to be published */
  constructor(known: Knowledge, shown: Shown, { isNow, name }: { readonly isNow: boolean; readonly name: string }) {
    this.#known = known;
    this.#shown = shown;
    this.#isNow = isNow;
    this.#edition = name;
  }

  read(figure: CountedFigure): void {
    const kind = this.#known.kind(figure);
    const [n, d] = [this.#known.part(figure, 'numerator'), this.#known.part(figure, 'denominator')];
    const value = this.#shown(figure, 'value');
    if (n !== null) {
      const own = this.#shown(figure, 'numerator');
      const asCount = kind.isCount ? value : 'absent';
      const isSuppressed = own === 'suppressed' || asCount === 'suppressed';
      this.#seen(n, own === 'shown' || asCount === 'shown', isSuppressed, kind.isAverage);
    }
    if (d !== null) {
      const own = this.#shown(figure, 'denominator');
      this.#seen(d, kind.isRate || own === 'shown', own === 'suppressed', kind.isRate);
    }
    // A percentage that is suppressed is guarded by the count in it, which stands nowhere itself.
    if (n !== null && value === 'suppressed' && (figure.numerator ?? 0) > 0 && !kind.isAverage) this.#guard(n);
    if (n !== null && d !== null) this.#readValue(figure, kind, n, d, value === 'shown');
  }

  /** What the printed value says of numerator and denominator together. */
  #readValue(figure: CountedFigure, kind: Kind, n: number, d: number, isShown: boolean): void {
    const where = `${figure.indicator}, ${figure.unit}, ${figure.month}`;
    let rest: number | null = null;
    if (kind.scale === 100) {
      rest = this.#known.unknown(figure, 'rest', (figure.denominator ?? 0) - (figure.numerator ?? 0), true);
      this.#known.stateParts(`numerator and rest are the denominator (${where})`, [n, rest], d);
    }
    if (!isShown || figure.denominator === 0) return;
    if (this.#isNow) {
      this.#smallBehind(kind.isRate ? [n] : kind.isAverage ? [d] : [n, d, ...(rest === null ? [] : [rest])], where);
    }
    if (this.#known.settings.roundTo !== null && !kind.isAverage) {
      // It is worked out from the rounded counts, and says no more than they do.
      this.#seen(n, true, false, false);
      this.#seen(d, true, false, kind.isRate);
      return;
    }
    const shift = 10 ** kind.decimals;
    const exact = ((figure.numerator ?? 0) * kind.scale * shift) / (figure.denominator ?? 1);
    const printed = Math.round(exact + 1e-9);
    const words = `the printed figure times the denominator (${where}, ${this.#edition})`;
    const numerator = [n, 2 * shift * kind.scale] as const;
    this.#known.state(words, 0, Number.POSITIVE_INFINITY, [numerator, [d, 1 - 2 * printed]]);
    this.#known.state(words, Number.NEGATIVE_INFINITY, 0, [numerator, [d, -1 - 2 * printed]]);
  }

  /** What a reader sees of an unknown by itself. */
  #seen(index: number, isShown: boolean, isSuppressed: boolean, isNoCount: boolean): void {
    const unknown = this.#known.at(index);
    const { truth } = unknown;
    const { roundTo, threshold } = this.#known.settings;
    if (isShown) {
      const isRounded = roundTo !== null && truth > 0 && !isNoCount;
      const to = isRounded ? Math.round(truth / roundTo) * roundTo : truth;
      const from = isRounded ? Math.max(threshold + 1, to - Math.floor(roundTo / 2)) : truth;
      unknown.low = Math.max(unknown.low, from);
      unknown.high = Math.min(unknown.high, isRounded ? to + Math.ceil(roundTo / 2) - 1 : truth);
      if (this.#isNow && !isNoCount && truth > 0 && truth <= threshold)
        this.#known.system.shown.push({ unknown: index, words: 'it is shown' });
      return;
    }
    if (!isSuppressed) return;
    // Of an earlier edition the small counts are guarded still; what guarded them may become known when it has to no longer.
    if (this.#isNow) unknown.room = Math.max(unknown.room, 2);
    // Nothing is always shown, so what is suppressed is not nothing.
    if (truth >= 1) unknown.low = Math.max(unknown.low, 1);
  }

  #guard(index: number): void {
    const unknown = this.#known.at(index);
    if (this.#isNow && unknown.low < unknown.high) unknown.room = Math.max(unknown.room, 2);
  }

  #smallBehind(indexes: readonly number[], where: string): void {
    for (const index of indexes) {
      const { truth } = this.#known.at(index);
      if (truth > 0 && truth <= this.#known.settings.threshold) {
        this.#known.system.shown.push({ unknown: index, words: `the figure that it makes is shown (${where})` });
      }
    }
  }
}
