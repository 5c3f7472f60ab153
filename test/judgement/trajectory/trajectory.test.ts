import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  amberLimit,
  bandsOf,
  compare,
  exact,
  judge,
  neededForRest,
  projectSnapshot,
  projectYearToDate,
  roundHalfUp,
  status,
  toNumber,
} from '../../../src/judgement/index.ts';
import { type Printed, printedSource } from '../reports/printed.ts';

const sums = (numerator: number, denominator: number | null) => ({
  numerator: exact(numerator),
  denominator: denominator === null ? null : exact(denominator),
});
const months = (count: number, figure: (index: number) => Printed): Record<string, Printed> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const number = index + 4;
      const month =
        number > 12 ? `2027-${String(number - 12).padStart(2, '0')}` : `2026-${String(number).padStart(2, '0')}`;
      return [month, figure(index)];
    }),
  );

describe('the year end', () => {
  it('of a year to date: what is counted, and the last three months for each one left', () => {
    const recent = [sums(8, 10), sums(9, 10), sums(10, 10)];
    const found = projectYearToDate(sums(60, 80), recent, 6, 'percent');
    // 60 + 54 of 80 + 60; with eights 108, with tens 120 of 140.
    expect(found && [found.figure, found.low, found.high].map((end) => roundHalfUp(end, 1))).toEqual([
      '81.4',
      '77.1',
      '85.7',
    ]);
  });

  it('of a snapshot: the mean change of the last three months goes on', () => {
    const found = projectSnapshot([exact(100), exact(90), exact(85), exact(70)], 2, 'count');
    expect(found && [found.figure, found.low, found.high].map(toNumber)).toEqual([50, 40, 60]);
  });

  it('never leaves what the measure can be, and lies in its own range', () => {
    const part = fc
      .tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 1, max: 50 }))
      .map(([a, b]) => sums(Math.min(a, b), b));
    const left = fc.integer({ min: 1, max: 11 });
    fc.assert(
      fc.property(part, fc.array(part, { minLength: 1, maxLength: 3 }), left, (soFar, recent, monthsLeft) => {
        const found = projectYearToDate(soFar, recent, monthsLeft, 'percent');
        const ends = found === null ? [] : [exact(0), found.low, found.figure, found.high, exact(100)];
        expect(ends.length).toBe(5);
        ends.slice(1).forEach((end, index) => void expect(compare(ends[index] ?? end, end)).toBeLessThanOrEqual(0));
      }),
    );
    const percents = fc.array(
      fc.integer({ min: 0, max: 1000 }).map((n) => exact(n / 10)),
      { minLength: 2, maxLength: 4 },
    );
    fc.assert(
      fc.property(percents, left, (figures, monthsLeft) => {
        const found = projectSnapshot(figures, monthsLeft, 'percent');
        const ends = found === null ? [] : [exact(0), found.low, found.figure, found.high, exact(100)];
        expect(ends.length).toBe(5);
        ends.slice(1).forEach((end, index) => void expect(compare(ends[index] ?? end, end)).toBeLessThanOrEqual(0));
      }),
    );
  });
});

describe('what the rest of the year needs', () => {
  const needed = (polarity: 'higher' | 'lower', soFar: ReturnType<typeof sums>, rest: number, target: number) =>
    neededForRest(
      { polarity, measuredIn: 'percent' },
      soFar,
      exact(rest),
      target,
      bandsOf(amberLimit, polarity, { target }),
    );

  it('is a figure, or that the target can no longer be met, or that it is met whatever comes', () => {
    const found = needed('higher', sums(60, 80), 60, 85);
    expect(found?.kind === 'needed' && roundHalfUp(found.figure, 1)).toBe('98.3');
    expect(needed('higher', sums(40, 80), 20, 85)).toEqual({ kind: 'can no longer be met' });
    expect(needed('higher', sums(80, 80), 10, 85)).toEqual({ kind: 'met whatever comes' });
    expect(needed('lower', sums(30, 80), 20, 20)).toEqual({ kind: 'can no longer be met' });
    expect(needed('lower', sums(0, 80), 10, 20)).toEqual({ kind: 'met whatever comes' });
  });

  it('of a count is how many more there may be', () => {
    const bands = bandsOf(amberLimit, 'lower', { target: 100 });
    const count = (soFar: number) =>
      neededForRest({ polarity: 'lower', measuredIn: 'count' }, sums(soFar, null), null, 100, bands);
    expect(count(70)).toEqual({ kind: 'needed', figure: exact(30), denominator: null });
    expect(count(101)).toEqual({ kind: 'can no longer be met' });
  });

  it('agrees with trying: the needed rest meets the target, and no rest does where it cannot be met', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('higher', 'lower'),
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 0, max: 100 }),
        (polarity, met, others, rest, target) => {
          fc.pre(met + others > 0);
          const found = needed(polarity, sums(met, met + others), rest, target);
          const tries = Array.from({ length: rest + 1 }, (_, more) =>
            status(
              polarity,
              { numerator: BigInt((met + more) * 100), denominator: BigInt(met + others + rest) },
              { target },
            ),
          );
          expect(tries.every((each) => each === 'met')).toBe(found?.kind === 'met whatever comes');
          expect(tries.some((each) => each === 'met')).toBe(found?.kind !== 'can no longer be met');
        },
      ),
    );
  });
});

describe('the outlook of a judgement', () => {
  const target = { target: 85, near_within: 15 };

  it('takes the months inside a year to date, those of last year too', () => {
    // 10 a month: eight met in each of April to July, five in August and September.
    const figures = months(6, (index) => [8 * Math.min(index + 1, 4) + 5 * Math.max(0, index - 3), 10 * (index + 1)]);
    const source = printedSource([{ id: 'a', definition: { polarity: 'higher' }, figures, target }]);
    const { outlook } = judge(source, 'a', 'X', '2026-09');
    expect(outlook).toMatchObject({
      yearEnd: '2027-03',
      monthsLeft: 6,
      recentMonths: 3,
      needed: { kind: 'needed' },
    });
    // 102 of 120 are 85%: every one of the 60 to come.
    expect(outlook?.needed?.kind === 'needed' && roundHalfUp(outlook.needed.figure, 1)).toBe('100.0');
    // 42 of 60, and 8, 5 and 5 of 10 make 36 of 60 more.
    expect(outlook?.projection && roundHalfUp(outlook.projection.figure, 1)).toBe('65.0');
    const may = printedSource([
      {
        id: 'a',
        definition: { polarity: 'higher' },
        figures: { '2026-02': [50, 110], '2026-03': [60, 120], '2026-04': [5, 10], '2026-05': [12, 20] },
      },
    ]);
    // March added 10 of 10, April was 5, May 7: 22 of 30, ten months, after 12 of 20.
    const found = judge(may, 'a', 'X', '2026-05').outlook;
    expect(found?.projection && roundHalfUp(found.projection.figure, 2)).toBe('71.11');
    expect(found?.needed).toBeNull();
  });

  it('of a count for the year to date goes on by its months', () => {
    const figures = { '2026-04': 10, '2026-05': 25, '2026-06': 45 };
    const counted = {
      id: 'a',
      definition: { polarity: 'lower', measuredIn: 'count' },
      figures,
      target: { target: 170 },
    } as const;
    const { outlook } = judge(printedSource([counted]), 'a', 'X', '2026-06');
    const { figure, low, high } = outlook?.projection ?? {};
    expect([figure, low, high].map((end) => end && toNumber(end))).toEqual([180, 135, 225]);
    expect(outlook?.needed?.kind === 'needed' && toNumber(outlook.needed.figure)).toBe(125);
  });

  it('does not go by months before a break in series', () => {
    const figures = { '2026-03': 10, '2026-04': 20, '2026-05': 50, '2026-06': 56 };
    const source = printedSource([{ id: 'a', definition: { polarity: 'higher', basis: 'snapshot' }, figures }]);
    const [version] = source.pack.indicators.get('a')?.versions ?? [];
    if (version === undefined) throw new Error('no version');
    const versions = [version, { ...version, from: '2026-05-01', comparable: false }];
    const broken = { ...source, pack: { ...source.pack, indicators: new Map([['a', { id: 'a', versions }]]) } };
    const { outlook } = judge(broken, 'a', 'X', '2026-06');
    expect([outlook?.recentMonths, outlook?.projection && toNumber(outlook.projection.figure)]).toEqual([1, 100]);
  });

  it('is none in March, without a figure, and where months do not add up', () => {
    const of = (month: string, basis: string) =>
      judge(
        printedSource([
          { id: 'a', definition: { polarity: 'higher', basis }, figures: { '2027-03': 50, '2026-06': 50 }, target },
        ]),
        'a',
        'X',
        month,
      ).outlook;
    expect(of('2027-03', 'year-to-date')).toBeNull();
    expect(of('2026-07', 'snapshot')).toBeNull();
    expect(of('2026-06', 'rolling-12-months')).toBeNull();
    expect(of('2026-06', 'snapshot')).toMatchObject({ projection: null });
  });
});
