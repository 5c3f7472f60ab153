import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sameFigure } from '../../src/edition/kept-figures.ts';
import { explainFigure } from '../../src/edition/restatements/explain-figure.ts';
import { Side } from '../../src/edition/restatements/sides.ts';
import type { AuthorityFigures } from '../../src/measure/authority-figures.ts';
import type { Definition, Pack } from '../../src/pack/index.ts';
import { libraryPack, measure } from '../measure/harness.ts';
import { randomExtract, type Tables } from '../oracle/index.ts';

type Row = NonNullable<Tables[string]>[number];

/** Draws in an order of their own from a seed. */
function drawing(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
const moved = (day: string, by: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);

/** The rows of a month later: some gone, some with another date, team, answer or nothing in a field. */
function later(tables: Tables, seed: number): Tables {
  const draw = drawing(seed);
  const teams = (tables.ssd_department ?? []).map(({ dept_team_id }) => dept_team_id ?? null);
  const fixed = new Set(['ssd_department', 'ssd_person']);
  const changed = (row: Row): Row =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => {
        if (draw() > 0.12) return [name, value];
        if (isDay(value)) return [name, draw() < 0.2 ? null : moved(value, Math.floor(draw() * 41) - 20)];
        if (name.includes('team')) return [name, teams[Math.floor(draw() * teams.length)] ?? null];
        if (typeof value === 'boolean') return [name, !value];
        return [name, typeof value === 'number' ? value + 1 : value];
      }),
    );
  return Object.fromEntries(
    Object.entries(tables).map(([name, rows]) => [
      name,
      fixed.has(name) ? rows : (rows ?? []).flatMap((row) => (draw() < 0.1 ? [] : [draw() < 0.3 ? changed(row) : row])),
    ]),
  );
}

/** The library with other conditions: those of every fourth share turned round. */
function otherDefinitions(pack: Pack): Pack {
  const turned = (definition: Definition): Definition =>
    typeof definition.numerator === 'string'
      ? { ...definition, numerator: `not coalesce(${definition.numerator}, false)` }
      : definition;
  const indicators = [...pack.indicators].map(([id, indicator], place) => {
    if (place % 4 !== 0) return [id, indicator] as const;
    const versions = indicator.versions.map((version) => ({
      ...version,
      hash: `${version.hash}x`,
      definition: turned(version.definition),
    }));
    return [id, { ...indicator, versions }] as const;
  });
  return { ...pack, indicators: new Map(indicators) };
}

/** Every figure of a month that differs between two states, explained; every so many of them, from a place on. */
async function explainedBetween(
  states: { before: AuthorityFigures; between: AuthorityFigures | null; now: AuthorityFigures },
  month: string,
  every: number,
) {
  const { before, between, now } = states;
  const sides = {
    before: new Side(before),
    between: between && new Side(between),
    now: new Side(now),
    pack: now.pack,
  };
  const differing = [...now.pack.indicators.keys()].flatMap((indicator) =>
    before.units(month).flatMap(({ code: unit }) => {
      const published = before.observation(indicator, unit, month);
      const today = now.observation(indicator, unit, month);
      if (!published || sameFigure(published, today)) return [];
      return [{ indicator, unit, month, edition: 1, published, now: today }];
    }),
  );
  const explained = [];
  for (const restated of differing.filter((_, place) => place % every === 0)) {
    explained.push(await explainFigure(restated, sides));
  }
  return explained;
}

test('every difference between two states of a random authority is explained by its cases without remainder', async () => {
  const pack = await libraryPack();
  const runs = Number(process.env.OUTTURN_RESTATED_RUNS ?? 2);
  const drawn = fc.sample(fc.tuple(randomExtract(), fc.nat(1e9)), { numRuns: runs, seed: 61 });
  const reasons = new Set<string>();
  let figures = 0;
  for (const [place, [{ tables, month }, seed]] of drawn.entries()) {
    // Every second time the other way round, so that rows come as well as go, and the definitions change with them.
    const changedToo = place % 2 === 1;
    const [first, last] = changedToo ? [later(tables, seed), tables] : [tables, later(tables, seed)];
    const pack2 = changedToo ? otherDefinitions(pack) : pack;
    const states = {
      before: await measure(pack, first, [month]),
      between: changedToo ? await measure(pack2, first, [month]) : null,
      now: await measure(pack2, last, [month]),
    };
    for (const { restated, remainder, counts, difference, changes } of await explainedBetween(states, month, 17)) {
      const at = `${restated.indicator} ${restated.unit} ${restated.month}`;
      expect({ at, remainder }).toEqual({ at, remainder: { numerator: 0, denominator: 0 } });
      const cases = changes.reduce((sum, { numerator }) => sum + numerator, 0);
      expect({ at, cases }).toEqual({ at, cases: difference.numerator });
      for (const { reason, cause } of counts) reasons.add(`${cause} ${reason}`);
      figures++;
    }
    for (const state of Object.values(states)) await state?.close();
  }
  expect(figures).toBeGreaterThan(30);
  for (const reason of [
    'recorded-late',
    'corrected-in',
    'corrected-out',
    'deleted',
    'moved-in',
    'moved-out',
    'changed-side',
  ]) {
    expect([...reasons]).toContain(`records ${reason}`);
  }
  expect([...reasons].some((reason) => reason.startsWith('definitions'))).toBe(true);
}, 500_000);
