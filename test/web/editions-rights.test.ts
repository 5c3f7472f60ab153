import { expect, test } from 'vitest';
import type { Person, Role } from '../../src/access/index.ts';
import type { Edition, EditionKind } from '../../src/store/index.ts';
import type { Asking } from '../../src/web/access/asking.ts';
import { mayLookBehind, mayPublish, mayRead, maySeeCases } from '../../src/web/editions/gate.ts';
import type { ShownFigures } from '../../src/web/options.ts';

const month = '2025-04';
const units = [
  { code: 'E1', name: 'County', kind: 'authority', parent: null },
  { code: 'A1', name: 'Coast', kind: 'area', parent: 'E1' },
  { code: 'T1', name: 'Team one', kind: 'team', parent: 'A1' },
  { code: 'T2', name: 'Team two', kind: 'team', parent: 'E1' },
];
const figures = { months: [month], units: () => units } as unknown as ShownFigures;

const who = (role: Role, unit: string): Asking => {
  const person: Person = { id: 'p', name: 'P', post: 'Post', grants: [{ role, unit, from: '2025-01-01', to: null }] };
  return { person, day: '2025-05-08', signIn: true, signedIn: true, formToken: null };
};
const edition = (unit: string, kind: EditionKind = 'internal', at = month) => ({ unit, kind, month: at }) as Edition;

test.each([
  ['reader', 'A1', 'A1', 'internal', true, true],
  ['reader', 'A1', 'T1', 'internal', true, true],
  ['reader', 'A1', 'E1', 'internal', false, false],
  ['reader', 'A1', 'T2', 'internal', false, false],
  ['reader', 'A1', 'E1', 'public', true, false],
  ['reader', '*', 'E1', 'internal', true, true],
  // A unit that nobody knows any more is for those who see all.
  ['reader', 'A1', 'X9', 'internal', false, false],
  ['reader', '*', 'X9', 'internal', true, true],
  ['administrator', '*', 'E1', 'internal', false, false],
] as const)('a %s of %s and an edition of %s, %s', (role, own, unit, kind, reads, behind) => {
  const asking = who(role, own);
  expect(mayRead(asking, edition(unit, kind), figures)).toBe(reads);
  expect(mayLookBehind(asking, edition(unit, kind), figures)).toBe(behind);
});

test('cases and signatures are by unit, and nothing is known before there are figures', () => {
  expect(maySeeCases(who('manager', 'A1'), 'T1', month, figures)).toBe(true);
  expect(maySeeCases(who('manager', 'A1'), 'E1', month, figures)).toBe(false);
  expect(maySeeCases(who('publisher', '*'), 'E1', month, figures)).toBe(false);
  expect(mayPublish(who('publisher', 'A1'), 'A1', month, figures)).toBe(true);
  expect(mayPublish(who('publisher', 'A1'), 'E1', month, figures)).toBe(false);
  expect(mayPublish(who('manager', '*'), 'A1', month, figures)).toBe(false);
  expect(mayRead(who('reader', 'A1'), edition('A1'), null)).toBe(false);
  expect(mayRead(who('reader', 'T1'), edition('T1', 'internal', '2019-01'), figures)).toBe(true);
});
