import { describe, expect, it } from 'vitest';
import { checkArithmetic, compare, exact, judge, statusInWords } from '../../../src/judgement/index.ts';
import type { Definition } from '../../../src/pack/index.ts';
import { library, number, type Printed, type PrintedIndicator, printedRows, printedSource } from './printed.ts';

const rows = printedRows('birmingham_2018_10');
const { schemes, labels } = await library();
const prose = labels.get('tolerance-prose');
if (prose === undefined) throw new Error('no label set');
const month = '2018-10';

/** Row 7 has lost its polarity: long-term stability, of which more is better. */
const polarityOf = ({ polarity_text = '' }: Readonly<Record<string, string>>): Definition['polarity'] =>
  polarity_text.includes('Low') ? 'lower' : 'higher';

const banded = rows.filter((row) => number(row.current_value) !== null && number(row.tolerance_low) !== null);
function sourceOf(value: (row: Readonly<Record<string, string>>) => Printed | null) {
  const indicators = banded.map(
    (row): PrintedIndicator => ({
      id: `kpi-${row.kpi?.toLowerCase()}`,
      definition: {
        title: row.title_page ?? '',
        polarity: polarityOf(row),
        measuredIn: row.unit === 'percent' ? 'percent' : 'average',
        decimals: 0,
      },
      figures: { [month]: value(row) },
      target: {
        target: Number(row.target),
        tolerance_low: Number(row.tolerance_low),
        tolerance_high: Number(row.tolerance_high),
      },
    }),
  );
  return printedSource(indicators, { schemes, scheme: 'two-sided-tolerance' });
}
const printed = sourceOf((row) => number(row.current_value));

const standings = (source: typeof printed) =>
  banded.map(({ kpi = '' }) => {
    const judgement = judge(source, `kpi-${kpi.toLowerCase()}`, 'BCT', month);
    return [kpi, statusInWords(prose, judgement).phrase, judgement.status];
  });

describe('Birmingham, October 2018', () => {
  it('says within, above or below tolerance of the 15 measures with a value and a band, as the commentary does', () => {
    expect(standings(printed)).toEqual([
      ['1', 'within tolerance and on target', 'met'],
      ['2', 'within tolerance and above target', 'near'],
      ['3', 'above tolerance, on its good side', 'met'],
      ['4', 'within tolerance and below target', 'met'],
      ['5', 'above tolerance, on its good side', 'met'],
      ['6', 'within tolerance and below target', 'met'],
      ['7', 'within tolerance and above target', 'met'],
      ['8', 'within tolerance and above target', 'met'],
      ['9', 'within tolerance and above target', 'met'],
      ['11', 'within tolerance and below target', 'met'],
      ['12', 'within tolerance and above target', 'near'],
      ['13', 'below tolerance, on its good side', 'met'],
      ['14', 'within tolerance and above target', 'near'],
      ['15', 'within tolerance and above target', 'met'],
      ['CBP-A1', 'within tolerance and below target', 'met'],
    ]);
  });

  it('differs in three measures on unrounded figures, which the print rounds onto an edge', () => {
    const exactly = sourceOf((row) => {
      const [numerator, denominator] = [number(row.current_numerator), number(row.current_denominator)];
      return numerator === null || denominator === null ? number(row.current_value) : [numerator, denominator];
    });
    const before = new Map(standings(printed).map(([kpi, phrase]) => [kpi, phrase]));
    expect(standings(exactly).filter(([kpi = '', phrase]) => phrase !== before.get(kpi))).toEqual([
      ['1', 'within tolerance and below target', 'near'],
      ['2', 'above tolerance', 'away'],
      ['15', 'above tolerance, on its good side', 'met'],
    ]);
  });

  it('flags the two misprinted ratios and no other', () => {
    const columns = [
      ['prev_value', 'prev_numerator', 'prev_denominator'],
      ['current_value', 'current_numerator', 'current_denominator'],
    ] as const;
    const checked = rows.flatMap((row) =>
      columns.flatMap(([shown, over, under]) => {
        const [value, numerator, denominator] = [number(row[shown]), number(row[over]), number(row[under])];
        if (value === null || numerator === null || denominator === null) return [];
        const decimals = row[shown]?.split('.')[1]?.length ?? 0;
        const where = `KPI ${row.kpi} ${shown}`;
        return [checkArithmetic({ where, measuredIn: 'percent', decimals, value, numerator, denominator })];
      }),
    );
    expect(checked).toHaveLength(24);
    expect(checked.filter((each) => each !== null).map(({ where, says }) => `${where}: ${says}`)).toEqual([
      'KPI 5 prev_value: 124 over 160 is 78, and 77 is printed',
      'KPI 7 current_value: 466 over 680 is 69, and 67 is printed',
    ]);
  });

  it('sets a target that straddles its comparator beside it, as the council measure does', () => {
    const measure = rows.find(({ kpi }) => kpi === 'CBP-A1');
    expect(compare(exact(Number(measure?.target)), exact(Number(measure?.statistical_neighbours)))).toBe(0);
    const source = printedSource(
      [
        {
          id: 'a1',
          definition: { polarity: 'lower', measuredIn: 'average-days' },
          figures: { [month]: number(measure?.current_value) },
          target: {
            benchmark: 'neighbours-mean',
            tolerance_low: 550,
            tolerance_high: 600,
            scheme: 'two-sided-tolerance',
          },
        },
      ],
      { schemes },
    );
    const published = { value: 578, label: 'Statistical neighbours', period: '2013 to 2016' };
    const judgement = judge({ ...source, benchmark: () => published }, 'a1', 'BCC', month);
    expect([judgement.target?.target, judgement.target?.follows, judgement.status]).toEqual([
      578,
      'Statistical neighbours, 2013 to 2016',
      'met',
    ]);
    expect(judge(source, 'a1', 'BCC', month).statusReason).toBe('no target');
  });
});
