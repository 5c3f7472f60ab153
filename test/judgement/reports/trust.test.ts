import { describe, expect, it } from 'vitest';
import type { Override, Trend } from '../../../src/judgement/index.ts';
import { exact, judge, statusInWords, trendInWords, trendOf } from '../../../src/judgement/index.ts';
import type { Definition, Target } from '../../../src/pack/index.ts';
import { library, number, type PrintedIndicator, printedRows, printedSource } from './printed.ts';

const rows = printedRows('trust_kpi_2019_20');
const { schemes, labels } = await library();
const months = ['2018-06', '2018-09', '2018-12', '2019-03', '2019-06', '2019-09', '2019-12'];
const quarters = ['2018_19_q1', '2018_19_q2', '2018_19_q3', '2018_19_q4', '2019_20_q1', '2019_20_q2', '2019_20_q3'];
const latest = '2019-12';
const position = labels.get('target-position');
if (position === undefined) throw new Error('no label set');

/** Where the print has lost the polarity, that which its target and words imply. Row 23, the share graded good, has none. */
const inferred: Readonly<Record<string, Definition['polarity']>> = {
  17: 'higher',
  18: 'lower',
  19: 'lower',
  20: 'lower',
  22: 'higher',
  24: 'lower',
  25: 'lower',
};
const polarityOf = ({ row = '', polarity }: Readonly<Record<string, string>>): Definition['polarity'] =>
  polarity === 'bigger' ? 'higher' : polarity === 'smaller' ? 'lower' : (inferred[row] ?? 'none');

function targetOf({
  target = '',
  tolerance,
  position: printed,
}: Readonly<Record<string, string>>): Partial<Target> | null {
  const [at, worst] = [number(target), number(tolerance)];
  if (at !== null && worst !== null) return { target: at, amber: worst, scheme: 'worst-acceptable' };
  if (target.startsWith('TBD')) return { no_target: 'not-yet', periods_needed: 3, reason: 'The measure is new' };
  return printed?.startsWith('No Target') === true ? { no_target: 'never', reason: 'Reported for note' } : null;
}

const indicators = rows.map((row): PrintedIndicator => {
  const target = targetOf(row);
  return {
    id: `row-${row.row}`,
    definition: {
      title: row.measure ?? '',
      polarity: polarityOf(row),
      measuredIn: row.unit === 'percent' ? 'percent' : 'average',
    },
    figures: Object.fromEntries(months.map((month, index) => [month, number(row[quarters[index] ?? ''])])),
    ...(target === null ? {} : { target }),
  };
});
const source = printedSource(indicators, { schemes });
const wordOf = (id: string, from = source) => statusInWords(position, judge(from, id, 'TRUST', latest)).word;

/** Declining, decreasing and increasing are one thing said by goodness or by the number: the measure got worse. */
const pooled = (word: string): Trend | 'new measure' =>
  (({ Improving: 'improving', Stable: 'stable', Volatile: 'volatile', 'New measure': 'new measure' })[word] ??
    'declining') as Trend;

describe('a children’s trust, 2019/20 quarter 3', () => {
  it('comes to the 31 positions that can be tested', () => {
    const testable = rows.filter(
      (row) =>
        targetOf(row)?.target !== undefined &&
        ['Better than target', 'In Tolerance', 'Outside Tolerance'].includes(row.position ?? ''),
    );
    expect(testable).toHaveLength(31);
    expect(testable.map(({ row }) => [row, wordOf(`row-${row}`)])).toEqual(
      testable.map(({ row, position: printed }) => [row, printed]),
    );
  });

  it('says why the measures without a target have no position', () => {
    const without = rows.filter(
      ({ position: printed = '' }) => printed.startsWith('TBD') || printed.startsWith('No Target'),
    );
    const testable = without.filter(({ row }) => source.observation(`row-${row}`, 'TRUST', latest) !== undefined);
    expect(testable).toHaveLength(8);
    expect(testable.map(({ row }) => [row, wordOf(`row-${row}`)])).toEqual(
      testable.map(({ row, position: printed }) => [row, printed]),
    );
    expect(judge(source, 'row-27', 'TRUST', latest).statusDetail).toBe(
      'until there are figures of 3 periods: The measure is new',
    );
  });

  it('judges the four grades of audits together, by the sums from the best grade down', () => {
    const grades = ['row-22', 'row-23', 'row-24', 'row-25'];
    const threshold = (down_to: string, target: number, amber: number): Target => ({
      indicator: 'row-22',
      from: '2019-04-01',
      down_to,
      target,
      amber,
      scheme: 'worst-acceptable',
      set_by: 'As printed',
      reason: 'As printed',
    });
    const targets = [threshold('row-24', 95, 90), threshold('row-23', 80, 60)];
    const distributions = [{ id: 'audits', title: 'Audit grades', of: grades, total: 100 }];
    const graded = (set: Target[]) => ({ ...source, pack: { ...source.pack, targets: set, distributions } });
    expect(wordOf('row-22', graded(targets))).toBe('Better than target');
    const parts = judge(graded(targets), 'row-22', 'TRUST', latest).grades;
    expect(parts.map(({ figure, status }) => [figure, status])).toEqual([
      [exact(98), 'met'],
      [exact(83), 'met'],
    ]);
    // The worst of the two decides, and is the target shown.
    const harder = judge(graded([threshold('row-24', 95, 90), threshold('row-23', 85, 60)]), 'row-22', 'TRUST', latest);
    expect([harder.status, harder.target?.down_to]).toEqual(['near', 'row-23']);
  });

  it('comes to 37 of the 40 trend words by the stated rule, with the other three set by a person', () => {
    const words = rows.filter(({ trend_6_month }) => trend_6_month !== 'New measure');
    expect(words).toHaveLength(40);
    const found = words.map((row) => {
      const figures = quarters
        .map((quarter) => number(row[quarter]))
        .map((value) => (value === null ? null : exact(value)));
      const measuredIn = row.unit === 'percent' ? 'percent' : 'average';
      return {
        row: row.row ?? '',
        printed: pooled(row.trend_6_month ?? ''),
        found: trendOf(figures, polarityOf(row), measuredIn),
      };
    });
    const differing = found.filter((each) => each.found !== each.printed);
    expect(differing).toEqual([
      { row: '29', printed: 'stable', found: 'improving' },
      { row: '37', printed: 'stable', found: 'declining' },
      { row: '43', printed: 'improving', found: 'stable' },
    ]);
    const overrides = Object.fromEntries(
      differing.map(({ row, printed }): [string, Override[]] => [
        `row-${row}`,
        [
          {
            of: 'trend',
            value: printed,
            by: 'Performance manager',
            reason: 'As printed',
            setOn: '2020-01-20',
            from: '2019-12-01',
            until: '2019-12-31',
          },
        ],
      ]),
    );
    const overridden = printedSource(indicators, { schemes, overrides });
    for (const { row, printed, found: byRule } of differing) {
      const judgement = judge(overridden, `row-${row}`, 'TRUST', latest);
      expect([judgement.trend, judgement.trendByRule, judgement.trendOverride?.reason]).toEqual([
        printed,
        byRule,
        'As printed',
      ]);
    }
  });

  it('gives the same words through the one entry, where the measure has a polarity', () => {
    const judged = rows.filter(
      (row) => polarityOf(row) !== 'none' && source.observation(`row-${row.row}`, 'TRUST', latest),
    );
    const agree = judged.filter((row) => {
      const { trend } = judge(source, `row-${row.row}`, 'TRUST', latest);
      return trend !== null && trend === pooled(row.trend_6_month ?? '');
    });
    // 40 less row 23, which has no polarity, less the three above; the two rows flagged as new have three quarters by now.
    expect([judged.length, agree.length]).toEqual([41, 36]);
    expect(trendInWords(position, 'declining')).toBe('Declining');
  });
});
