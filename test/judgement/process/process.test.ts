import { describe, expect, it } from 'vitest';
import type { SignalKind } from '../../../src/judgement/index.ts';
import {
  amberLimit,
  assuranceOf,
  bandsOf,
  judge,
  processLimits,
  processView,
  signalsOf,
  usualProcessSettings,
} from '../../../src/judgement/index.ts';
import { printedSource } from '../reports/printed.ts';

const settings = usualProcessSettings;
const spiked = [1, 2, 1, 2, 10, ...Array.from({ length: 13 }, (_, index) => 1 + (index % 2))];
const rounded = (number: number | undefined, digits = 2) => Number(number?.toFixed(digits));

describe('process limits', () => {
  it('of the eighteen points with one spike, screened and not', () => {
    const screened = processLimits(spiked, { screen: true, minimum: 12 });
    expect([screened?.mean, screened?.lower, screened?.upper].map((each) => rounded(each))).toEqual([1.94, -0.72, 4.6]);
    expect([screened?.nearLower, screened?.nearUpper].map((each) => rounded(each))).toEqual([0.17, 3.72]);
    const unscreened = processLimits(spiked, { screen: false, minimum: 12 });
    expect([unscreened?.lower, unscreened?.upper].map((each) => rounded(each))).toEqual([-3.06, 6.95]);
  });

  // NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2 Individuals Control Charts: ten batches of flow rate. It
  // multiplies by 3/1.128, which is 2.6596, so its limits (55.8041 and 45.8159) lie 0.0008 inside those by 2.66.
  it('of the handbook’s ten batches', () => {
    const limits = processLimits([49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1], settings);
    expect(rounded(limits?.mean, 4)).toBe(50.81);
    expect(rounded(limits?.movingRange, 4)).toBe(1.8778);
    expect(limits?.upper).toBeCloseTo(55.8041, 2);
    expect(limits?.lower).toBeCloseTo(45.8159, 2);
    expect(limits?.isTrial).toBe(true);
  });

  it('take no range across a gap, and stand only from twelve points', () => {
    const gap = processLimits([1, 2, null, 10, 11], settings);
    expect([gap?.movingRange, gap?.mean, gap?.points]).toEqual([1, 6, 4]);
    expect(processLimits([1, null, 2], settings)).toBeNull();
    expect([11, 12].map((n) => processLimits(Array(n).fill(1), settings)?.isTrial)).toEqual([true, false]);
  });
});

/** Limits by hand: mean 0, limits at 3, near lines at 2. */
const hand = { mean: 0, lower: -3, upper: 3, nearLower: -2, nearUpper: 2, movingRange: 1, points: 20, isTrial: false };
const marked = (points: (number | null)[], kind: SignalKind) =>
  signalsOf(points, hand, settings).map((signals) => signals.find((signal) => signal.kind === kind)?.way ?? '-');

describe('signals', () => {
  it('a point beyond a limit, not one on it', () => {
    expect(marked([3, 3.1, -3, -3.1], 'beyond-limit')).toEqual(['-', 'high', '-', 'low']);
  });

  it('seven on one side, every one marked; one on the mean or a gap breaks the run', () => {
    expect(marked([-1, 1, 1, 1, 1, 1, 1, 1], 'run')).toEqual(['-', ...Array(7).fill('high')]);
    expect(marked([1, 1, 1, 0, 1, 1, 1, 1], 'run').includes('high')).toBe(false);
    expect(marked([-1, -1, -1, null, -1, -1, -1, -1], 'run').includes('low')).toBe(false);
  });

  it('six rising or falling points; a step on the spot breaks them', () => {
    expect(marked([0, -2.5, -2, -1, 0, 1, 2, 1], 'trend')).toEqual(['-', ...Array(6).fill('high'), '-']);
    expect(marked([2, 1, 0, -1, -2, -2.5], 'trend')).toEqual(Array(6).fill('low'));
    expect(marked([2, 1, 0, -1, -2], 'trend').includes('low')).toBe(false);
    expect(marked([2, 1, 0, 0, -1, -2], 'trend').includes('low')).toBe(false);
  });

  it('two of three beyond a two-thirds line, all three on that side', () => {
    expect(marked([2.1, 0.5, 2.2, -1], 'two-of-three')).toEqual(['high', '-', 'high', '-']);
    expect(marked([2.1, -0.5, 2.2], 'two-of-three').includes('high')).toBe(false);
    expect(marked([2, 0.5, 2.2], 'two-of-three').includes('high')).toBe(false);
  });

  it('none where all points are equal, whatever the last digit of their mean', () => {
    const points = Array(12).fill(84.1);
    const view = processView(points, [], settings, 'higher', bandsOf(amberLimit, 'higher', { target: 84.1 }));
    expect([view.variation, view.assurance]).toEqual(['common cause', 'will always meet the target']);
    expect(view.signals.flat()).toEqual([]);
  });

  it('go by the run lengths that are set', () => {
    expect(signalsOf([1, 1, 1], hand, { run: 3, trend: 6 }).map((signals) => signals.length)).toEqual([1, 1, 1]);
  });
});

describe('what the process says', () => {
  const bands = (polarity: 'higher' | 'lower', target: number) => bandsOf(amberLimit, polarity, { target });
  it.each([
    ['higher', -4, 'will always meet the target'],
    ['higher', 0, 'may or may not meet the target'],
    ['higher', 4, 'will never meet the target'],
    ['lower', -4, 'will never meet the target'],
    ['lower', 0, 'may or may not meet the target'],
    ['lower', 4, 'will always meet the target'],
  ] as const)('%s, target %d with limits at 3: %s', (polarity, target, words) => {
    expect(assuranceOf(hand, bands(polarity, target))).toBe(words);
  });

  it('of a tolerance on both sides, goes by all the bands that meet the target', () => {
    const near = bandsOf(amberLimit, 'target', { target: 0, met_within: 3 });
    expect(assuranceOf(hand, near)).toBe('will always meet the target');
    expect(assuranceOf(hand, bandsOf(amberLimit, 'target', { target: 10, met_within: 3 }))).toBe(
      'will never meet the target',
    );
    expect(assuranceOf(hand, [])).toBeNull();
  });

  it('takes limits anew from a rebase, lets no run go across it, and says who and why', () => {
    const points = [
      ...Array.from({ length: 12 }, (_, index) => 10 + (index % 2)),
      ...Array.from({ length: 12 }, (_, index) => 20 + (index % 2)),
    ];
    const rebase = { index: 12, reason: 'New form', by: 'Head of service' };
    const plain = processView(points, [], settings, 'higher', []);
    const rebased = processView(points, [rebase], settings, 'higher', []);
    expect(plain.variation).toBe('special cause: improvement');
    expect(rebased.variation).toBe('common cause');
    expect(rebased.stretches.map(({ limits, rebase: why }) => [limits?.mean, why])).toEqual([
      [10.5, null],
      [20.5, rebase],
    ]);
    expect(processView(points, [], settings, 'lower', []).variation).toBe('special cause: concern');
    expect(processView(points, [], settings, 'none', []).variation).toBe('special cause: higher');
  });

  it('comes with a judgement, over the months and from the rebasing that the pack gives', () => {
    const months = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06'];
    const figures = Object.fromEntries(months.map((month, index) => [month, (index < 3 ? 10 : 30) + (index % 2)]));
    const decided = { from: '2026-04-15', by: 'Head of service', reason: 'New form' };
    const rebased = [
      { indicator: 'a', ...decided },
      { indicator: 'a', ...decided, unit: 'Y', from: '2026-05-01' },
      { indicator: 'b', ...decided, from: '2026-06-01' },
    ];
    const source = printedSource(
      [{ id: 'a', definition: { polarity: 'higher', basis: 'month' }, figures, target: { target: 5 } }],
      {
        processLimits: { months: 6, run: 7, trend: 6, minimum: 3, screen: true, rebased },
      },
    );
    const { process } = judge(source, 'a', 'X', '2026-06');
    expect(process.stretches.map(({ from, to, rebase }) => [from, to, rebase?.reason ?? null])).toEqual([
      [0, 3, null],
      [3, 6, 'New form'],
    ]);
    expect([process.variation, process.assurance]).toEqual(['common cause', 'will always meet the target']);
  });

  it('does not hold a month of a count against the target of the year', () => {
    const figures = { '2026-04': 10, '2026-05': 25, '2026-06': 45 };
    const counted = {
      id: 'a',
      definition: { polarity: 'lower', measuredIn: 'count' },
      figures,
      target: { target: 170 },
    } as const;
    const { process } = judge(printedSource([counted]), 'a', 'X', '2026-06');
    expect([process.points.slice(-3), process.assurance]).toEqual([[10, 15, 20], null]);
  });

  it('takes a year to date apart into its months, quarters as one point, and no rolling figures', () => {
    const figures = { '2026-04': [1, 10], '2026-05': [4, 20], '2026-06': [9, 30] } as const;
    const of = (basis: string) =>
      judge(printedSource([{ id: 'a', definition: { polarity: 'higher', basis }, figures }]), 'a', 'X', '2026-06')
        .process;
    expect([of('year-to-date').points.slice(-3), of('year-to-date').pointsAre]).toEqual([
      [10, 30, 50],
      'months inside the year to date',
    ]);
    expect([of('quarter').months.slice(-2), of('quarter').points.at(-1)]).toEqual([['2026-03', '2026-06'], 30]);
    const rolling = of('rolling-12-months');
    expect([rolling.variation, rolling.stretches, rolling.notTaken]).toEqual([
      null,
      [],
      expect.stringContaining('share'),
    ]);
  });
});
