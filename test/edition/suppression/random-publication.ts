import type {
  CountedFigure,
  EarlierTogether,
  FigurePart,
  Measure,
  Publication,
  Suppressed,
  SuppressionSettings,
} from '../../../src/edition/suppression/figures.ts';
import { type Atom, printedAs, type Sum, type Told } from './attacker.ts';

/** A random number from 0 up to, not with, 1; the same ones for the same seed. */
export function randomOf(seed: number): () => number {
  let state = seed * 2_654_435_761 + 12_345;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 1 | state) + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state ^ (state >>> 7), 61 | state) ^ state;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface World {
  readonly publication: Publication;
  readonly atoms: readonly Atom[];
  /** The sum of atoms that a part of a figure is; of a rest and of what a month added as well. */
  sumOf(figure: CountedFigure, part: string): Sum;
}

const shapes: readonly (readonly (readonly [string, string | null])[])[] = [
  [
    ['all', null],
    ['n', 'all'],
    ['s', 'all'],
    ['w', 'all'],
  ],
  [
    ['all', null],
    ['n', 'all'],
    ['s', 'all'],
    ['n1', 'n'],
    ['n2', 'n'],
    ['s1', 's'],
    ['s2', 's'],
  ],
  [
    ['all', null],
    ['n', 'all'],
    ['s', 'all'],
  ],
];

const sets: readonly (readonly FigurePart[])[] = [
  ['numerator', 'denominator', 'value'],
  ['denominator', 'value'],
  ['value'],
  ['numerator', 'value'],
];

/** A few units and months of one indicator, or of two that share their denominator; small counts are common in it. */
export function randomWorld(seed: number): World {
  const random = randomOf(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const shape = pick(shapes);
  const isCount = random() < 0.3;
  const isYearToDate = random() < 0.5;
  const months = isYearToDate ? ['2026-04', '2026-05', '2026-06'].slice(0, 1 + Math.floor(random() * 3)) : ['2026-04'];
  const indicators = isCount || months.length > 1 || random() < 0.6 ? ['a'] : ['a', 'b'];
  const decimals = Math.floor(random() * 3);
  const printed = isCount ? (['value'] as const) : pick(sets);
  const most = pick([4, 9, 25]);
  const amount = () => (random() < 0.2 ? 0 : Math.floor(random() * (most + 1)));
  const leaves = shape.filter(([unit]) => !shape.some(([, parent]) => parent === unit)).map(([unit]) => unit);
  const atoms: Atom[] = [];
  const atomAt = new Map<string, number>();
  const put = (key: string, truth: number) => atomAt.set(key, atoms.push({ truth }) - 1);
  for (const unit of leaves) {
    for (const month of months) {
      if (indicators.length === 2) {
        // Both in both, in one, in the other, in neither: what two conditions on the same cases make of them.
        for (const both of ['ab', 'a-', '-b', '--']) put(`${unit}|${month}|${both}`, amount());
      } else {
        put(`${unit}|${month}|in`, amount());
        if (!isCount) put(`${unit}|${month}|out`, amount());
      }
    }
  }
  const isUnder = (unit: string, above: string): boolean =>
    unit === above || shape.some(([one, parent]) => one === unit && parent !== null && isUnder(parent, above));
  const kindsOf = (indicator: string, part: string): readonly string[] => {
    const isIn = indicators.length === 2 ? (indicator === 'a' ? ['ab', 'a-'] : ['ab', '-b']) : ['in'];
    const isOut = indicators.length === 2 ? (indicator === 'a' ? ['-b', '--'] : ['a-', '--']) : isCount ? [] : ['out'];
    return part === 'rest' ? isOut : part === 'denominator' ? [...isIn, ...isOut] : isIn;
  };
  const sum = (indicator: string, unit: string, month: string, part: string, alone: boolean): Sum => {
    const covered = alone || !isYearToDate ? [month] : months.filter((one) => one <= month);
    return {
      name: `${indicator}|${unit}|${month}|${part}${alone ? ' of the month alone' : ''}`,
      atoms: leaves
        .filter((leaf) => isUnder(leaf, unit))
        .flatMap((leaf) =>
          covered.flatMap((at) =>
            kindsOf(indicator, part).map((kind) => atomAt.get(`${leaf}|${at}|${kind}`) as number),
          ),
        ),
    };
  };
  const total = (one: Sum) => one.atoms.reduce((so, atom) => so + (atoms[atom] as Atom).truth, 0);
  const figures = indicators.flatMap((indicator) =>
    shape.flatMap(([unit, parent]) =>
      months.map((month): CountedFigure => {
        const denominator = isCount ? null : total(sum(indicator, unit, month, 'denominator', false));
        const numerator = total(sum(indicator, unit, month, 'numerator', false));
        return {
          indicator,
          unit,
          parent,
          month,
          numerator,
          denominator,
          printed: denominator === 0 ? printed.filter((part) => part !== 'value') : printed,
        };
      }),
    ),
  );
  const measure: Measure = isCount
    ? { measuredIn: 'count', decimals: 0, isYearToDate }
    : { measuredIn: 'percent', decimals, isYearToDate };
  const share = (part: 'denominator') => ({
    name: 'both rest on the same cases',
    low: 0,
    high: 0,
    terms: [
      { indicator: 'a', part, times: 1 },
      { indicator: 'b', part, times: -1 },
    ],
  });
  const publication: Publication = {
    measures: new Map(indicators.map((indicator) => [indicator, measure])),
    financialYearStart: 4,
    now: { name: 'this edition', figures },
    earlier: [],
    sums: indicators.length === 2 ? [share('denominator')] : [],
  };
  return {
    publication,
    atoms,
    sumOf: ({ indicator, unit, month }, part) => {
      const isAlone = part.endsWith('-alone');
      return sum(indicator, unit, month, part.replace('-alone', ''), isAlone);
    },
  };
}

/** The same world published month by month: each month an edition of its own, with what went before it. */
export function editionsOf({ publication }: World, suppressIn: (publication: Publication) => Suppressed): Publication {
  const months = [...new Set(publication.now.figures.map(({ month }) => month))].toSorted();
  const earlier: EarlierTogether[] = [];
  for (const [index, month] of months.entries()) {
    const figures = publication.now.figures.filter((figure) => figure.month === month);
    const now = { name: `edition ${index + 1}`, figures };
    const one = { ...publication, now, earlier: [...earlier] };
    if (index === months.length - 1) return one;
    earlier.unshift({ ...now, suppressed: new Set(suppressIn(one).keys()) });
  }
  return publication;
}

/** All that a reader is told by what is printed and not suppressed, and what is to stay unknown. */
export function toldIn(
  { atoms, sumOf }: World,
  publication: Publication,
  suppressed: Suppressed,
  { threshold, guardMonths, roundTo }: SuppressionSettings,
): { told: Told[]; secret: Sum[] } {
  const told: Told[] = [];
  const secret: Sum[] = [];
  const total = (one: Sum) => one.atoms.reduce((so, atom) => so + (atoms[atom] as Atom).truth, 0);
  const editions = [{ ...publication.now, suppressed: new Set(suppressed.keys()) }, ...publication.earlier];
  const isSmall = (one: Sum) => total(one) > 0 && total(one) <= threshold;
  const exactly = (sum: Sum, truth: number): Told => {
    if (roundTo === null || truth === 0) return { kind: 'sum', sum, low: truth, high: truth };
    const shown = Math.floor(truth / roundTo + 0.5) * roundTo;
    return {
      kind: 'sum',
      sum,
      low: Math.max(threshold + 1, Math.ceil(shown - roundTo / 2)),
      high: Math.ceil(shown + roundTo / 2) - 1,
    };
  };
  for (const { figures, suppressed: hidden } of editions) {
    for (const figure of figures) {
      const { decimals = 0, measuredIn } = publication.measures.get(figure.indicator) ?? {};
      const isCount = measuredIn === 'count';
      for (const part of figure.printed) {
        const isHidden = hidden.has(`${figure.indicator}|${figure.unit}|${figure.month}|${part}`);
        const as = part === 'value' && isCount ? 'numerator' : part;
        if (as !== 'value') {
          const sum = sumOf(figure, as);
          const truth = total(sum);
          told.push(
            isHidden
              ? { kind: 'sum', sum, low: truth > 0 ? 1 : 0, high: Number.POSITIVE_INFINITY }
              : exactly(sum, truth),
          );
          if (isHidden && figures === publication.now.figures) secret.push(sum);
        } else if (!isHidden) {
          const [n, d] = [sumOf(figure, 'numerator'), sumOf(figure, 'denominator')];
          if (roundTo !== null) told.push(exactly(n, total(n)), exactly(d, total(d)));
          else
            told.push({
              kind: 'percent',
              part: n,
              whole: d,
              printed: printedAs(total(n), total(d), decimals),
              decimals,
            });
        }
      }
      const parts = isCount ? ['numerator'] : ['numerator', 'denominator', 'rest'];
      const guarded = parts.flatMap((part) => (guardMonths ? [part, `${part}-alone`] : [part]));
      secret.push(...guarded.map((part) => sumOf(figure, part)).filter(isSmall));
    }
  }
  const once = new Map(secret.map((one) => [one.name, one]));
  return { told, secret: [...once.values()] };
}
