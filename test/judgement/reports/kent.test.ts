import { describe, expect, it } from 'vitest';
import {
  checkArithmetic,
  checkArrow,
  checkExceptionPage,
  checkIdentity,
  checkStatus,
  direction,
  directionInWords,
  judge,
  roundHalfUp,
  statusInWords,
} from '../../../src/judgement/index.ts';
import type { Definition, Target } from '../../../src/pack/index.ts';
import { library, number, type Printed, type PrintedIndicator, printedRows, printedSource } from './printed.ts';

const rows = printedRows('kent_2014_05');
const { schemes, labels } = await library();
const month = '2014-05';
const polarities: Readonly<Record<string, Definition['polarity']>> = {
  H: 'higher',
  L: 'lower',
  T: 'target',
  '': 'none',
};
const measures: Readonly<Record<string, Definition['measuredIn']>> = {
  percent: 'percent',
  count: 'count',
  average: 'average',
  average_days: 'average-days',
  rate_per_10000: 'rate-per-10000',
};
const words = { G: 'Green', A: 'Amber', R: 'Red' } as const;

/**
 * The limits of the scorecard. Printed: rows 4, 7, 34 and 35. Of the others only the rating is printed, and these are
 * limits that fit it: 15 points for percentages, as both printed percentage limits are; 5 for row 37, which is red 5.9
 * points short; to target, green within a tenth of the target; for days and caseloads somewhere beyond the figure.
 */
function limitsOf(no: string, target: number, polarity: string, unit: string): Partial<Target> {
  if (no === '4') return { target, amber: 150, scheme: 'better-than-target' };
  if (no === '7') return { target };
  if (no === '37') return { target, near_within: 5 };
  if (polarity === 'T') return { target, met_within: target / 10, near_within: 15 };
  if (unit === 'percent') return { target, near_within: 15 };
  return { target, amber: ({ '30': 600, '31': 250, '40': 25 } as Record<string, number>)[no] };
}

const indicators = rows.map((row): PrintedIndicator => {
  const { no = '', polarity = '', unit = '' } = row;
  const [numerator, denominator] = [number(row.numerator), number(row.denominator)];
  const latest: Printed | null =
    numerator !== null && denominator !== null ? [numerator, denominator] : number(row.latest);
  const target = number(row.target);
  return {
    id: `row-${no}`,
    definition: {
      title: row.title ?? '',
      polarity: polarities[polarity] ?? 'none',
      measuredIn: measures[unit] ?? 'count',
    },
    figures: { [month]: latest, '2014-04': number(row.previous), '2014-03': number(row.outturn) },
    ...(target === null ? {} : { target: limitsOf(no, target, polarity, unit) }),
  };
});
const source = printedSource(indicators, { schemes });
const rag = labels.get('red-amber-green');
if (rag === undefined) throw new Error('no label set');

describe('Kent, May 2014', () => {
  it('comes to the 31 printed ratings, and to none where none is printed', () => {
    const found = rows.map(({ no }) => {
      const judgement = judge(source, `row-${no}`, 'KENT', month);
      return [no, judgement.status === null ? '' : statusInWords(rag, judgement).word];
    });
    expect(found).toEqual(rows.map(({ no, rag: letter }) => [no, letter === '' ? '' : words[letter as 'G']]));
    expect(found.filter(([, word]) => word !== '')).toHaveLength(31);
  });

  it('says why the other nine have none', () => {
    const reasons = rows.map(({ no }) => [Number(no), judge(source, `row-${no}`, 'KENT', month).statusReason] as const);
    expect(reasons.filter(([, reason]) => reason !== null)).toEqual([
      [1, 'activity measure'],
      [6, 'activity measure'],
      [8, 'activity measure'],
      [14, 'activity measure'],
      [17, 'activity measure'],
      [20, 'activity measure'],
      [21, 'activity measure'],
      [32, 'no target'],
      [38, 'no target'],
    ]);
  });

  it('comes to 61 of the 62 printed arrows from the printed figures, and to the last from ones that print the same', () => {
    const arrows = rows.flatMap(({ no, dot_previous, dot_outturn }) => {
      const { previous, outturn } = judge(source, `row-${no}`, 'KENT', month);
      return [
        { where: `${no} previous`, printed: dot_previous, found: directionInWords(rag, previous) },
        { where: `${no} outturn`, printed: dot_outturn, found: directionInWords(rag, outturn) },
      ];
    });
    const said = { up: 'improved', down: 'worsened', same: 'no change' } as const;
    expect(arrows.filter(({ printed, found }) => (printed === '') !== (found === null))).toEqual([]);
    const printed = arrows.filter((arrow) => arrow.printed !== '');
    expect(printed).toHaveLength(62);
    expect(printed.filter((arrow) => arrow.found !== said[arrow.printed as 'up']).map(({ where }) => where)).toEqual([
      '40 previous',
    ]);
    // 5,916 of 250.9 is 23.58; a figure of 23.56 the month before prints as 23.6 as well, and is lower.
    expect([roundHalfUp(5916 / 250.9, 1), roundHalfUp(23.56, 1)]).toEqual(['23.6', '23.6']);
    expect(direction('lower', 5916 / 250.9, 23.56, null)).toBe('worse');
  });

  it('finds every printed figure to be its numerator over its denominator', () => {
    const checked = rows.flatMap((row) => {
      const [value, numerator, denominator] = [number(row.latest), number(row.numerator), number(row.denominator)];
      if (value === null || numerator === null || denominator === null) return [];
      const measuredIn = measures[row.unit ?? ''] ?? 'count';
      return [checkArithmetic({ where: `row ${row.no}`, measuredIn, decimals: 1, value, numerator, denominator })];
    });
    expect(checked).toHaveLength(38);
    expect(checked.filter((each) => each !== null).map(({ where, says }) => `${where}: ${says}`)).toEqual([]);
  });

  it('keeps each printed edge on its printed side', () => {
    const target = (no: number) => source.pack.targets.find(({ indicator }) => indicator === `row-${no}`);
    const at = (no: number, value: number) => {
      const moved = indicators.map((each) =>
        each.id === `row-${no}` ? { ...each, figures: { [month]: value } } : each,
      );
      return statusInWords(rag, judge(printedSource(moved, { schemes }), `row-${no}`, 'KENT', month)).word;
    };
    expect(target(4)?.scheme).toBe('better-than-target');
    expect([99, 100, 150, 151].map((value) => at(4, value))).toEqual(['Green', 'Amber', 'Amber', 'Red']);
    expect([0, 1].map((value) => at(7, value))).toEqual(['Green', 'Red']);
    expect([84.9, 85, 99.9, 100].map((value) => at(34, value))).toEqual(['Red', 'Amber', 'Amber', 'Green']);
    expect([74.9, 75, 89.9, 90].map((value) => at(35, value))).toEqual(['Red', 'Amber', 'Amber', 'Green']);
  });

  it('rates the past points of the exception pages by the same limits, and finds them as on the scorecard', () => {
    const letters = { met: 'Green', near: 'Amber', away: 'Red' } as const;
    const points = printedRows('kent_exceptions').filter(({ value, page }) => value !== '' && page !== '5');
    const found = points.map(({ scorecard_no, value }) => {
      const limits = source.pack.targets.find(({ indicator }) => indicator === `row-${scorecard_no}`);
      const polarity = scorecard_no === '34' || scorecard_no === '35' ? 'higher' : 'lower';
      const scheme = schemes.get(limits?.scheme ?? 'amber-limit');
      const target = { ...limits, target: limits?.target ?? 0 };
      return (['met', 'near', 'away'] as const).find(
        (status) => checkStatus({ where: '', polarity, value: Number(value), limits: target, scheme, status }) === null,
      );
    });
    expect(found.map((status) => letters[status ?? 'met'])).toEqual(points.map(({ rag: word }) => word));
    for (const { scorecard_no, value, target, rag: word } of points.filter(({ period }) => period === 'May 14')) {
      const row = rows.find(({ no }) => no === scorecard_no);
      const status = word === 'Red' ? 'away' : 'near';
      expect(row?.rag).toBe('R');
      expect(
        checkExceptionPage(
          `page of row ${scorecard_no}`,
          { value: number(value), target: number(target), status },
          { value: number(row?.latest), target: number(row?.target), status: 'away' },
        ),
      ).toEqual([]);
    }
  });

  it('steps the staffing target by quarter', () => {
    const steps = [78.5, 81, 83.5, 86].map(
      (target, index): Target => ({
        indicator: 'row-37',
        from: ['2014-04-01', '2014-07-01', '2014-10-01', '2015-01-01'][index] ?? '',
        target,
        near_within: 5,
        set_by: 'As printed',
        reason: 'Quarterly steps',
      }),
    );
    const stepped = { ...source, pack: { ...source.pack, targets: steps } };
    const inForce = ['2014-06', '2014-07', '2014-12', '2015-03'].map(
      (each) => judge(stepped, 'row-37', 'KENT', each).target?.target,
    );
    expect(inForce).toEqual([78.5, 81, 83.5, 86]);
  });

  it('holds the printed identities between counts, and finds those that differ', () => {
    for (const { relation = '', left, right, holds } of printedRows('kent_identities')) {
      const identity = {
        left: ['a.numerator'],
        is: 'equal',
        right: ['b.denominator'],
        within: 0,
        because: relation,
      } as const;
      const found = checkIdentity(
        { ...identity, left: [...identity.left], right: [...identity.right] },
        'Kent',
        (term) => {
          const value = Number(term === 'a.numerator' ? left : right);
          return { numerator: BigInt(Math.round(value * 10)), denominator: 10n };
        },
      );
      expect(found === null, relation).toBe(holds === 'yes');
    }
  });

  it('would not have printed an arrow across the change of definition of row 7', () => {
    const arrow = {
      where: 'row 7',
      polarity: 'lower',
      now: 29,
      before: 0,
      limits: { target: 0 },
      arrow: 'worse',
    } as const;
    expect(checkArrow(arrow)).toBeNull();
    expect(checkArrow({ ...arrow, isBroken: true })?.says).toContain('the definition changed');
  });
});
