import fc from 'fast-check';
import { expect, it } from 'vitest';
import { differenceOf } from '../../../src/web/commentary/difference.ts';

it('tells what was put in and taken out, word by word', () => {
  expect(differenceOf('It fell in May.', 'It rose in May, again.')).toEqual([
    { kind: 'same', text: 'It ' },
    { kind: 'removed', text: 'fell ' },
    { kind: 'added', text: 'rose ' },
    { kind: 'same', text: 'in ' },
    { kind: 'removed', text: 'May.' },
    { kind: 'added', text: 'May, again.' },
  ]);
});

it('gives both texts back, and nothing but the same where nothing changed', () => {
  const text = fc.array(fc.constantFrom('a ', 'b ', 'c\n', ' ', 'd'), { maxLength: 30 }).map((words) => words.join(''));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const told = differenceOf(before, after);
      const without = (kind: string): string =>
        told
          .filter((run) => run.kind !== kind)
          .map((run) => run.text)
          .join('');
      expect([without('added'), without('removed')]).toEqual([before, after]);
      if (before === after) expect(told.every(({ kind }) => kind === 'same')).toBe(true);
    }),
  );
});
