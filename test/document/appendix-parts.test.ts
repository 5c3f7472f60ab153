import { describe, expect, it } from 'vitest';
import { linesOf, type Small, withParts } from './words-double.ts';

const percent = { measuredIn: 'percent', polarity: 'lower', decimals: 1, basis: 'rolling-12-months' } as const;

describe('organisation', () => {
  it('lists units by level, with code, what they are part of, and when they are in force', () => {
    const unit = { kind: 'area', parent: 'C' } as const;
    const units = [
      { ...unit, code: 'A1', name: 'Coast', from: '2026-04-01', to: '2027-03-31' },
      { ...unit, code: 'A2', name: 'Hills before', to: '2026-03-31' },
      { ...unit, code: 'A2', name: 'Hills', from: '2026-04-01' },
    ];
    const pack = { units, unitWords: { area: 'locality' } };
    expect(linesOf({ report: withParts({ part: 'organisation' }), pack })).toEqual([
      '[Authority]',
      'County | C | – | Throughout',
      '[Locality]',
      'Coast | A1 | County | 1 Apr 2026 to 31 Mar 2027',
      'Hills | A2 | County | From 1 Apr 2026',
    ]);
    expect(linesOf({ report: withParts({ part: 'organisation', levels: ['district'] }), pack })).toEqual([]);
  });
});

describe('sources', () => {
  const small: Small = {
    indicators: { late: { ...percent, title: 'Late', source: 'collected' }, open: { ...percent, title: 'Open' } },
    figures: { late: { '2026-05': [1, 2] }, open: { '2026-05': [1, 2] } },
    report: withParts({ part: 'sources' }),
    sources: [
      { source: 'County', format: 'CSV files', loadedAt: '2026-06-02T09:00:00Z', asAt: '2026-05-31', findings: 1204 },
    ],
  };
  const statement =
    'The figures are computed from extracts that speak for the time up to 31 May 2026. What was entered later is not in them, and can change a figure of this report when it is made again.';

  it('says what was loaded, whose indicators are whose, what is wrong with the data, and whose statistics are used', () => {
    const beside = { group: 'england', label: 'England', period: '2024/25', value: 3, mark: null, notes: [] };
    const lines = linesOf({
      ...small,
      input: {
        faults: [{ title: 'End before start', says: 'A case ends before it begins.', severity: 'error', count: 12 }],
        beside: (id) => (id === 'late' ? [{ ...beside, source: 'Children in need 2025' }] : []),
      },
    });
    expect(lines).toEqual([
      statement,
      'County | CSV files | 31 May 2026 | 2 Jun 2026 | 1,204',
      '[Sources of the indicators]',
      'Collected: Late',
      'End before start | A case ends before it begins. | error | 12',
      'Published statistics contain public sector information licensed under the Open Government Licence v3.0:',
      'Children in need 2025',
    ]);
  });

  it('says that nothing was found only where somebody looked', () => {
    expect(linesOf({ ...small, input: { faults: [] } })).toContain('No fault was found in the data.');
    expect(linesOf({ ...small, input: { faults: null } })).not.toContain('No fault was found in the data.');
  });
});

describe('method', () => {
  it('says how a figure follows from what is counted, and what changed until now', () => {
    const given = { counted: 'Plans that ended', condition: 'Those of two years or more.', leftOut: 'Plans moved in' };
    const rate = { measuredIn: 'rate-per-10000', polarity: 'none', basis: 'snapshot', decimals: 0 } as const;
    const denominator = { population: 'aged_0_17' } as const;
    const small: Small = {
      indicators: {
        ended: { ...percent, ...given, title: 'Long plans' },
        rate: { ...rate, denominator, title: 'Rate' },
      },
      report: {
        ...withParts({ part: 'method' }),
        groups: [{ title: 'All', indicators: [{ indicator: 'ended', numerator: 'long plans' }, 'rate'] }],
      },
    };
    expect(linesOf(small)).toEqual([
      '[Long plans]',
      'Counted: Plans that ended.',
      'In the numerator: Those of two years or more.',
      'Left out: Plans moved in.',
      'Figure: Long plans, times 100, over the denominator, printed to one decimal.',
      'Dates: Rolling 12 months: 1 June 2025 to 31 May 2026.',
      'Which way is better: Lower is better.',
      '[Rate]',
      'Figure: The numerator, times 10,000, over the population, printed to whole numbers.',
      'Dates: At month end: at 31 May 2026.',
      'Which way is better: Activity.',
    ]);
  });
});
