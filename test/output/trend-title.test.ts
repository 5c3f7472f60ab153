import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addToMonth, monthLabel } from '../../src/calendar/index.ts';
import { trendTitle } from '../../src/output/index.ts';

const labels = Array.from({ length: 24 }, (_, index) => monthLabel(addToMonth('2024-11', index)));
const titleOf = (values: (number | null)[], from = 0, standing = ''): string =>
  trendTitle({ values, labels: labels.slice(24 - values.length), from, standing });
/** Values that go to and fro, so that nothing else is to be seen in them. */
const restless = (count: number, level: number): number[] =>
  Array.from({ length: count }, (_, index) => level + (index % 2 === 0 ? 1 : -1) * (1 + (index % 3) / 10));

describe('what is seen in a line', () => {
  it.each<[string, (number | null)[], string]>([
    ['a record of all months shown', [...restless(23, 50), 60], 'Highest of the last 24 months'],
    ['the lowest since a month', [...restless(10, 50), 20, ...restless(12, 50), 30], 'Lowest since September 2025'],
    ['a run', [...restless(18, 50), 60, 46, 47, 47.5, 48, 48.5], 'Rising for four months'],
    ['a standstill', [...restless(20, 50), 50, 50, 50, 50], 'Unchanged for three months'],
    ['no more than the usual movement', [...restless(23, 50), 50.3], 'Little changed on a year earlier'],
    ['a change on the year', [...restless(12, 50), ...restless(11, 58), 57.5], 'Higher than a year earlier'],
    ['few months', [1, 2, 3], 'Higher than in September 2026'],
    ['few months that are the same', [3, null, 3], 'As in August 2026'],
    ['a month and that of the year before', [4, ...Array<null>(10).fill(null), 2, 3], 'Lower than a year earlier'],
    ['one month', [null, 3], 'One month alone has a figure'],
    ['nothing for the latest month', [...restless(23, 50), null], 'No figure for October 2026'],
  ])('%s', (_, values, title) => {
    expect(titleOf(values)).toBe(title);
  });

  it('speaks only of the months after a break in series', () => {
    expect(titleOf([...restless(20, 10), 50, 50.5, 50.2, 51], 20)).not.toMatch(/Highest|year/);
    expect(titleOf([...restless(20, 10), 50, 50.5, 50.2, 51], 21)).toBe('Higher than in September 2026');
  });

  it('is never longer than ten words, and never claims a record that is not one', () => {
    const value = fc.option(fc.integer({ min: 0, max: 30 }), { nil: null });
    fc.assert(
      fc.property(fc.array(value, { minLength: 24, maxLength: 24 }), (values) => {
        const title = titleOf(values, 0, 'exactly at target');
        expect(title.split(' ').length).toBeLessThanOrEqual(10);
        const now = values.at(-1) ?? null;
        if (title.startsWith('Highest of'))
          expect(values.slice(0, -1).every((v) => v === null || v < (now ?? 0))).toBe(true);
        const since = /^(Highest|Lowest) since (\w+ \d+)/.exec(title);
        if (since !== null) {
          const index = labels.indexOf(since[2] ?? '');
          const between = values.slice(index + 1, -1).filter((v) => v !== null);
          const beats = (v: number): boolean => (since[1] === 'Highest' ? v < (now ?? 0) : v > (now ?? 0));
          expect(between.every(beats)).toBe(true);
          expect(beats(values[index] ?? 0)).toBe(false);
        }
      }),
    );
  });
});
