import type { CountedFigure, Publication, SuppressionSettings } from '../figures.ts';
import type { System, Unknown } from './system.ts';

const scales: Readonly<Record<string, number>> = { percent: 100, 'rate-per-10000': 10_000, 'rate-per-100000': 100_000 };

/** How an indicator is measured, as the reading of its figures needs it. */
export interface Kind {
  readonly isRate: boolean;
  readonly isAverage: boolean;
  readonly isCount: boolean;
  readonly isYearToDate: boolean;
  readonly decimals: number;
  readonly scale: number;
}

/** Name of a figure among those of a publication. */
export function placeOf(indicator: string, unit: string, month: string): string {
  return `${indicator}|${unit}|${month}`;
}

/** What a reader knows so far: unknown numbers, and statements about them, none of which stands twice. */
export class Knowledge {
  readonly system: System = { unknowns: [], statements: [], shown: [] };
  readonly publication: Publication;
  readonly settings: SuppressionSettings;
  readonly #said = new Set<string>();
  readonly #places = new Map<string, number>();

  constructor(publication: Publication, settings: SuppressionSettings) {
    this.publication = publication;
    this.settings = settings;
  }

  /** @throws RangeError where the publication says nothing of the indicator */
  kind({ indicator }: CountedFigure): Kind {
    const measure = this.publication.measures.get(indicator);
    if (measure === undefined) throw new RangeError(`nothing is said of how ${indicator} is measured`);
    const { measuredIn, decimals, isYearToDate } = measure;
    return {
      isRate: measuredIn.startsWith('rate-'),
      isAverage: measuredIn.startsWith('average'),
      isCount: measuredIn === 'count',
      isYearToDate,
      decimals,
      scale: scales[measuredIn] ?? 1,
    };
  }

  at(index: number): Unknown {
    return this.system.unknowns[index] as Unknown;
  }

  /**
   * The unknown of a part of a figure. One that was another number in a newer edition is another unknown.
   *
   * @param from what it grew from, of what came between two months
   */
  unknown(figure: CountedFigure, part: string, truth: number, isGuarded: boolean, from = ''): number {
    const { indicator, unit, month, numerator, denominator } = figure;
    const key = `${placeOf(indicator, unit, month)}|${part}|${numerator}|${denominator}|${from}`;
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    const { threshold, cover } = this.settings;
    const isSmall = isGuarded && truth > 0 && truth <= threshold;
    const index =
      this.system.unknowns.push({
        name: `${part} of ${indicator}, ${unit}, ${month}`,
        indicator,
        unit,
        month,
        truth,
        low: 0,
        high: Number.POSITIVE_INFINITY,
        room: isSmall ? (cover === 'threshold' ? threshold : 2) : 1,
        isWhole: Number.isInteger(truth),
      }) - 1;
    this.#places.set(key, index);
    return index;
  }

  /** The unknown of the numerator or denominator of a figure; null where it has none. */
  part(figure: CountedFigure, part: 'numerator' | 'denominator'): number | null {
    const truth = figure[part];
    if (truth === null) return null;
    const { isRate, isAverage } = this.kind(figure);
    return this.unknown(figure, part, truth, part === 'numerator' ? !isAverage : !isRate);
  }

  /** Notes that a sum of unknowns, each so many times, lies between two numbers. */
  state(words: string, low: number, high: number, terms: readonly (readonly [unknown: number, times: number])[]): void {
    const key = `${low}|${high}|${terms.join(';')}`;
    if (this.#said.has(key)) return;
    this.#said.add(key);
    this.system.statements.push({ words, low, high, of: terms.map(([of]) => of), times: terms.map(([, by]) => by) });
  }

  /** Notes that a whole is made of two parts and nothing else. */
  stateParts(words: string, [one, other]: readonly [number, number], whole: number): void {
    this.state(words, 0, 0, [
      [one, 1],
      [other, 1],
      [whole, -1],
    ]);
  }
}
