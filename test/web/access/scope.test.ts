import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lineOf, may, type Person, roles, visibleUnits } from '../../../src/access/index.ts';
import { figuresDouble } from '../figures-double.ts';
import { here, type SignedInServer, signedInServer } from './signed-in.ts';

const day = '2026-11-04';
const month = '2026-10';
const units = figuresDouble().units(month);
let it: SignedInServer;
beforeAll(async () => {
  it = await signedInServer();
});
afterAll(() => it.close());

const anyGrant = fc.record({
  role: fc.constantFrom(...roles),
  unit: fc.constantFrom('*', 'nowhere', ...units.map(({ code }) => code)),
});
const anyUnit = fc.constantFrom('nowhere', '*', 'CTY/T11', ...units.map(({ code }) => code));
const anyPath = fc.constantFrom(
  ...['/scorecard', '/indicators', '/indicators/assessments-45-days', '/indicators/cla-rate', '/reports', '/data'],
  ...['/indicators/assessments-45-days/cases', '/indicators/assessments-45-days/cases.csv', '/indicators/no/cases'],
  ...[
    '/data/findings',
    '/data/findings.csv',
    '/units',
    '/compare',
    '/home',
    '/search',
    '/cycle',
    '/commentary',
    '/openings',
  ],
);

test('whoever asks for whatever: no case, no name and no number outside what they may see', async () => {
  let number = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyGrant, { minLength: 1, maxLength: 2 }),
      fc.array(fc.record({ path: anyPath, unit: anyUnit, q: fc.constantFrom('', 'assessment', 'north') }), {
        minLength: 4,
        maxLength: 8,
      }),
      async (grants, asks) => {
        number += 1;
        const id = await it.person(`Person ${number}`, grants);
        const { cookie } = await it.session(id);
        const held = grants.map((grant) => ({ ...grant, from: '2026-04-01', to: null }));
        const person: Person = { id, name: '', post: '', grants: held };
        const seen = new Set(visibleUnits(person, units, day).map(({ code }) => code));
        const hidden = units.filter(({ code, kind }) => !seen.has(code) && kind !== 'not-attributed');
        for (const { path, unit, q } of asks) {
          const query = new URLSearchParams({ unit, month, team: unit, q });
          const { body, statusCode } = await it.server.inject({
            url: `${path}?${query}`,
            headers: { ...here, cookie },
          });
          expect([path, statusCode < 500]).toEqual([path, true]);
          const inFull = [...body.matchAll(/\b(T\d\d|not-attributed)-\d{4}\b/g)].map(([, code = '']) => code);
          for (const code of new Set(inFull)) expect(may(person, 'cases', lineOf(units, code), day)).toBe(true);
          const said = hidden.filter(({ name }) => new RegExp(`\\b${name}\\b`).test(body)).map(({ name }) => name);
          expect([path, unit, said]).toEqual([path, unit, []]);
        }
      },
    ),
    { numRuns: 40 },
  );
});

test('a unit that is not theirs to see is answered word for word as one that is not there', async () => {
  const { cookie } = await it.session(await it.person('Rose', [{ role: 'manager', unit: 'T11' }]));
  for (const path of [
    '/scorecard',
    '/indicators/assessments-45-days',
    '/indicators/assessments-45-days/cases',
    '/reports',
  ]) {
    const said = async (unit: string) => {
      const { body, statusCode } = await it.server.inject({
        url: `${path}?unit=${unit}`,
        headers: { ...here, cookie },
      });
      return [statusCode, body.replaceAll(unit, 'UNIT')];
    };
    expect(await said('T21')).toEqual(await said('T99'));
  }
});
