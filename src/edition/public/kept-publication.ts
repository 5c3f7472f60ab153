import type {
  CountedFigure,
  EarlierTogether,
  KnownSum,
  Measure,
  Publication,
  PublicReport,
  SuppressionSettings,
} from '../suppression/index.ts';

/** suppression.json of a public edition: what is behind what it shows, so that later ones can be held against it. */
export interface KeptPublication {
  readonly settings: SuppressionSettings;
  readonly publication: Publication;
  /** What is not shown, by the name of the part of a figure. */
  readonly suppressed: ReadonlySet<string>;
  /** The numbers of the editions it was held against, newest first. */
  readonly earlier: readonly number[];
}

type FigureRow = [
  string,
  string,
  string | null,
  string,
  number | null,
  number | null,
  readonly CountedFigure['printed'][number][],
];

interface Stored {
  readonly settings: SuppressionSettings;
  readonly measures: readonly [string, Measure][];
  readonly financialYearStart: number;
  /** A sum without an end on one side has null there: there is no infinity in JSON. */
  readonly sums: readonly (Omit<KnownSum, 'low' | 'high'> & { low: number | null; high: number | null })[];
  readonly earlier: readonly number[];
  readonly figures: readonly FigureRow[];
  readonly suppressed: readonly string[];
}

const numberOrNull = (end: number): number | null => (Number.isFinite(end) ? end : null);

/** The file as text: one figure a line. */
export function writePublication(
  { publication, suppressed }: Pick<PublicReport, 'publication' | 'suppressed'>,
  settings: SuppressionSettings,
  earlier: readonly number[],
): string {
  const { measures, financialYearStart, sums, now } = publication;
  const sumsStored = sums.map((one) => ({ ...one, low: numberOrNull(one.low), high: numberOrNull(one.high) }));
  const rows = now.figures.map(
    (one): FigureRow => [one.indicator, one.unit, one.parent, one.month, one.numerator, one.denominator, one.printed],
  );
  const lines = (list: readonly unknown[]) =>
    list
      .map((one) => JSON.stringify(one))
      .toSorted()
      .join(',\n');
  const head = { settings, measures: [...measures], financialYearStart, sums: sumsStored, earlier };
  const fields = Object.entries(head).map(([name, value]) => `"${name}":${JSON.stringify(value)}`);
  return `{${fields.join(',\n')},\n"figures":[\n${lines(rows)}\n],\n"suppressed":[\n${lines([...suppressed.keys()])}\n]}\n`;
}

/** What `writePublication` wrote. */
export function readPublication(text: string): KeptPublication {
  const stored = JSON.parse(text) as Stored;
  const figures = stored.figures.map(([indicator, unit, parent, month, numerator, denominator, printed]) => {
    return { indicator, unit, parent, month, numerator, denominator, printed };
  });
  const sums = stored.sums.map((one) => ({
    ...one,
    low: one.low ?? Number.NEGATIVE_INFINITY,
    high: one.high ?? Number.POSITIVE_INFINITY,
  }));
  return {
    settings: stored.settings,
    publication: {
      measures: new Map(stored.measures),
      financialYearStart: stored.financialYearStart,
      now: { name: 'this edition', figures },
      earlier: [],
      sums,
    },
    suppressed: new Set(stored.suppressed),
    earlier: stored.earlier,
  };
}

/** A kept publication as one that a later edition is held against. */
export const togetherOf = ({ publication, suppressed }: KeptPublication, number: number): EarlierTogether => ({
  name: `edition ${number}`,
  figures: publication.now.figures,
  suppressed,
});
