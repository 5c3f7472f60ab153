import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CasesRefused,
  type Grant,
  lineOf,
  localPerson,
  may,
  maySomewhere,
  nobody,
  openingFor,
  type Person,
  type Right,
  type Role,
  rights,
  roles,
  scopedFigures,
  visibleUnits,
} from '../../src/access/index.ts';
import { figuresDouble } from '../web/figures-double.ts';

const day = '2026-11-04';
const units = figuresDouble().units('2026-10');
const grant = (role: Role, unit: string, from = '2026-04-01', to: string | null = null): Grant => ({
  role,
  unit,
  from,
  to,
});
const person = (...grants: Grant[]): Person => ({ id: 'p-1', name: 'Rose', post: 'Post', grants });
const seen = (who: Person): string[] => visibleUnits(who, units, day).map(({ code }) => code);

describe('the rule', () => {
  test('each role has its rights and no other, and nothing goes without a grant', () => {
    const of = (role: Role) => rights.filter((right) => may(person(grant(role, '*')), right, [], day)).join(' ');
    expect(Object.fromEntries(roles.map((role) => [role, of(role)]))).toEqual({
      reader: 'figures',
      manager: 'figures cases comment',
      author: 'figures comment',
      approver: 'figures cases comment approve',
      'second-approver': 'figures approve-second',
      analyst: 'figures cases comment load define',
      publisher: 'figures publish',
      auditor: 'figures audit',
      administrator: 'people',
    });
    expect(rights.filter((right) => may(nobody, right, ['T11', 'D1', 'CTY'], day))).toEqual([]);
    expect(rights.every((right) => may(localPerson, right, [], day))).toBe(true);
  });

  test('a grant holds from its first day to its last, over its unit and those below, and never over the whole', () => {
    const rose = person(grant('manager', 'D1', '2026-11-04', '2026-11-05'));
    const cases = (line: string[], on = day) => may(rose, 'cases', line, on);
    expect([cases(['T11', 'D1', 'CTY']), cases(['D1', 'CTY'])]).toEqual([true, true]);
    expect([cases(['CTY']), cases(['T21', 'D2', 'CTY']), cases([])]).toEqual([false, false, false]);
    const on = ['2026-11-03', '2026-11-04', '2026-11-05', '2026-11-06'];
    expect(on.map((each) => cases(['D1', 'CTY'], each))).toEqual([false, true, true, false]);
    expect([maySomewhere(rose, 'cases', day), maySomewhere(rose, 'audit', day)]).toEqual([true, false]);
  });

  test('a tool does only what its token is for, and an opening is only for who may see cases somewhere', () => {
    const tool: Person = { ...person(grant('manager', '*')), only: ['figures'] };
    expect([may(tool, 'figures', ['D1'], day), may(tool, 'cases', ['D1'], day)]).toEqual([true, false]);
    const opened = [{ unit: 'D2', number: 7, reason: 'A child moved' }];
    const manager: Person = { ...person(grant('manager', 'D1')), opened };
    expect(may(manager, 'cases', ['T21', 'D2', 'CTY'], day)).toBe(true);
    expect(may(manager, 'comment', ['T21', 'D2', 'CTY'], day)).toBe(false);
    expect(openingFor(manager, ['T21', 'D2', 'CTY'], day)?.number).toBe(7);
    expect(openingFor(manager, ['T11', 'D1', 'CTY'], day)).toBeNull();
    const reader: Person = { ...person(grant('reader', '*')), opened };
    expect(may(reader, 'cases', ['T21', 'D2', 'CTY'], day)).toBe(false);
  });
});

describe('what a person sees of the units', () => {
  test('their own with all below, the ones above, and their neighbours', () => {
    expect(seen(person(grant('manager', 'D1')))).toEqual([
      ...['CTY', 'D1', 'T11', 'T12', 'T13', 'D2', 'D3', 'D4', 'not-attributed'],
    ]);
    expect(seen(person(grant('author', 'T12')))).toEqual(['CTY', 'D1', 'T11', 'T12', 'T13']);
    expect(seen(person(grant('administrator', '*')))).toEqual([]);
    expect(seen(person(grant('reader', '*')))).toHaveLength(units.length);
    expect(seen(person(grant('reader', 'gone')))).toEqual([]);
  });

  test('figures are given of those alone, and cases only where they may be looked at', async () => {
    const figures = figuresDouble();
    expect(scopedFigures(figures, localPerson, day)).toBe(figures);
    const rose = person(grant('manager', 'T12'));
    const scoped = scopedFigures(figures, rose, day);
    expect(scopedFigures(figures, { ...rose, id: 'p-2' }, day)).toBe(scoped);
    expect(scoped.observation('cla-reviews-on-time', 'T13', '2026-10')).toBeDefined();
    expect(scoped.observation('cla-reviews-on-time', 'D2', '2026-10')).toBeUndefined();
    expect((await scoped.cases('assessments-45-days', 'T12', '2026-10')).cases.length).toBeGreaterThan(0);
    for (const unit of ['T13', 'D1', 'CTY', 'D2', 'nowhere']) {
      await expect(scoped.cases('assessments-45-days', unit, '2026-10')).rejects.toBeInstanceOf(CasesRefused);
    }
    const reader = scopedFigures(figures, person(grant('reader', '*')), day);
    await expect(reader.cases('assessments-45-days', 'T12', '2026-10')).rejects.toBeInstanceOf(CasesRefused);
    const [quality] = (await scoped.quality?.()) ?? [];
    expect(new Set(quality?.current.counts.map(({ team }) => team))).toEqual(new Set(['T11', null]));
    const listed = [];
    for await (const block of quality?.list() ?? []) listed.push(...block);
    expect(listed).toEqual([]);
  });

  test('whatever the grants: all one may look into is seen, and a unit is seen only for a grant above, below or beside', () => {
    const anyGrant = fc.record({
      role: fc.constantFrom(...roles),
      unit: fc.constantFrom('*', 'gone', ...units.map(({ code }) => code)),
      from: fc.constantFrom('2026-01-01', '2026-12-01'),
      to: fc.constantFrom(null, '2026-06-30', '2026-12-31'),
    });
    fc.assert(
      fc.property(fc.array(anyGrant, { maxLength: 4 }), fc.constantFrom<Right>(...rights), (grants, right) => {
        const who = person(...grants);
        const shown = new Set(seen(who));
        for (const { code, parent } of units) {
          const line = lineOf(units, code);
          if (may(who, 'figures', line, day)) expect(shown).toContain(code);
          if (may(who, right, line, day)) expect(maySomewhere(who, right, day)).toBe(true);
          if (!shown.has(code)) continue;
          const near = units.filter((unit) => lineOf(units, unit.code).includes(code) || unit.parent === parent);
          expect(
            [code, ...near.map((unit) => unit.code)].some((each) => may(who, 'figures', lineOf(units, each), day)),
          ).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });
});
