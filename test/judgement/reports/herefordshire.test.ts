import { describe, expect, it } from 'vitest';
import type { Override } from '../../../src/judgement/index.ts';
import {
  checkArithmetic,
  demandChange,
  directionInWords,
  judge,
  roundHalfUp,
  status,
  statusInWords,
} from '../../../src/judgement/index.ts';
import type { Target } from '../../../src/pack/index.ts';
import { library, number, printedRows, printedSource } from './printed.ts';

const rows = printedRows('herefordshire_2014_08');
const { schemes, labels } = await library();
const assessment = labels.get('assessment');
if (assessment === undefined) throw new Error('no label set');
const month = '2014-08';

const value = (seq: string, kind: string, period: string): number => {
  const row = rows.find((each) => each.indicator_seq === seq && each.figure_kind === kind && each.period === period);
  const found = number(row?.value);
  if (found === null) throw new Error(`no ${kind} of ${seq} for ${period}`);
  return found;
};
const assessed = rows.filter(({ figure_kind }) => figure_kind === 'assessment');

const override = (seq: string): Override => ({
  of: 'status',
  value: 'away',
  by: 'Head of performance',
  reason: assessed.find(({ indicator_seq }) => indicator_seq === seq)?.remark ?? '',
  setOn: '2014-09-15',
  from: '2014-08-01',
  until: '2014-08-31',
});

const byPerson = { target: { target: 0, scheme: 'assessment' } };
const indicators = [
  {
    id: 'seq-6',
    definition: { polarity: 'lower', measuredIn: 'rate-per-10000' },
    figures: {
      [month]: value('6', 'rate per 10,000', 'rolling/over the year to Aug-14'),
      '2013-08': value('6', 'previous rate per 10,000', '12 month period at the same point last year'),
    },
    ...byPerson,
  },
  { id: 'seq-7', definition: { polarity: 'higher' }, figures: { [month]: 50 }, ...byPerson },
  { id: 'seq-16', definition: { polarity: 'lower' }, figures: { [month]: 20, '2014-05': 30 }, ...byPerson },
  {
    id: 'seq-21',
    definition: { polarity: 'higher' },
    figures: {
      [month]: value('21', 'current value', '2014 to date'),
      '2013-08': value('21', 'previous value', 'year ending 2013'),
    },
    ...byPerson,
  },
] as const;
const overrides = Object.fromEntries(indicators.map(({ id }) => [id, [override(id.replace('seq-', ''))]]));
const source = printedSource(indicators, { schemes, overrides });

describe('Herefordshire, August 2014', () => {
  it('carries the four surviving assessments as a person’s, with the reason and until when', () => {
    expect(assessed.map(({ indicator_seq, value: word }) => [indicator_seq, word])).toEqual([
      ['6', 'red'],
      ['7', 'red'],
      ['16', 'red'],
      ['21', 'red'],
    ]);
    for (const { id } of indicators) {
      const judgement = judge(source, id, 'HEREFORDSHIRE', month);
      expect([judgement.status, judgement.statusByRule, judgement.statusOverride?.until]).toEqual([
        'away',
        null,
        '2014-08-31',
      ]);
      expect(judgement.statusOverride?.reason).not.toBe('');
      expect(statusInWords(assessment, judgement)).toMatchObject({
        word: 'Assessed as red',
        symbol: 'cross',
        byPerson: true,
      });
    }
  });

  it('forgets an assessment when its time is over: a person judges again', () => {
    const later = printedSource(
      indicators.map((each) => ({ ...each, figures: { '2014-09': 1 } })),
      { schemes, overrides },
    );
    const judgement = judge(later, 'seq-6', 'HEREFORDSHIRE', '2014-09');
    expect([judgement.status, judgement.statusReason]).toEqual([null, 'judged by a person']);
  });

  it('keeps an assessment beside a direction that contradicts it', () => {
    const plans = judge(source, 'seq-16', 'HEREFORDSHIRE', month, { previous: '2014-05' });
    expect([plans.status, plans.directionFromPrevious]).toEqual(['away', 'better']);
    // 20 after 30 is the third less that the comment speaks of; the counts themselves are not printed.
    const less = demandChange(20, 30).percent;
    expect(less && roundHalfUp(less, 2)).toBe(String(value('16', 'change', 'since May 2014')));
  });

  it('compares with the same month last year', () => {
    const pages = [
      ['2', 'lower', 'better', 'down'],
      ['3', 'lower', 'same', 'same'],
      ['4', 'none', null, 'up'],
    ] as const;
    for (const [seq, polarity, better, way] of pages) {
      const figures = {
        [month]: value(seq, 'current value', 'Aug-14'),
        '2013-08': value(seq, 'previous value', 'Aug-13'),
      };
      const page = printedSource([{ id: 'page', definition: { polarity, measuredIn: 'count' }, figures }]);
      const { yearAgo } = judge(page, 'page', 'HEREFORDSHIRE', month);
      expect([yearAgo.direction, yearAgo.movement], seq).toEqual([better, way]);
    }
    const referrals = judge(source, 'seq-6', 'HEREFORDSHIRE', month);
    expect(directionInWords(assessment, referrals.yearAgo)).toBe('worsened');
    expect(judge(source, 'seq-21', 'HEREFORDSHIRE', month).directionFromYearAgo).toBe('worse');
  });

  it('judges a range by both its ends', () => {
    const range = {
      target: value('10', 'target low', 'Aug-14'),
      target_high: value('10', 'target high', 'Aug-14'),
      near_within: 20,
    };
    const judged = [117.9, 118, 138, 150, 168.6, 188.6, 188.7].map((rate) => status('target', rate, range));
    expect(judged).toEqual(['away', 'near', 'met', 'met', 'met', 'near', 'away']);
  });

  it('works out a reduction from its base: a fifth less than April’s rate is met', () => {
    const target: Target = {
      indicator: 'seq-15',
      from: '2014-05-01',
      reduction: value('15', 'target', '2014'),
      base_month: '2014-04',
      set_by: 'Board',
      reason: 'Goal paper',
    };
    const figures = {
      [month]: value('15', 'current rate per 10,000', 'Aug-14'),
      '2014-04': value('15', 'previous rate per 10,000', 'Apr-14'),
    };
    const plans = printedSource([
      { id: 'seq-15', definition: { polarity: 'lower', measuredIn: 'rate-per-10000' }, figures, target },
    ]);
    const judgement = judge(plans, 'seq-15', 'HEREFORDSHIRE', month);
    expect([judgement.target?.target, judgement.target?.follows, judgement.status]).toEqual([
      55.4,
      '20% less than 69.25 in 2014-04',
      'met',
    ]);
    const less = demandChange(figures[month] ?? 0, figures['2014-04']).percent;
    expect(less && roundHalfUp(less, 1)).toBe(String(value('15', 'change', 'Apr-14 to Aug-14')));
  });

  it('finds the printed percentages of reviews in their numbers', () => {
    const reviews = [
      ['18', 'Jun-Aug 2014', 'current value'],
      ['22', 'Jul-14', 'previous value'],
      ['22', 'Aug-14', 'current value'],
    ] as const;
    for (const [seq, period, kind] of reviews) {
      const printed = {
        where: `${seq} ${period}`,
        measuredIn: 'percent' as const,
        decimals: 2,
        value: value(seq, kind, period),
        numerator: value(seq, 'numerator', period),
        denominator: value(seq, 'denominator', period),
      };
      expect(checkArithmetic(printed)).toBeNull();
    }
  });
});
