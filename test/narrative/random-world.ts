import fc from 'fast-check';
import { addToMonth, type Month } from '../../src/calendar/index.ts';
import type { Asked } from '../../src/narrative/index.ts';
import type { Definition } from '../../src/pack/index.ts';
import type { Given, World } from './figures.ts';

export const month: Month = '2026-10';
const firstMonth = addToMonth(month, -20);
const units = ['A', 'B', 'D'];

/** Sums of one month, with a figure four times of five; of a count the denominator plays no part. */
const given = (isCount: boolean): fc.Arbitrary<Given | null> =>
  fc.oneof(
    {
      weight: 8,
      arbitrary: isCount
        ? fc.nat(40)
        : fc.tuple(fc.nat(30), fc.nat(40)).map(([a, b]): Given => [Math.min(a, b), Math.max(a, b)]),
    },
    { weight: 1, arbitrary: fc.constantFrom<Given>('suppressed', 'not-collected') },
    { weight: 1, arbitrary: fc.constant(null) },
  );

const definitions: fc.Arbitrary<Partial<Definition>> = fc.record({
  polarity: fc.constantFrom('higher', 'lower', 'target', 'none'),
  measuredIn: fc.constantFrom('percent', 'count', 'rate-per-10000', 'average-days'),
  basis: fc.constantFrom('month', 'year-to-date', 'snapshot', 'rolling-12-months', 'quarter'),
  decimals: fc.nat(2),
});

const rules: fc.Arbitrary<Pick<World, 'target' | 'versions'>> = fc.record(
  {
    target: fc.record({ target: fc.nat(60), near_within: fc.constantFrom(5, 20) }),
    versions: fc
      .tuple(fc.constantFrom('2026-10-01', '2026-05-01', '2025-12-01'), fc.boolean())
      .map(([from, comparable]) => [{ from, comparable, note: 'Counts drafts.' }]),
  },
  { requiredKeys: [] },
);

const column = (isCount: boolean): fc.Arbitrary<Record<Month, Given>> =>
  fc
    .array(given(isCount), { minLength: 21, maxLength: 21 })
    .map((all) =>
      Object.fromEntries(all.flatMap((each, index) => (each === null ? [] : [[addToMonth(firstMonth, index), each]]))),
    );

/** A world with three teams, and a question about the whole of it with everything asked. */
export const randomWorlds: fc.Arbitrary<{ readonly world: World; readonly asked: Asked }> = definitions.chain(
  (definition) => {
    const isCount = definition.measuredIn === 'count';
    return fc
      .record({
        rules,
        C: column(isCount),
        A: column(isCount),
        B: column(isCount),
        D: column(isCount),
        addsUp: fc.boolean(),
        since: fc.constantFrom<Month[]>('2026-05', '2025-11'),
        beside: fc.nat(100),
      })
      .map(({ rules: more, C, addsUp, since, beside, ...teams }) => ({
        world: {
          definition,
          ...more,
          names: { A: 'Ashford', B: 'Bexley', D: 'Dover' },
          figures: { C: addsUp ? together(Object.values(teams), C) : C, ...teams },
        },
        asked: {
          indicator: 'a',
          unit: 'C',
          month,
          since,
          units,
          movers: 2,
          hotspots: { worst: 1 },
          beside: [{ label: 'England', period: 'year to March 2025', value: beside }],
        },
      }));
  },
);

/** The whole as the sum of its teams, where all of them have figures; elsewhere as it was. */
function together(teams: readonly Record<Month, Given>[], otherwise: Record<Month, Given>): Record<Month, Given> {
  const months = Object.keys(otherwise);
  return Object.fromEntries(
    months.map((each) => {
      const parts = teams.map((team) => team[each]);
      if (parts.every((part) => typeof part === 'number')) return [each, parts.reduce((sum, part) => sum + part, 0)];
      const pairs = parts.filter((part) => Array.isArray(part));
      if (pairs.length < parts.length) return [each, otherwise[each] ?? 'suppressed'];
      const sum = (index: 0 | 1): number => pairs.reduce((total, pair) => total + pair[index], 0);
      return [each, [sum(0), sum(1)]];
    }),
  );
}
