import { describe, expect, it } from 'vitest';
import {
  dayLabel,
  monthLabel,
  monthRange,
  shortDayLabel,
  shortMonthLabel,
  windowLabel,
} from '../../src/calendar/index.ts';

describe('labels for pages', () => {
  it('name months and days', () => {
    expect([monthLabel('2026-10'), shortMonthLabel('2026-10')]).toEqual(['October 2026', 'Oct 2026']);
    expect([dayLabel('2026-10-31'), shortDayLabel('2026-05-01')]).toEqual(['31 October 2026', '1 May 2026']);
    expect(
      monthRange('2026-01', '2026-12')
        .map((month) => shortMonthLabel(month).slice(0, 3))
        .join(' '),
    ).toBe('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec');
  });

  it.each([
    ['2026-04-01', '2026-10-31', '1 April to 31 October 2026'],
    ['2025-11-01', '2026-10-31', '1 November 2025 to 31 October 2026'],
    ['2025-10-01', '2026-10-31', '1 October 2025 to 31 October 2026'],
    ['2026-10-01', '2026-10-31', '1 to 31 October 2026'],
    ['2026-10-31', '2026-10-31', '31 October 2026'],
  ])('say a window once: %s to %s', (start, end, expected) => expect(windowLabel({ start, end })).toBe(expected));
});
