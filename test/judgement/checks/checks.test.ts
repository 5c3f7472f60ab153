import { describe, expect, it } from 'vitest';
import {
  checkArrow,
  checkBeforeIssue,
  checkDistribution,
  checkExceptionPage,
  checkStatus,
  exact,
} from '../../../src/judgement/index.ts';
import type { Identity } from '../../../src/pack/index.ts';
import { number, type Printed, printedRows, printedSource } from '../reports/printed.ts';

const month = '2026-05';
const percent = (id: string, now: Printed, target?: number, before?: Printed) =>
  ({
    id,
    definition: { polarity: 'higher' },
    figures: { [month]: now, ...(before === undefined ? {} : { '2026-04': before }) },
    ...(target === undefined ? {} : { target: { target } }),
  }) as const;
const identity = (over: Partial<Identity>): Identity => ({
  left: [],
  is: 'equal',
  right: [],
  within: 0,
  because: 'they are the same plans',
  ...over,
});

describe('before anything is issued', () => {
  it('finds what does not hold between indicators, in counts and in targets', () => {
    const source = printedSource([percent('a', [10, 40], 21.5), percent('b', [30, 41], 78)], {
      identities: [
        identity({ left: ['a.denominator'], right: ['b.denominator'] }),
        identity({ left: ['a.numerator', 'b.numerator'], right: ['a.denominator'] }),
        identity({ left: ['a.target', 'b.target'], right: [100], because: 'the posts are filled by one or the other' }),
        identity({ left: ['a.numerator'], is: 'not-above', right: ['b.numerator'] }),
      ],
    });
    expect(checkBeforeIssue(source, 'X', month).map(({ says }) => says)).toEqual([
      'a.denominator is 40 and b.denominator 41; must be equal: they are the same plans',
      'a.target + b.target is 99.5 and 100 100; must be equal: the posts are filled by one or the other',
    ]);
  });

  it('says nothing where a figure is missing, and allows what rounding explains', () => {
    const missing = printedSource([percent('a', [10, 40])], {
      identities: [identity({ left: ['a.numerator'], right: ['z.numerator'] })],
    });
    expect(checkBeforeIssue(missing, 'X', month)).toEqual([]);
    const within = printedSource([percent('a', 1.2), percent('b', 1.3)], {
      identities: [identity({ left: ['a.value'], right: ['b.value'], within: 0.1 })],
    });
    expect(checkBeforeIssue(within, 'X', month)).toEqual([]);
  });

  it('finds shares that do not add up, more counted than there are, and a year to date that shrank', () => {
    const distributions = [{ id: 'grades', title: 'audit grades', of: ['a', 'b'], total: 100 }];
    const source = printedSource([percent('a', [10, 40]), percent('b', [31, 30], undefined, [32, 33])], {
      distributions,
    });
    expect(checkBeforeIssue(source, 'X', month).map(({ check, says }) => `${check}: ${says}`)).toEqual([
      'distribution: the shares of audit grades add up to 128.33, not 100',
      'arithmetic: 31 are counted of 30',
      'year to date: the numerator of the year to date is less than in 2026-04: cases have left it since',
      'year to date: the denominator of the year to date is less than in 2026-04: cases have left it since',
    ]);
    const thirds = printedSource([percent('a', [1, 3]), percent('b', [2, 3])], { distributions });
    expect(checkBeforeIssue(thirds, 'X', month)).toEqual([]);
  });

  it('does not find fault with April after March, a month that added nothing, or a ratio of two lists', () => {
    const april = printedSource([{ id: 'a', definition: {}, figures: { '2026-03': [90, 100], '2026-04': [3, 5] } }]);
    expect(checkBeforeIssue(april, 'X', '2026-04')).toEqual([]);
    expect(checkBeforeIssue(printedSource([percent('a', [3, 5], undefined, [3, 5])]), 'X', month)).toEqual([]);
    const ratio = { numerator: { from: 'visits', id: 'case_id' } };
    const over = printedSource([{ id: 'a', definition: ratio, figures: { [month]: [31, 30] } }]);
    expect(checkBeforeIssue(over, 'X', month)).toEqual([]);
  });

  it('lets each share be half a point off, and no more', () => {
    const shares = (...values: number[]) =>
      checkDistribution(
        { title: 'grades', total: 100 },
        'X',
        values.map((value) => exact(value)),
        0,
      );
    expect(shares(40, 30, 20, 12)).toBeNull();
    expect(shares(40, 30, 20, 13)?.says).toBe('the shares of grades add up to 103, not 100');
    expect(shares(40, 30, 20, 7)).not.toBeNull();
  });

  it('holds the printed grades of seven quarters within the rounding of whole percentages', () => {
    const grades = printedRows('trust_kpi_2019_20').filter(({ row }) => ['22', '23', '24', '25'].includes(row ?? ''));
    const quarters = Object.keys(grades[0] ?? {}).filter((column) => /_q\d$/.test(column));
    expect(quarters).toHaveLength(7);
    const shares = (quarter: string) => grades.map((row) => exact(number(row[quarter]) ?? 0));
    const title = { title: 'audit grades', total: 100 };
    expect(quarters.map((quarter) => checkDistribution(title, quarter, shares(quarter), 0))).toEqual(
      quarters.map(() => null),
    );
    // 101, 100, 99, 102, 101, 99 and 100: six of the seven hold to the half point each share may be off; none exactly.
    expect(
      quarters.filter((quarter) => checkDistribution(title, quarter, shares(quarter), null) !== null),
    ).toHaveLength(5);
  });
});

describe('printed judgements', () => {
  it('are held to their figures', () => {
    const common = { where: 'row 2', polarity: 'lower', now: 29.4, before: 29.3, limits: null } as const;
    expect(checkArrow({ ...common, arrow: 'worse' })).toBeNull();
    expect(checkArrow({ ...common, arrow: 'better' })?.says).toBe(
      'better is printed, not worse: 29.4 after 29.3, lower is better',
    );
    const printed = {
      where: 'row 37',
      polarity: 'higher',
      value: 72.6,
      limits: { target: 78.5, near_within: 15 },
      status: 'away',
    } as const;
    expect(checkStatus(printed)?.says).toBe('away is given to 72.6 against 78.5, not near');
    expect(checkStatus({ ...printed, limits: { target: 78.5, near_within: 5 } })).toBeNull();
  });

  it('on an exception page are those of the scorecard', () => {
    const point = { value: 83.8, target: 100, status: 'away' } as const;
    expect(checkExceptionPage('page 3', point, point)).toEqual([]);
    expect(checkExceptionPage('page 3', { ...point, value: 83.9 }, point).map(({ says }) => says)).toEqual([
      'its value is 83.9, and 83.8 on the scorecard',
    ]);
  });
});
