import { expect, it } from 'vitest';
import { unitWord } from '../../src/judgement/index.ts';
import type { Unit } from '../../src/measure/index.ts';
import { choiceOfUnits, kindsOf } from '../../src/web/unit-words.ts';

const unit = (code: string, kind: Unit['kind'], parent: string | null): Unit => ({ code, name: code, kind, parent });
const county = [
  unit('X', 'authority', null),
  unit('D1', 'district', 'X'),
  unit('T1', 'team', 'D1'),
  unit('not-attributed', 'not-attributed', 'X'),
];
const agency = [
  unit('A', 'authority', null),
  unit('N', 'area', 'A'),
  unit('N1', 'district', 'N'),
  unit('N1T1', 'team', 'N1'),
];
const words = { unitWords: { district: 'service area' } };

it('names the levels there are, the largest first, and leaves out what is no level', () => {
  expect(kindsOf(county)).toEqual(['authority', 'district', 'team']);
  expect(kindsOf([])).toEqual([]);
});

it('calls a level by the word of the pack, else by its own name', () => {
  expect(unitWord(words, 'district')).toBe('service area');
  expect(unitWord(words, 'area')).toBe('area');
  expect(unitWord({}, 'district')).toBe('district');
});

it('says what a unit is chosen from', () => {
  expect(choiceOfUnits({}, county)).toBe('Team or district');
  expect(choiceOfUnits(words, agency)).toBe('Team, service area or area');
  expect(choiceOfUnits({}, county.slice(0, 1))).toBe('Team or district');
});
