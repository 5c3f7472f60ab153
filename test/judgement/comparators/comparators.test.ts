import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Exact, JudgementSource } from '../../../src/judgement/index.ts';
import {
  bestAndHotspots,
  exact,
  judge,
  monthInside,
  rankAmong,
  roundHalfUp,
  sharesOf100,
  standingInWords,
  toNumber,
  twelveMonths,
} from '../../../src/judgement/index.ts';
import type { Version } from '../../../src/pack/index.ts';
import { definition, type Printed, printedSource } from '../reports/printed.ts';

const shown = (value: Exact | null) => (value === null ? null : roundHalfUp(value, 1));
const one = (basis: string, figures: Record<string, Printed>) =>
  printedSource([{ id: 'a', definition: { polarity: 'higher', basis }, figures }]);

describe('the month inside a year to date', () => {
  const source = one('year-to-date', { '2026-03': [90, 120], '2026-04': [9, 10], '2026-05': [25, 40] });
  const inside = (month: string) => {
    const sums = monthInside(source, 'a', 'X', month);
    return sums && [toNumber(sums.numerator), sums.denominator && toNumber(sums.denominator)];
  };
  it('is the difference, and April itself', () => {
    expect([inside('2026-04'), inside('2026-05')]).toEqual([
      [9, 10],
      [16, 30],
    ]);
  });
  it('is unknown after a gap, and for a basis whose months do not add up', () => {
    expect(inside('2026-03')).toBeNull();
    const rate = {
      id: 'a',
      definition: { measuredIn: 'rate-per-10000' },
      figures: { '2026-04': [5, 1000], '2026-05': [9, 1000] },
    } as const;
    expect(monthInside(printedSource([rate]), 'a', 'X', '2026-05')).toBeNull();
    expect(monthInside(one('snapshot', { '2026-05': [1, 2] }), 'a', 'X', '2026-05')).toBeNull();
  });
});

describe('the twelve months before', () => {
  it('as a mean of ratios and as a ratio of sums, which differ where months are unlike', () => {
    const source = one('month', { '2026-02': [9, 10], '2026-03': [64, 80], '2026-04': [10, 10], '2026-05': [1, 1] });
    const found = twelveMonths(source, 'a', 'X', '2026-05');
    expect([found.from, found.to, found.months]).toEqual(['2025-05', '2026-04', 3]);
    expect([shown(found.meanOfRatios), shown(found.ratioOfSums)]).toEqual(['90.0', '83.0']);
    expect(found.cumulative && toNumber(found.cumulative.numerator)).toBe(83);
    expect(judge(source, 'a', 'X', '2026-05').directionFromTwelveMonths).toBe('better');
  });

  it('of snapshots has no cumulative figure, and of rolling figures no sums', () => {
    const snapshots = twelveMonths(one('snapshot', { '2026-03': [1, 4], '2026-04': [1, 2] }), 'a', 'X', '2026-05');
    expect([shown(snapshots.ratioOfSums), shown(snapshots.meanOfRatios), snapshots.cumulative]).toEqual([
      '33.3',
      '37.5',
      null,
    ]);
    const rolling = twelveMonths(
      one('rolling-12-months', { '2026-03': [1, 4], '2026-04': [1, 2] }),
      'a',
      'X',
      '2026-05',
    );
    expect([rolling.ratioOfSums, shown(rolling.meanOfRatios)]).toEqual([null, '37.5']);
  });

  it('leaves out months before a break in series', () => {
    const source = one('month', { '2026-03': [0, 10], '2026-04': [5, 10] });
    const version = (from: string | null, comparable: boolean): Version => ({
      from,
      note: '',
      comparable,
      definition: definition({ polarity: 'higher', basis: 'month' }),
      hash: '',
      needs: new Map(),
    });
    const indicators = new Map([['a', { id: 'a', versions: [version(null, true), version('2026-04-01', false)] }]]);
    const broken: JudgementSource = { ...source, pack: { ...source.pack, indicators } };
    expect(shown(twelveMonths(broken, 'a', 'X', '2026-05').ratioOfSums)).toBe('50.0');
  });
});

describe('rank', () => {
  it('states ties, counts on after them, and leaves out those without a figure', () => {
    const found = rankAmong([exact(90), exact(80), null, exact(90), exact(70)], 'higher', null);
    expect(found.map((each) => each && standingInWords(each))).toEqual([
      'joint 1st of 4',
      '3rd of 4',
      null,
      'joint 1st of 4',
      '4th of 4',
    ]);
    expect(found.map((each) => each?.quartile ?? null)).toEqual([1, 3, null, 1, 4]);
    expect(rankAmong([exact(90), exact(80)], 'lower', null).map((each) => each?.rank)).toEqual([2, 1]);
    expect(rankAmong([exact(12), exact(9)], 'target', { target: 10 }).map((each) => each?.rank)).toEqual([2, 1]);
    expect(rankAmong([exact(12)], 'none', null)).toEqual([null]);
    expect(standingInWords({ rank: 11, tiedWith: 0, of: 153, quartile: 1 })).toBe('11th of 153');
    expect(standingInWords({ rank: 22, tiedWith: 0, of: 153, quartile: 1 })).toBe('22nd of 153');
  });
});

it('shares add up to 100 as printed, none a whole step from its own', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 6 }),
      fc.constantFrom(0, 1),
      (counts, decimals) => {
        const all = counts.reduce((sum, count) => sum + count, 0);
        fc.pre(all > 0);
        const shares = sharesOf100(counts, decimals);
        expect(shares.reduce((sum, share) => sum + Math.round(share * 10 ** decimals), 0)).toBe(100 * 10 ** decimals);
        shares.forEach(
          (share, index) =>
            void expect(Math.abs(share - (100 * (counts[index] ?? 0)) / all)).toBeLessThan(10 ** -decimals),
        );
      },
    ),
  );
});

describe('best unit and hotspots', () => {
  const figures: Readonly<Record<string, readonly [may: Printed, june: Printed]>> = {
    N1: [
      [60, 100],
      [70, 100],
    ],
    N2: [
      [45, 100],
      [52, 100],
    ],
    S1: [
      [90, 100],
      [90, 100],
    ],
    S2: [
      [95, 100],
      [90, 100],
    ],
    S3: [
      [1, 4],
      [4, 4],
    ],
  };
  const byUnit = Object.fromEntries(
    Object.entries(figures).map(([unit, [may, june]]) => [
      unit,
      printedSource([
        {
          id: 'a',
          definition: { polarity: 'higher' },
          figures: { '2026-05': may, '2026-06': june },
          target: { target: 80, amber: 60 },
        },
      ]),
    ]),
  );
  const source: JudgementSource = {
    ...(byUnit.N1 ?? printedSource([])),
    observation: (indicator, unit, month) => byUnit[unit]?.observation(indicator, unit, month),
  };
  const units = Object.keys(figures);
  const of = (rule: Parameters<typeof bestAndHotspots>[4]['rule']) =>
    bestAndHotspots(source, 'a', units, '2026-06', { rule, since: '2026-05' });

  it('by status, with the movement since a named month; equals are all the best, and few cases are no model', () => {
    const { best, hotspots } = of({ statuses: ['near', 'away'] });
    expect(best.map(({ unit, direction }) => [unit, direction])).toEqual([
      ['S1', 'same'],
      ['S2', 'worse'],
    ]);
    expect(hotspots.map(({ unit, change, movement }) => [unit, change && toNumber(change), movement])).toEqual([
      ['N2', 7, 'up'],
      ['N1', 10, 'up'],
    ]);
  });

  it('or the worst few, with the equals of the last of them', () => {
    expect(of({ worst: 1 }).hotspots.map(({ unit }) => unit)).toEqual(['N2']);
    expect(
      of({ worst: 3 })
        .hotspots.map(({ unit }) => unit)
        .toSorted(),
    ).toEqual(['N1', 'N2', 'S1', 'S2']);
  });
});
