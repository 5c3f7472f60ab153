import { describe, expect, it } from 'vitest';
import { checkComment, plainText, text } from '../../../src/narrative/index.ts';
import { worldSource } from '../figures.ts';
import { comments } from './comments.ts';

const source = worldSource({
  targets: [
    { target: 85, amber: 70 },
    { target: 90, amber: 70, from: '2027-04-01' },
  ],
  names: { A: 'Ashford', S: 'Isle of Sheppey Team' },
  figures: {
    C: { '2026-10': [90, 120], '2026-09': [96, 120], '2026-03': [84, 120], '2025-10': [72, 100] },
  },
});
const commented = {
  source,
  indicator: 'a',
  unit: 'C',
  month: '2026-10',
  beside: [
    { label: 'England', period: 'year to March 2026', value: 79.1 },
    { label: 'Statistical neighbours', period: 'year to March 2026', value: 73 },
    { label: 'South East region', period: 'year to March 2026', value: null },
  ],
  allowed: ['Medway Maritime'],
};

describe('a comment before it is submitted', () => {
  it.each(
    comments.map((one) => [typeof one.comment === 'string' ? one.comment : plainText(one.comment), one] as const),
  )('%s', (whole, { comment, doubts }) => {
    const found = checkComment(typeof comment === 'string' ? text(comment) : comment, commented);
    expect(found.map(({ code, words }) => [code, words])).toEqual(doubts);
    for (const { at, words, says, remedy } of found) {
      expect(whole.slice(at, at + words.length)).toBe(words);
      expect(`${says} ${remedy}`).toMatch(/^[A-Z“\d].*\.$/);
    }
  });

  it('gives places in the whole of a comment of several sentences, and in order', () => {
    const whole = 'At 75.0% it is on target. Mr. Khan said so!\nIt has improved.';
    const found = checkComment(text(whole), commented);
    expect(found.map(({ code }) => code)).toEqual(['position-contradicted', 'personal-name', 'claim-without-figure']);
    expect(found.map(({ at, words }) => whole.slice(at, at + words.length) === words)).toEqual([true, true, true]);
  });

  it('holds no word against a figure that is missing or does not compare', () => {
    const broken = worldSource({
      versions: [{ from: '2026-10-01', comparable: false, note: '' }],
      figures: { '2026-10': [90, 120], '2026-09': [96, 120] },
    });
    const missing = worldSource({ figures: { '2026-10': 'suppressed', '2026-09': [96, 120] } });
    const rise = text('It rose by 3 on last month, above England.');
    const codes = (of: typeof source) => checkComment(rise, { ...commented, source: of }).map(({ code }) => code);
    expect(codes(broken)).toEqual(['comparator-contradicted']);
    expect(codes(missing)).toEqual([]);
  });
});
