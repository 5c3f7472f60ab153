import { describe, expect, it } from 'vitest';
import { datesOf, reportedMonth } from '../../src/cycle/index.ts';
import { stepOf } from '../../src/cycle/steps.ts';

const cycle = { dataCutOff: 3, commentaryDue: 6, signOff: 8, publication: 10, blockedBy: [] };
const approval = { steps: 1, levels: ['authority'] } as const;
const dates = (month: string) => Object.values(datesOf({ ...cycle, approval: { ...approval, levels: [] } }, month));

describe('the days of a month, worked by hand', () => {
  it.each([
    // 2, 3, 4 November are Monday to Wednesday; the sixth working day is Monday 9th, the tenth Friday 13th.
    ['2026-10', ['2026-11-04', '2026-11-09', '2026-11-11', '2026-11-13']],
    // Wednesday 1, Thursday 2 April; Good Friday 3rd and Easter Monday 6th are no working days.
    ['2026-03', ['2026-04-07', '2026-04-10', '2026-04-14', '2026-04-16']],
    // New Year's Day is a Friday: the first working day is Monday 4 January.
    ['2026-12', ['2027-01-06', '2027-01-11', '2027-01-13', '2027-01-15']],
    // Christmas Day is a Friday in 2020, Boxing Day's substitute Monday 28th: neither is in the first ten days.
    ['2020-11', ['2020-12-03', '2020-12-08', '2020-12-10', '2020-12-14']],
    // Friday 1 May is the first; Monday 4th is the early May holiday, so Wednesday 6th is the third.
    ['2026-04', ['2026-05-06', '2026-05-11', '2026-05-13', '2026-05-15']],
  ])('after %s they are %j', (month, expected) => {
    expect(dates(month)).toEqual(expected);
  });
});

describe('the month that a report is made of', () => {
  it.each([
    ['monthly', '2026-10', 4, '2026-10'],
    ['quarterly', '2026-10', 4, '2026-12'],
    ['quarterly', '2026-09', 4, '2026-09'],
    ['quarterly', '2026-03', 4, '2026-03'],
    ['quarterly', '2026-10', 1, '2026-12'],
    ['bi-monthly', '2026-04', 4, '2026-05'],
    ['bi-monthly', '2026-05', 4, '2026-05'],
    ['bi-monthly', '2027-01', 4, '2027-01'],
    ['yearly', '2026-04', 4, '2027-03'],
    ['yearly', '2026-12', 1, '2026-12'],
  ] as const)('%s, from %s where the year begins in month %d, is %s', (rhythm, month, start, expected) => {
    expect(reportedMonth(rhythm, month, start)).toBe(expected);
  });
});

describe('a step that is due on Wednesday 4 November 2026', () => {
  const open = { done: false, on: null };
  it.each([
    ['2026-10-30', 'to-come', 3],
    // From Saturday the same days are left: Monday, Tuesday, Wednesday.
    ['2026-10-31', 'to-come', 3],
    ['2026-11-03', 'to-come', 1],
    ['2026-11-04', 'to-come', 0],
    ['2026-11-05', 'overdue', 1],
    ['2026-11-09', 'overdue', 3],
  ] as const)('is on %s %s by %d working days', (today, state, workingDays) => {
    expect(stepOf('figures', '2026-11-04', open, today)).toMatchObject({ state, workingDays, doneOn: null });
  });

  it('is not overdue at the weekend after a Friday', () => {
    expect(stepOf('figures', '2026-11-06', open, '2026-11-08')).toMatchObject({ state: 'to-come', workingDays: 0 });
    expect(stepOf('figures', '2026-11-06', open, '2026-11-09')).toMatchObject({ state: 'overdue', workingDays: 1 });
  });

  it('says by how much it was late once it is done, and nothing where the day is not known', () => {
    const done = (on: string | null) => stepOf('figures', '2026-11-04', { done: true, on }, '2026-12-01');
    expect(done('2026-11-04')).toMatchObject({ state: 'done', workingDays: 0, doneOn: '2026-11-04' });
    expect(done('2026-11-06')).toMatchObject({ state: 'done', workingDays: 2 });
    expect(done(null)).toMatchObject({ state: 'done', workingDays: 0, doneOn: null });
  });
});
