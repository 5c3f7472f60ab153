import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type FigureKey, figureKey, figureWords } from '../../src/narrative/index.ts';

const here = { unit: 'C', month: '2026-10' };
const read = (token: string): FigureKey | null => {
  const [, name = '', argument = ''] = /^\{([a-z]+):(.*)\}$/.exec(token) ?? [];
  return figureKey(name, argument, here);
};

it('says of a figure only what is not that of the words', () => {
  const key = { indicator: 're-referrals', unit: 'C', month: '2026-10', part: 'value' } as const;
  expect(figureWords(key, here)).toBe('{value:re-referrals}');
  expect(figureWords({ ...key, month: '2026-09', unit: 'T 1/a' }, here)).toBe('{value:re-referrals@2026-09/T%201%2Fa}');
  expect(figureWords({ ...key, part: 'difference', from: '2026-03' }, here)).toBe(
    '{difference:re-referrals from 2026-03}',
  );
});

it('reads every token that it writes as the figure it was written for', () => {
  const month = fc.constantFrom('2026-10', '2026-09', '2019-12');
  const keys = fc.record({
    indicator: fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,12}$/),
    unit: fc.oneof(fc.constant('C'), fc.string({ minLength: 1, unit: 'grapheme' })),
    month,
    from: fc.option(month, { nil: undefined }),
    part: fc.constantFrom('value', 'numerator', 'denominator', 'target'),
  });
  fc.assert(
    fc.property(keys, ({ from, part, ...common }) => {
      const key = (from === undefined ? { ...common, part } : { ...common, part: 'difference', from }) as FigureKey;
      expect(read(figureWords(key, here))).toEqual(key);
    }),
  );
});

it.each([
  '{value:}',
  '{value:a@2026-13}',
  '{value:a@2026-1}',
  '{value:a from 2026-09}',
  '{difference:a}',
  '{difference:a from 2026-00}',
  '{worth:a}',
  '{value:a b}',
])('takes %s for no figure', (token) => {
  expect(read(token)).toBeNull();
});
