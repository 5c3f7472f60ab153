import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { addToMonth, monthEnd, monthRange, parseBasis, windowOf } from '../../src/calendar/index.ts';
import type { AuthorityFigures } from '../../src/measure/authority-figures.ts';
import { type MonthLists, notAttributed, type Observation } from '../../src/measure/index.ts';
import { type Pack, versionAt } from '../../src/pack/index.ts';
import { randomExtract, type Tables } from '../oracle/index.ts';
import { libraryPack, measure } from './harness.ts';

let pack: Pack;
let extract: { tables: Tables; month: string };
let figures: AuthorityFigures;
let months: string[];
/** The cases behind every figure of the month. */
let lists: MonthLists;

const seed = Number(process.env.OUTTURN_ORACLE_SEED ?? 31);

beforeAll(async () => {
  pack = await libraryPack();
  const [drawn] = fc.sample(randomExtract(), { numRuns: 1, seed });
  if (!drawn) throw new Error('nothing drawn');
  extract = drawn;
  months = monthRange(addToMonth(extract.month, -13), extract.month);
  figures = await measure(pack, extract.tables, months);
  lists = await figures.lists(extract.month, [...pack.indicators.keys()]);
  return () => lists.close();
});

const sums = (observation: Observation | undefined) => ({
  numerator: observation?.numerator ?? 0,
  denominator: observation?.denominator ?? 0,
});

function* eachFigure(month: string): Generator<Observation> {
  for (const id of pack.indicators.keys()) {
    for (const unit of figures.units(month)) {
      const observation = figures.observation(id, unit.code, month);
      if (observation) yield observation;
    }
  }
}

const definitionOf = (id: string, month: string) => {
  const indicator = pack.indicators.get(id);
  if (!indicator) throw new Error(id);
  return versionAt(indicator, monthEnd(month)).definition;
};

/** Indicators that count rows: each case stands in one unit, so parts add up to the whole. */
const countsRows = (id: string, month: string) => {
  const { cases, numerator } = definitionOf(id, month);
  return !cases?.distinct && typeof numerator !== 'object';
};

/** The year-to-date indicators that count events without regard to the month, on another basis. */
function withBasis(original: Pack, basis: string): Pack {
  const changed = [...original.indicators.values()].flatMap((indicator) => {
    const versions = indicator.versions.map((version) => ({
      ...version,
      definition: { ...version.definition, basis },
    }));
    const { definition } = versionAt(indicator, monthEnd(extract.month));
    const text = `${typeof definition.numerator === 'string' ? definition.numerator : ''} ${definition.cases?.where ?? ''}`;
    const additive = countsRows(indicator.id, extract.month) && !definition.cases?.last && !/as_at|rolling/.test(text);
    return definition.basis === 'year-to-date' && additive ? [{ ...indicator, versions }] : [];
  });
  return { ...original, indicators: new Map(changed.map((indicator) => [indicator.id, indicator])) };
}

describe('figures of a random authority', () => {
  test('a figure is the sum of the weights of its cases', { timeout: 300_000 }, async () => {
    const { month } = extract;
    for (const figure of eachFigure(month)) {
      const { measuredIn, value, numerator } = definitionOf(figure.indicator, month);
      const { cases } = await lists.cases(figure.indicator, figure.unit);
      const total = (some: typeof cases) =>
        some.reduce((sum, one) => sum + Math.round(one.weight * 10_000), 0) / 10_000;
      const met = total(cases.filter((one) => one.inNumerator));
      const at = `${figure.indicator} ${figure.unit}`;
      expect({ at, numerator: met }).toEqual({ at, numerator: figure.numerator });
      if (measuredIn === 'count' || measuredIn.startsWith('rate')) continue;
      const others = value
        ? cases.length
        : total(cases.filter((one) => typeof numerator === 'string' || numerator === undefined || !one.inNumerator));
      expect({ at, denominator: others }).toEqual({ at, denominator: figure.denominator });
    }
  });

  test('a list is the same whether it is read by itself or with all lists of its month', async () => {
    const { month } = extract;
    const units = figures.units(month);
    const third = [...pack.indicators.keys()].filter((_, index) => index % 3 === seed % 3);
    for (const [index, id] of third.entries()) {
      const unit = units[index % units.length]?.code ?? '';
      const alone = await figures.cases(id, unit, month);
      const together = await lists.cases(id, unit);
      const inOrder = (list: typeof alone) => list.cases.map((one) => JSON.stringify(one)).toSorted();
      expect({ id, unit, cases: inOrder(together) }).toEqual({ id, unit, cases: inOrder(alone) });
    }
  });

  test('every unit holds exactly the cases of the units at or below it', { timeout: 120_000 }, async () => {
    const { month } = extract;
    const { root } = figures.authority.organisation;
    const tree = figures.authority.organisation.treeAt(month);
    for (const id of [...pack.indicators.keys()].filter((id) => countsRows(id, month))) {
      const average = definitionOf(id, month).value !== undefined;
      const { cases } = await lists.cases(id, root);
      for (const { code } of figures.units(month)) {
        const below = new Set(tree.filter(({ ancestor }) => ancestor === code).map(({ unit }) => unit));
        const own = cases.filter((one) => below.has(one.unit) && (average || one.inNumerator));
        const added = own.reduce((sum, one) => sum + Math.round(one.weight * 10_000), 0) / 10_000;
        expect({ id, code, sum: added }).toEqual({
          id,
          code,
          sum: sums(figures.observation(id, code, month)).numerator,
        });
      }
    }
  });

  test('a year to date is the sum of its months, where counting does not look at the month', {
    timeout: 120_000,
  }, async () => {
    const byMonth = withBasis(pack, 'month');
    const additive = [...byMonth.indicators.keys()];
    expect(additive.length).toBeGreaterThan(8);
    const monthly = await measure(byMonth, extract.tables, months);
    try {
      for (const month of months.slice(-3)) {
        const { start } = windowOf(parseBasis('year-to-date'), month);
        const parts = months.filter((one) => `${one}-01` >= start && one <= month);
        for (const id of additive) {
          for (const { code } of figures.units(month)) {
            const added = parts.map((part) => sums(monthly.observation(id, code, part)));
            const total = (key: 'numerator' | 'denominator') => added.reduce((sum, part) => sum + part[key], 0);
            const summed = { id, code, month, numerator: total('numerator'), denominator: total('denominator') };
            expect({ id, code, month, ...sums(figures.observation(id, code, month)) }).toEqual(summed);
          }
        }
      }
    } finally {
      await monthly.close();
    }
  });

  test('a month is the same whichever months are worked out beside it', { timeout: 120_000 }, async () => {
    const [earlier] = months.slice(-6);
    if (!earlier) throw new Error('no month');
    const alone = await measure(pack, extract.tables, [earlier]);
    try {
      for (const figure of eachFigure(earlier)) {
        expect(alone.observation(figure.indicator, figure.unit, earlier)).toEqual(figure);
      }
    } finally {
      await alone.close();
    }
  });

  test('cases without a unit stand under the authority alone', () => {
    for (const { indicator, unit, numerator } of eachFigure(extract.month)) {
      if (unit !== notAttributed) continue;
      const root = figures.authority.organisation.root;
      expect(figures.observation(indicator, root, extract.month)?.numerator ?? 0).toBeGreaterThanOrEqual(
        numerator ?? 0,
      );
    }
  });
});
