import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as care from '../../../src/intake/annex-a/care-categories.ts';
import * as categories from '../../../src/intake/annex-a/categories.ts';
import { type Category, matcherOf } from '../../../src/intake/categories/match.ts';

/** Spellings as systems write them: category, words, what they are taken for. */
const spellings: readonly [Category, string, string | null, 'certain' | 'guessed' | 'group' | 'nothing' | 'unknown'][] =
  [
    [categories.sex, 'a) Male', 'M', 'certain'],
    [categories.sex, 'c) Not stated/recorded', 'U', 'certain'],
    [categories.ethnicity, 'k) APKN', 'APKN', 'certain'],
    [categories.ethnicity, 'White / British', 'WBRI', 'certain'],
    [categories.ethnicity, 'Mixed - White and Black Carribean', 'MWBC', 'guessed'],
    [categories.ethnicity, 'd) Black or black British', null, 'group'],
    [categories.ethnicity, 'Martian', null, 'unknown'],
    [categories.source, 'q) 6: Police', '6', 'certain'],
    [categories.source, '3f: Health services – Other', '3F', 'certain'],
    [categories.source, 'Health (Other)', null, 'group'],
    [categories.source, '61) Individual - Other (e.g. Employer)', null, 'group'],
    [categories.source, 'Education - not school', null, 'unknown'],
    [categories.need, 'Low income [N7]', 'N7', 'certain'],
    [categories.need, '2CHLDDIS - Child’s Disability', 'N2', 'certain'],
    [categories.need, 'N1 - Family dysfunction', null, 'unknown'],
    [categories.need, 'Social unacceptable behaviour', 'N6', 'guessed'],
    [categories.yesNo, 'a) Yes', 'Y', 'certain'],
    [categories.yesNo, '0 - No', 'N', 'certain'],
    [categories.yesNo, 'N/A', null, 'nothing'],
    [categories.yesNo, 'Disability', null, 'unknown'],
    [care.legalStatus, 'C2: FCO', 'C2', 'certain'],
    [care.legalStatus, 'g) Youth justice legal Statuses', null, 'group'],
    [care.placement, 'f) U6: Foster placement - not FFA', 'U6', 'certain'],
    [care.placement, 'a) Foster placement', null, 'group'],
    [care.placement, 'H5 or K2', null, 'unknown'],
    [care.provider, 'e) PR4 - Private provision', 'PR4', 'certain'],
    [care.accommodation, 'Y: Other accommodation', 'Y', 'certain'],
    [care.activity, 'G5: Not in education, employment or training - other', 'G5', 'certain'],
    [care.inTouch, 'a) Yes', 'YES', 'certain'],
  ];

test.each(spellings)('%o %s is taken for %s, %s', (category, words, code, kind) => {
  expect(matcherOf(category)(words)).toEqual({ kind, code });
});

const all = [...Object.values(categories), ...Object.values(care)];

test('every code and every meaning is itself, however it is lettered, capitalised and spaced', () => {
  for (const category of all) {
    const match = matcherOf(category);
    for (const [code, meaning] of Object.entries(category.codes)) {
      for (const words of [
        code,
        `${code} - ${meaning}`,
        meaning,
        `c) ${meaning.toUpperCase()} `,
        `b) ${code}: ${meaning}`,
      ]) {
        expect([words, match(words)]).toEqual([words, { kind: 'certain', code }]);
      }
    }
  }
});

test('what is not in a list is never taken for certain', () => {
  const match = matcherOf(categories.need);
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 40 }), (words) => {
      const { kind, code } = match(words);
      if (kind === 'certain') expect(words.toUpperCase()).toContain(code);
    }),
    { seed: 3, numRuns: 500 },
  );
});
