import { describe, expect, it } from 'vitest';
import { exact, trendOf } from '../../src/judgement/index.ts';

const of = (
  figures: readonly (number | null)[],
  ...rest: [Parameters<typeof trendOf>[1], Parameters<typeof trendOf>[2]]
) =>
  trendOf(
    figures.map((figure) => (figure === null ? null : exact(figure))),
    ...rest,
  );

describe('the trend word, at the edges of its rule', () => {
  it.each([
    [[50, 56, 50], 'volatile'],
    [[50, 55.9, 50], 'stable'],
    [[50, 51, 52], 'improving'],
    [[50, 51, 51.9], 'stable'],
    [[60, 58, 55], 'declining'],
    [[60, 58, 55.1], 'stable'],
    [[1, 90, 50, 51, 52], 'improving'], // only the last three count
  ] as const)('of %j is %s', (figures, word) => {
    expect(of(figures, 'higher', 'percent')).toBe(word);
  });

  it('goes the other way where lower is better, and by distance to a target', () => {
    expect(of([60, 58, 55], 'lower', 'percent')).toBe('improving');
    const towards = [60, 55, 52].map((figure) => exact(figure));
    expect(trendOf(towards, 'target', 'percent', undefined, { target: 50 })).toBe('improving');
    expect(trendOf(towards.toReversed(), 'target', 'percent', undefined, { target: 50 })).toBe('declining');
    expect(of([60, 55, 52], 'target', 'percent')).toBe('stable');
  });

  it('takes days in per cent of their mean', () => {
    expect(of([400, 400, 395], 'lower', 'average-days')).toBe('stable');
    expect(of([40, 40, 35], 'lower', 'average-days')).toBe('improving');
    expect(of([0, 0, 0], 'lower', 'count')).toBe('stable');
  });

  it('of two figures is their step, of fewer a new measure, of a missing last one nothing', () => {
    expect(of([null, 50, 52], 'higher', 'percent')).toBe('improving');
    expect(of([null, null, 52], 'higher', 'percent')).toBe('new measure');
    expect(of([50, 51, null], 'higher', 'percent')).toBeNull();
  });
});
