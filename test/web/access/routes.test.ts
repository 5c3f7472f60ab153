import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { roles } from '../../../src/access/index.ts';
import type { ServerOptions } from '../../../src/web/index.ts';
import { rows } from './route-table.ts';
import { formOf, here, type SignedInServer, signedInServer } from './signed-in.ts';

const settings = 'accounts: true\norigin: http://localhost:3000\nprovider: {issuer: "http://localhost:9", client: x}';
// Whoever works behind the pages is not asked here: who is let through may meet a failure, and that is past the door.
const behind = { loads: {}, editions: { desk: {} }, review: {} } as unknown as Partial<ServerOptions>;
let it: SignedInServer;
beforeAll(async () => {
  it = await signedInServer(settings, behind);
});
afterAll(() => it.close());

/** What came of a request at the door: past it, sent to sign in, or refused for want of a right. */
async function atTheDoor(route: string, who: { cookie: string; token: string } | null): Promise<string> {
  const [method = '', path = ''] = route.split(' ');
  const url = path
    .replace(':id/cases', 'assessments-45-days/cases')
    .replace('*', 'outturn.css')
    .replaceAll(/:number/g, '1')
    .replaceAll(/:\w+/g, 'x');
  const form = formOf({ csrf: who?.token ?? '' });
  const headers = { ...(method === 'POST' ? form.headers : here), ...(who && { cookie: who.cookie }) };
  const reply = await it.server.inject({
    method: method as 'GET',
    url,
    headers,
    ...(method === 'POST' && { payload: form.payload }),
  });
  if (reply.body.includes('You may not open this page')) return 'refused';
  const signIn = String(reply.headers.location ?? '').startsWith('/sign-in?to=');
  return signIn || /You are not signed in(<\/h1>|")/.test(reply.body) ? 'to sign in' : 'past';
}

test('every route has a row in the table, and every row a route', () => {
  const registered = it.server.rightsOfRoutes.map(({ route }) => route);
  expect(registered.toSorted()).toEqual(rows.map(([route]) => route).toSorted());
});

describe('each route', () => {
  test('is opened by nobody who has not signed in, but for the door', async () => {
    for (const [route, scope] of rows) {
      const came = await atTheDoor(route, null);
      const expected = scope === 'anybody' ? 'past' : 'to sign in';
      expect([route, came]).toEqual([route, expected]);
    }
  });

  test.each([...roles, 'nothing'] as const)(
    'as %s of a unit and of the whole',
    async (role) => {
      for (const unit of ['D1', '*']) {
        const person = await it.person(`${role} of ${unit}`, role === 'nothing' ? [] : [{ role, unit }]);
        const own = await it.session(person);
        for (const [route, scope, allowed = ''] of rows) {
          const who = route === 'POST /sign-out' ? await it.session(person) : own;
          const has = allowed.split(' ').includes(role) && (scope === 'a unit' || unit === '*');
          const expected = has || scope === 'anybody' || scope === 'signed in' ? 'past' : 'refused';
          expect([role, unit, route, await atTheDoor(route, who)]).toEqual([role, unit, route, expected]);
        }
      }
    },
    300_000,
  );
});

test('cases are those of the role’s own units alone, whatever is asked', async () => {
  const list = '/indicators/assessments-45-days/cases';
  const status = async (cookie: string, unit: string, ending = '') =>
    (await it.server.inject({ url: `${list}${ending}?unit=${unit}&month=2026-10`, headers: { ...here, cookie } }))
      .statusCode;
  const table: readonly (readonly [role: 'manager' | 'analyst', unit: string, expected: Record<string, number>])[] = [
    ['manager', 'T11', { T11: 200, T12: 403, D1: 403, CTY: 403, D2: 404, T21: 404, 'not-attributed': 404, x: 404 }],
    ['manager', 'D1', { T11: 200, T12: 200, D1: 200, CTY: 403, D2: 403, T21: 404, 'not-attributed': 403, x: 404 }],
    ['analyst', '*', { T11: 200, T12: 200, D1: 200, CTY: 200, D2: 200, T21: 200, 'not-attributed': 200, x: 404 }],
  ];
  for (const [role, own, expected] of table) {
    const { cookie } = await it.session(await it.person(`${role} ${own} of cases`, [{ role, unit: own }]));
    const found: Record<string, number> = {};
    const asFile: Record<string, number> = {};
    for (const unit of Object.keys(expected)) {
      found[unit] = await status(cookie, unit);
      asFile[unit] = await status(cookie, unit, '.csv');
    }
    expect([own, found]).toEqual([own, expected]);
    expect([own, asFile]).toEqual([own, expected]);
  }
});

test('cases outside: opened for a reason and an hour, recorded with it, and shown to the unit and the auditor', async () => {
  const rose = await it.person('Rose', [{ role: 'manager', unit: 'T11' }]);
  const own = await it.session(rose);
  const list = '/indicators/assessments-45-days/cases?unit=T12&month=2026-10';
  const see = () => it.server.inject({ url: list, headers: { ...here, cookie: own.cookie } });
  const refused = await see();
  expect(refused.statusCode).toBe(403);
  expect(refused.body).toContain(`/open-cases?unit=T12&amp;to=${encodeURIComponent(list).replaceAll('%20', '+')}`);
  const open = async (fields: Record<string, string>) => {
    const form = formOf({ csrf: own.token, to: list, ...fields });
    return it.server.inject({
      method: 'POST',
      url: '/open-cases',
      payload: form.payload,
      headers: { ...form.headers, cookie: own.cookie },
    });
  };
  expect((await open({ unit: 'T12', reason: 'because' })).statusCode).toBe(400);
  expect((await open({ unit: 'nowhere', reason: 'A sibling moved to that team' })).body).toContain(
    'There is no such unit',
  );
  expect((await open({ unit: 'T12', reason: 'A sibling moved to that team' })).headers.location).toBe(list);
  expect((await see()).statusCode).toBe(200);
  const looks = await it.store.looks.list({ who: rose });
  expect(looks.looks).toMatchObject([
    { unit: 'T12', opening: 1, why: 'A sibling moved to that team', role: 'Post of Rose' },
  ]);

  const shown = async (name: string, role: 'manager' | 'auditor', unit: string) => {
    const { cookie } = await it.session(await it.person(name, [{ role, unit }]));
    return (await it.server.inject({ url: '/openings', headers: { ...here, cookie } })).body;
  };
  expect(await shown('Manager of T12', 'manager', 'T12')).toContain('A sibling moved to that team');
  expect(await shown('Auditor', 'auditor', '*')).toContain('A sibling moved to that team');
  expect(await shown('Manager of T13', 'manager', 'T13')).not.toContain('A sibling');
  it.at(new Date('2026-11-04T11:00:00Z'));
  const again = await it.session(rose);
  expect((await it.server.inject({ url: list, headers: { ...here, cookie: again.cookie } })).statusCode).toBe(403);
});
