import { expect, it } from 'vitest';
import { notInWords, withQuoted } from '../../src/narrative/index.ts';

const one = { text: '105', asAt: '2014-06-23', source: null };

it('marks a quoted figure where it first stands by itself, with its day and source', () => {
  expect(withQuoted('1,105 fell to 105 cases; 105 is low.', [one])).toBe(
    '1,105 fell to 105 (as at 23 June 2014) cases; 105 is low.',
  );
  expect(withQuoted('It is 9.5%.', [{ text: '9.5%', asAt: '2014-06-23', source: 'case system' }])).toBe(
    'It is 9.5% (as at 23 June 2014, case system).',
  );
});

it('leaves tokens and longer numbers alone, and knows what does not stand in the words', () => {
  const words = 'It is {value:105}, 105.5 and 1105.';
  expect(withQuoted(words, [one])).toBe(words);
  expect(notInWords(words, [one])).toEqual([one]);
  expect(notInWords('Now 105.', [one])).toEqual([]);
});
