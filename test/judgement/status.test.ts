import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { direction, divide, exact, smallDenominator, status, targetFor } from '../../src/judgement/index.ts';
import type { Target } from '../../src/pack/model.ts';

const row = (over: Partial<Target>): Target => ({
  indicator: 'a',
  from: '2026-04-01',
  target: 90,
  set_by: 'Director',
  reason: 'Plan',
  ...over,
});

describe('status', () => {
  it.each([
    ['higher', 85, 'met'],
    ['higher', 84.999, 'near'],
    ['higher', 70, 'near'],
    ['higher', 69.999, 'away'],
  ] as const)('%s is better: %d is %s against 85, amber 70', (polarity, value, expected) => {
    expect(status(polarity, value, { target: 85, amber: 70 })).toBe(expected);
  });

  it('judges lower the other way round, and without an amber limit is met or away', () => {
    expect(status('lower', 100, { target: 100, amber: 150 })).toBe('met');
    expect(status('lower', 150, { target: 100, amber: 150 })).toBe('near');
    expect(status('lower', 151, { target: 100, amber: 150 })).toBe('away');
    expect(status('lower', 0, { target: 0 })).toBe('met');
    expect(status('lower', 1, { target: 0 })).toBe('away');
  });

  it('finds 29 of 100 to be exactly 29 per cent, which floating point does not', () => {
    expect((29 / 100) * 100).toBeLessThan(29);
    expect(status('higher', divide(exact(2900), exact(100)), { target: 29 })).toBe('met');
  });

  it('goes by distance for to-target, on both sides', () => {
    const bands = { target: 7.5, met_within: 2.5, near_within: 5 };
    expect([5, 10, 4.9, 12.5, 2.4].map((value) => status('target', value, bands))).toEqual([
      'met',
      'met',
      'near',
      'near',
      'away',
    ]);
    const amberOnly = { target: 10, amber: 13 };
    expect([10, 7, 13, 13.1].map((value) => status('target', value, amberOnly))).toEqual([
      'met',
      'near',
      'near',
      'away',
    ]);
  });

  it('says nothing of an activity, a missing figure or no target', () => {
    expect(status('none', 5, { target: 1 })).toBeNull();
    expect(status('higher', null, { target: 1 })).toBeNull();
    expect(status('higher', 5, null)).toBeNull();
  });

  it('never worsens when the figure improves', () => {
    const number = fc.integer({ min: -1000, max: 1000 }).map((n) => n / 10);
    const order = { met: 2, near: 1, away: 0 };
    fc.assert(
      fc.property(
        fc.constantFrom('higher', 'lower'),
        number,
        number,
        number,
        fc.option(number),
        (p, a, b, t, amber) => {
          const limits = { target: t, amber: amber ?? undefined };
          const [worse, better] = (p === 'higher') === a < b ? [a, b] : [b, a];
          const [low, high] = [status(p, worse, limits), status(p, better, limits)];
          expect(low !== null && high !== null && order[high] >= order[low]).toBe(true);
        },
      ),
    );
  });
});

describe('direction', () => {
  it('is by distance to the target in force now for to-target', () => {
    expect(direction('target', 4.9, 3.4, { target: 7.5 })).toBe('better');
    expect(direction('target', 33.4, 38, { target: 45 })).toBe('worse');
    expect(direction('target', 8, 7, { target: 7.5 })).toBe('same');
    expect(direction('target', 8, 7, null)).toBeNull();
  });

  it('is the same anywhere within a range, and by the nearer end beyond it', () => {
    const range = { target: 138, target_high: 168.6 };
    expect(direction('lower', 150, 160, range)).toBe('same');
    expect(direction('lower', 170, 165, range)).toBe('worse');
    expect(direction('higher', 130, 172, range)).toBe('worse');
  });

  it('is taken on unrounded values: 23.55 to 23.64 is worse though both print as 23.6', () => {
    expect(direction('lower', 23.64, 23.55, null)).toBe('worse');
  });

  it('from a to b is the opposite of b to a', () => {
    const opposite = { better: 'worse', worse: 'better', same: 'same' } as const;
    fc.assert(
      fc.property(
        fc.constantFrom('higher', 'lower', 'target'),
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 0, max: 40 }),
        fc.option(fc.integer({ min: 0, max: 10 })),
        (polarity, a, b, target, width) => {
          const limits = { target, ...(width === null ? {} : { target_high: target + width }) };
          const there = direction(polarity, b, a, limits);
          const back = direction(polarity, a, b, limits);
          expect(there !== null && back === opposite[there]).toBe(true);
        },
      ),
    );
  });
});

describe('the target in force', () => {
  const targets = [
    row({ target: 80, from: '2025-04-01', to: '2026-03-31' }),
    row({ target: 90 }),
    row({ target: 92, from: '2026-07-01' }),
    row({ target: 70, unit: 'T1', from: '2025-04-01', to: '2026-09-30' }),
    row({ target: 1, indicator: 'b' }),
  ];
  it.each([
    ['A', '2025-03-31', undefined],
    ['A', '2026-03-31', 80],
    ['A', '2026-04-01', 90],
    ['A', '2026-07-01', 92],
    ['T1', '2026-09-30', 70], // the row for the unit, though a later row for all is in force
    ['T1', '2026-10-01', 92],
  ])('%s on %s: %s', (unit, day, target) => {
    expect(targetFor(targets, 'a', unit, day)?.target).toBe(target);
  });
});

it('marks denominators of 1 to 9', () => {
  expect([null, 0, 0.5, 1, 9, 9.5, 10].map(smallDenominator)).toEqual([false, false, true, true, true, true, false]);
});
