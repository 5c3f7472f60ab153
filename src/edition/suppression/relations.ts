import { financialYear, monthEnd } from '../../calendar/index.ts';
import type { CountedFigure, KnownSum, Measure, Publication, SuppressionSettings } from './figures.ts';
import { prints, type Quantities, type Quantity, type Relation } from './quantities.ts';

type Part = 'numerator' | 'denominator';

/**
 * The counts behind a publication and how they hang together: numerator and the rest make the denominator, units make the unit
 * above them, months make the year so far, grades make their total, and a printed percentage holds the one in terms of the other.
 */
export function relate(publication: Publication, settings: SuppressionSettings): Quantities {
  const all = new Map<string, Quantity>();
  const relations = new Map<string, Relation>();
  const today = new Map(publication.now.figures.map((figure) => [keyOf(figure), figure]));
  // A figure that was another one then is a quantity of its own: what is true of the one says nothing of the other.
  const ids = (figure: CountedFigure, part: string): string => {
    const { numerator, denominator } = figure;
    const now = today.get(keyOf(figure));
    const isSame = now?.numerator === numerator && now.denominator === denominator;
    return `${keyOf(figure)}|${part}${isSame ? '' : `@${numerator}/${denominator}`}`;
  };
  const earlier = publication.earlier.slice(0, settings.editions).toReversed();
  // Whoever reads an edition has those before it too, and takes from them what it does not say itself.
  const world = new Map<string, CountedFigure>();
  for (const { isNow, ...edition } of [
    ...earlier.map((one) => ({ ...one, isNow: false })),
    { ...publication.now, suppressed: new Set<string>(), isNow: true },
  ]) {
    for (const figure of edition.figures) world.set(keyOf(figure), figure);
    const figures = [...world.values()];
    const source: Source = {
      isNow,
      suppressed: edition.suppressed,
      figures,
      publication,
      settings,
      ids,
      all,
      relations,
      world,
    };
    for (const figure of edition.figures) ownRelations(source, figure);
    rollUps(source);
    months(source);
    for (const sum of publication.sums) knownSums(source, sum);
  }
  return { all, relations: [...relations.values()] };
}

interface Source {
  readonly isNow: boolean;
  readonly figures: readonly CountedFigure[];
  readonly suppressed: ReadonlySet<string>;
  readonly publication: Publication;
  readonly settings: SuppressionSettings;
  readonly ids: (figure: CountedFigure, part: string) => string;
  readonly all: Map<string, Quantity>;
  readonly relations: Map<string, Relation>;
  /** The figures by `keyOf`. */
  readonly world: ReadonlyMap<string, CountedFigure>;
}

const keyOf = ({ indicator, unit, month }: Pick<CountedFigure, 'indicator' | 'unit' | 'month'>): string =>
  `${indicator}|${unit}|${month}`;

/** The same said twice is said once. */
function add({ relations }: Source, relation: Relation): void {
  relations.set(`${relation.ids.join(';')}:${relation.times.join(';')}:${relation.ofValue === undefined}`, relation);
}

const measureOf = ({ publication }: Source, { indicator }: CountedFigure): Measure => {
  const measure = publication.measures.get(indicator);
  if (measure === undefined) throw new RangeError(`there is no measure of ${indicator}`);
  return measure;
};

const isRate = ({ measuredIn }: Measure): boolean => measuredIn.startsWith('rate-');
const isAverage = ({ measuredIn }: Measure): boolean => measuredIn === 'average' || measuredIn === 'average-days';

function implied(source: Source, id: string, truth: number, isCount: boolean): void {
  if (source.all.has(id)) return;
  const isWhole = Number.isInteger(truth);
  source.all.set(id, {
    id,
    truth,
    isCount,
    isWhole,
    printedBy: [],
    isPublic: false,
    isPlacedNow: false,
    isPlaced: false,
    wasSuppressed: false,
    isSuppressed: false,
    cost: 0,
  });
}

/** The counts of a figure, and what its percentage says of them. */
function ownRelations(source: Source, figure: CountedFigure): void {
  const measure = measureOf(source, figure);
  for (const part of ['numerator', 'denominator'] as const) quantity(source, measure, figure, part);
  const { numerator, denominator } = figure;
  if (numerator === null || denominator === null) return;
  const [n, d] = [source.ids(figure, 'numerator'), source.ids(figure, 'denominator')];
  if (measure.measuredIn === 'percent') {
    const rest = source.ids(figure, 'rest');
    implied(source, rest, denominator - numerator, true);
    add(source, { low: 0, high: 0, ids: [n, rest, d], times: [1, 1, -1] });
  }
  if (!prints(figure, 'value') || denominator === 0) return;
  if (source.settings.roundTo !== null && !isAverage(measure)) return;
  const suppressed = source.suppressed.has(`${keyOf(figure)}|value`);
  if (suppressed) return;
  const scale = { percent: 100, 'rate-per-10000': 1e4, 'rate-per-100000': 1e5 }[measure.measuredIn as 'percent'] ?? 1;
  const steps = 10 ** measure.decimals;
  const printed = Math.floor((numerator / denominator) * scale * steps + 0.5 + 1e-9);
  const [ids, because] = [[n, d], source.isNow ? { ofValue: figure } : {}];
  const [most, least] = [2 * printed + 1, 2 * printed - 1];
  add(source, {
    low: 0,
    high: Number.POSITIVE_INFINITY,
    ids,
    times: [2 * steps * scale, -least],
    ...because,
  });
  add(source, { low: Number.NEGATIVE_INFINITY, high: 0, ids, times: [2 * steps * scale, -most], ...because });
}

function quantity(source: Source, measure: Measure, figure: CountedFigure, part: Part): void {
  const truth = figure[part];
  if (truth === null) return;
  const id = source.ids(figure, part);
  const isPopulation = part === 'denominator' && isRate(measure);
  implied(source, id, truth, !isPopulation && !(part === 'numerator' && isAverage(measure)));
  const found = source.all.get(id);
  if (found === undefined) return;
  const isCountPrinted = measure.measuredIn === 'count' && part === 'numerator' && prints(figure, 'value');
  const isPrinted = prints(figure, part) || isCountPrinted;
  const name = `${keyOf(figure)}|${isCountPrinted && !prints(figure, part) ? 'value' : part}`;
  if (isPopulation) found.isPublic = true;
  if (source.isNow) {
    // What goes with its percentage alone is guarded as if it were printed: the percentage is what would be lost.
    if (isPrinted || prints(figure, 'value')) found.printedBy.push({ figure, part });
    if (isPrinted) found.isPlacedNow = true;
    found.cost = costOf(source, figure, part, truth);
  } else if (isPrinted) {
    if (source.suppressed.has(name)) found.wasSuppressed = true;
    else found.isPublic = true;
  }
  if (isPrinted) found.isPlaced = true;
}

/** Little is lost with a small unit in an old month; much with a total, and with the month that the report is of. */
function costOf({ figures }: Source, figure: CountedFigure, part: Part, truth: number): number {
  const latest = figures.reduce((most, { month }) => (month > most ? month : most), '');
  return (
    Math.log2(2 + truth) +
    (figure.parent === null ? 12 : 0) +
    (figure.month === latest ? 6 : 0) +
    (part === 'denominator' ? 3 : 0)
  );
}

/** Units and the unit above them, where its cases are the sum of theirs. */
function rollUps(source: Source): void {
  const under = Map.groupBy(source.figures, ({ indicator, parent, month }) =>
    keyOf({ indicator, unit: parent ?? '', month }),
  );
  for (const [key, children] of under) {
    const above = source.world.get(key);
    if (above === undefined) continue;
    for (const part of ['numerator', 'denominator'] as const) {
      const whole = above[part];
      if (whole === null || children.some((child) => child[part] === null)) continue;
      if (Math.abs(children.reduce((sum, child) => sum + (child[part] ?? 0), 0) - whole) > 1e-9) continue;
      if (part === 'denominator' && isRate(measureOf(source, above))) continue;
      const ids = [...children.map((child) => source.ids(child, part)), source.ids(above, part)];
      add(source, { low: 0, high: 0, ids, times: [...children.map(() => 1), -1] });
    }
  }
}

/** What a year so far grew by from one month to the next that there is a figure of. */
function months(source: Source): void {
  const { publication, settings, all, ids } = source;
  const yearly = source.figures.filter((figure) => measureOf(source, figure).isYearToDate);
  const year = (month: string) => financialYear(monthEnd(month), publication.financialYearStart).label;
  const series = Map.groupBy(yearly, ({ indicator, unit, month }) => keyOf({ indicator, unit, month: year(month) }));
  for (const figures of series.values()) {
    const inOrder = figures.toSorted((a, b) => (a.month < b.month ? -1 : 1));
    for (const [index, later] of inOrder.entries()) {
      const earlier = inOrder[index - 1];
      if (earlier === undefined) continue;
      for (const part of ['numerator', 'denominator', 'rest']) {
        const [to, from] = [all.get(ids(later, part)), all.get(ids(earlier, part))];
        if (to === undefined || from === undefined || to.truth < from.truth) continue;
        if (part === 'denominator' && isRate(measureOf(source, later))) continue;
        const added = `${to.id}<${from.id}`;
        implied(source, added, to.truth - from.truth, to.isCount && settings.guardMonths);
        add(source, { low: 0, high: 0, ids: [from.id, added, to.id], times: [1, 1, -1] });
      }
    }
  }
}

/** What the pack says must add up, in each unit and month that has all of it. */
function knownSums(source: Source, { terms, low, high }: KnownSum): void {
  const [first] = terms;
  for (const { indicator, unit, month } of source.figures) {
    if (indicator !== first?.indicator) continue;
    const found = terms.map((term) => ({
      term,
      figure: source.world.get(keyOf({ indicator: term.indicator, unit, month })),
    }));
    let sum = 0;
    const ids: string[] = [];
    for (const { term, figure } of found) {
      const amount = figure?.[term.part];
      if (figure === undefined || amount == null) break;
      sum += amount * term.times;
      ids.push(source.ids(figure, term.part));
    }
    if (ids.length < terms.length || sum < low || sum > high) continue;
    add(source, { low, high, ids, times: terms.map(({ times }) => times) });
  }
}
