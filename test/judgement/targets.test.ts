import { describe, expect, it } from 'vitest';
import type { Override } from '../../src/judgement/index.ts';
import { judge, overrideFor, plainLabels, statusInWords, targetFor } from '../../src/judgement/index.ts';
import type { Target } from '../../src/pack/index.ts';
import { printedSource } from './reports/printed.ts';

const row = (over: Partial<Target>): Target => ({
  indicator: 'a',
  from: '2026-04-01',
  set_by: 'Director',
  reason: 'Plan',
  ...over,
});

describe('targets that follow other figures', () => {
  it('are what another target leaves of 100, through its steps', () => {
    const targets = [
      row({ target: 21.5, to: '2026-06-30' }),
      row({ target: 19, from: '2026-07-01' }),
      row({ indicator: 'b', complement_of: 'a', near_within: 5 }),
      row({ indicator: 'c', complement_of: 'b' }),
    ];
    expect(targetFor(targets, 'b', 'X', '2026-05-31')).toMatchObject({
      target: 78.5,
      near_within: 5,
      follows: '100 less the target of a',
    });
    expect(targetFor(targets, 'b', 'X', '2026-07-31')?.target).toBe(81);
    expect(targetFor(targets, 'c', 'X', '2026-07-31')?.target).toBe(19);
  });

  it('are none where two complements lead to each other, or the other has none', () => {
    const loop = [row({ complement_of: 'b' }), row({ indicator: 'b', complement_of: 'a' })];
    expect(targetFor(loop, 'a', 'X', '2026-05-31')).toBeNull();
    expect(targetFor([row({ complement_of: 'z' })], 'a', 'X', '2026-05-31')).toBeNull();
  });

  it('are a base less its reduction, in exact decimals', () => {
    expect(targetFor([row({ reduction: 10, base: 0.7 })], 'a', 'X', '2026-05-31')?.target).toBe(0.63);
    expect(targetFor([row({ reduction: 10, base_month: '2026-03' })], 'a', 'X', '2026-05-31')).toBeNull();
  });

  it('ask for the figure of the unit itself', () => {
    const asked: unknown[] = [];
    const benchmark = (...question: unknown[]) => {
      asked.push(question);
      return null;
    };
    targetFor([row({ benchmark: 'england' })], 'a', 'T1', '2026-05-31', { benchmark });
    expect(asked).toEqual([['a', 'T1', '2026-05-31', 'england']]);
  });
});

describe('no status', () => {
  const source = (target: Partial<Target>, value: number | null = 50) =>
    printedSource([{ id: 'a', definition: { polarity: 'higher' }, figures: { '2026-05': value }, target }]);
  it.each([
    [{ no_target: 'not-yet', periods_needed: 3 }, 'no target yet', 'until there are figures of 3 periods: As printed'],
    [{ no_target: 'never', reason: 'For note' }, 'target will not be set', 'For note'],
    [{ benchmark: 'england' }, 'no target', 'the figure that the target follows is not there'],
  ] as const)('of %o: %s', (target, reason, detail) => {
    expect(judge(source(target), 'a', 'X', '2026-05')).toMatchObject({
      status: null,
      statusReason: reason,
      statusDetail: detail,
    });
  });

  it('is what a person says of the figure, with the source of the trouble, whatever the rule would say', () => {
    const remark = { reason: 'not available', detail: 'The HR system was being replaced' } as const;
    const judged = judge({ ...source({ target: 40 }), remark: () => remark }, 'a', 'X', '2026-05');
    expect(judged).toMatchObject({
      status: null,
      statusReason: 'not available',
      statusDetail: remark.detail,
      place: null,
    });
  });
});

describe('overrides', () => {
  const override = (over: Partial<Override>): Override =>
    ({
      of: 'status',
      value: 'near',
      by: 'Head',
      reason: 'Known fault',
      setOn: '2026-06-01',
      from: '2026-05-01',
      until: null,
      ...over,
    }) as Override;

  it('stand beside the rule’s status from their first day to their last', () => {
    const figures = { '2026-05': 50, '2026-06': 50 };
    const plain = printedSource([{ id: 'a', definition: { polarity: 'higher' }, figures, target: { target: 40 } }]);
    const source = { ...plain, overrides: () => [override({ until: '2026-05-31' })] };
    expect(judge(source, 'a', 'X', '2026-05')).toMatchObject({
      status: 'near',
      statusByRule: 'met',
      statusOverride: { reason: 'Known fault' },
    });
    expect(judge(source, 'a', 'X', '2026-06')).toMatchObject({
      status: 'met',
      statusByRule: 'met',
      statusOverride: null,
    });
  });

  it('take the rule’s phrase with them: it says where the figure stands, not what the person meant', () => {
    const labels = { ...plainLabels, places: { 'at-target-or-better': '{side} target' } };
    const plain = printedSource([
      { id: 'a', definition: { polarity: 'higher' }, figures: { '2026-05': 50 }, target: { target: 40 } },
    ]);
    expect(statusInWords(labels, judge(plain, 'a', 'X', '2026-05'))).toEqual({
      word: 'Met',
      symbol: null,
      phrase: 'above target',
      byPerson: false,
    });
    const judged = judge({ ...plain, overrides: () => [override({})] }, 'a', 'X', '2026-05');
    expect(statusInWords(labels, judged)).toEqual({ word: 'Near', symbol: null, phrase: null, byPerson: true });
  });

  it('may take a status away, and are replaced by the one set last', () => {
    const withdrawn = override({ value: null, setOn: '2026-06-05' });
    expect(overrideFor([withdrawn, override({})], 'status', '2026-05-31')).toBe(withdrawn);
    expect(overrideFor([withdrawn], 'trend', '2026-05-31')).toBeNull();
  });
});
