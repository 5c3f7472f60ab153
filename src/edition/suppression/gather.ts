import { monthEnd } from '../../calendar/index.ts';
import type { ReportInput } from '../../document/index.ts';
import type { Observation } from '../../measure/index.ts';
import { type Definition, type Identity, versionAt } from '../../pack/index.ts';
import type { CountedFigure, EarlierTogether, FigurePart, KnownSum, Measure, Publication } from './figures.ts';
import type { HeldBack } from './held-back.ts';

type Figures = ReportInput['figures'];

/**
 * What a report publishes when it says all that it was made from: every figure that was read while it was compiled counts as
 * printed with its numerator and denominator, wherever they would stand. Units beside these are known to be there.
 *
 * @param read the figures that the compiling asked for
 */
export function gather(
  figures: Figures,
  read: readonly Observation[],
  earlier: readonly EarlierTogether[],
  heldBack: HeldBack,
): Publication {
  const { pack } = figures;
  const parents = new Map<string, ReadonlyMap<string, string | null>>();
  const parentsIn = (month: string): ReadonlyMap<string, string | null> => {
    const known = parents.get(month) ?? new Map(figures.units(month).map(({ code, parent }) => [code, parent]));
    parents.set(month, known);
    return known;
  };
  const definitionOf = (indicator: string, month: string): Definition | undefined => {
    const found = pack.indicators.get(indicator);
    return found && versionAt(found, monthEnd(month)).definition;
  };
  const counted = new Map<string, CountedFigure>();
  const put = (found: Observation | undefined, isRead: boolean): void => {
    if (found === undefined || counted.has(`${found.indicator}|${found.unit}|${found.month}`)) return;
    const { indicator, unit, month } = found;
    const definition = definitionOf(indicator, month);
    if (definition === undefined || found.state === 'not-collected' || found.state === 'suppressed') return;
    const isHeld = heldBack(indicator, unit, month) !== null;
    const parent = parentsIn(month).get(unit) ?? null;
    counted.set(`${indicator}|${unit}|${month}`, countedOf(found, definition, parent, isRead && !isHeld));
  };
  for (const found of read) put(found, true);
  for (const { indicator, month } of [...counted.values()]) {
    for (const [unit, parent] of parentsIn(month)) {
      if (parent === null || counted.has(`${indicator}|${unit}|${month}`)) continue;
      if (!counted.has(`${indicator}|${parent}|${month}`)) continue;
      put(figures.observation(indicator, unit, month), false);
    }
  }
  const latest = read.reduce((most, { month }) => (month > most ? month : most), '');
  const measures = [...pack.indicators.keys()].flatMap((id): [string, Measure][] => {
    const definition = latest === '' ? undefined : definitionOf(id, latest);
    if (definition === undefined) return [];
    const { measuredIn, decimals, basis } = definition;
    return [[id, { measuredIn, decimals, isYearToDate: basis === 'year-to-date' }]];
  });
  return {
    measures: new Map(measures),
    financialYearStart: pack.financialYearStart,
    now: { name: 'this edition', figures: [...counted.values()] },
    earlier,
    sums: sumsOf(pack, new Map(measures)),
  };
}

function countedOf(
  { indicator, unit, month, numerator, denominator, value }: Observation,
  { measuredIn }: Definition,
  parent: string | null,
  isPrinted: boolean,
): CountedFigure {
  const count = measuredIn === 'count' ? (numerator ?? value) : numerator;
  const whole = measuredIn === 'count' ? null : denominator;
  const parts: FigurePart[] = [];
  if (count !== null) parts.push('numerator');
  if (whole !== null) parts.push('denominator');
  if (value !== null) parts.push('value');
  return { indicator, unit, parent, month, numerator: count, denominator: whole, printed: isPrinted ? parts : [] };
}

/** What the pack says must agree, and what the grades of a distribution make together: of counts, in each unit and month. */
function sumsOf(
  { identities = [], distributions = [] }: Pick<Figures['pack'], 'identities' | 'distributions'>,
  measures: ReadonlyMap<string, Measure>,
): KnownSum[] {
  const agreed = identities.flatMap((identity) => sumOf(identity, measures) ?? []);
  const grades = distributions.flatMap(({ title, of }): KnownSum[] => {
    const [first, ...others] = of;
    if (first === undefined || of.some((id) => measures.get(id)?.measuredIn !== 'percent')) return [];
    const whole = (indicator: string, times: number) => ({ indicator, part: 'denominator' as const, times });
    const shares = of.map((indicator) => ({ indicator, part: 'numerator' as const, times: 1 }));
    return [
      { name: `the grades of ${title} make their total`, low: 0, high: 0, terms: [...shares, whole(first, -1)] },
      ...others.map((other) => ({
        name: `the grades of ${title} share their total`,
        low: 0,
        high: 0,
        terms: [whole(first, 1), whole(other, -1)],
      })),
    ];
  });
  return [...agreed, ...grades];
}

/** Null of an identity between percentages or targets: those are no counts. */
function sumOf(
  { left, right, is, within, because }: Identity,
  measures: ReadonlyMap<string, Measure>,
): KnownSum | null {
  let constant = 0;
  const terms: KnownSum['terms'][number][] = [];
  for (const [side, times] of [
    [left, 1],
    [right, -1],
  ] as const) {
    for (const term of side) {
      if (typeof term === 'number') {
        constant += times * term;
        continue;
      }
      const [indicator = '', part = ''] = term.split('.');
      const isCount = part === 'value' && measures.get(indicator)?.measuredIn === 'count';
      if (part !== 'numerator' && part !== 'denominator' && !isCount) return null;
      terms.push({ indicator, part: part === 'denominator' ? part : 'numerator', times });
    }
  }
  const high = within - constant;
  return { name: because, terms, low: is === 'equal' ? -within - constant : Number.NEGATIVE_INFINITY, high };
}
