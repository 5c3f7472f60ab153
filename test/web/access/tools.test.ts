import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CasesRefused, scopedFigures } from '../../../src/access/index.ts';
import { operations } from '../../../src/web/api/operations.ts';
import { figuresDouble } from '../figures-double.ts';
import { type SignedInServer, signedInServer } from './signed-in.ts';

const act = { who: 'test', role: 'Test', at: new Date('2026-11-01T08:00:00Z') };
const host = { host: 'localhost:3000' };

let it: SignedInServer;
let manager: string;
let bearer: Record<string, string>;
const ask = (path: string, headers: Record<string, string> = bearer) =>
  it.server.inject({ url: `/api/v1${path}`, headers: { ...host, ...headers } });

async function tokenOf(person: string, rights: string[]): Promise<Record<string, string>> {
  const expires = new Date('2026-12-01T00:00:00Z');
  const { token } = await it.store.tokens.add({ person, name: 'Power BI', rights, expires }, act);
  return { authorization: `Bearer ${token}` };
}

beforeAll(async () => {
  it = await signedInServer();
  manager = await it.person('Rose', [{ role: 'manager', unit: 'T11' }]);
  bearer = await tokenOf(manager, ['figures']);
});
afterAll(() => it.close());

/** What a manager of one team of Coast sees: the county, its districts as far as Coast, and the teams of Coast. */
const seen = ['CTY', 'D1', 'T11', 'T12', 'T13'];

describe('the interface for tools', () => {
  const addresses = Object.values(operations).map(({ path }) => path.replace('{number}', '1'));

  test.for(addresses)('%s is closed without a token, and the answer is a problem', async (path) => {
    for (const headers of [{}, { authorization: 'Bearer of-nobody' }]) {
      const reply = await ask(path, headers as Record<string, string>);
      expect(reply.statusCode).toBe(401);
      expect(reply.headers['content-type']).toMatch(/^application\/problem\+json/);
    }
  });

  test.for(addresses)('%s is closed to a token without the right to figures', async (path) => {
    const administrator = await it.person(`Ann ${path}`, [{ role: 'administrator', unit: '*' }]);
    expect((await ask(path, await tokenOf(administrator, ['people']))).statusCode).toBe(403);
  });

  test('gives the figures of the units that its owner sees, and of no other', async () => {
    const units = (await ask('/units')).json().data.map(({ code }: { code: string }) => code);
    expect(units.toSorted()).toEqual(seen);
    const lines = (await ask('/figures.csv?from=2026-10')).body.trim().split('\r\n').slice(1);
    expect([...new Set(lines.map((line) => line.split(',')[1]))].toSorted()).toEqual(seen);
    const closed = await ask('/figures?unit=T21');
    const absent = await ask('/figures?unit=T99');
    expect([closed.statusCode, absent.statusCode]).toEqual([404, 404]);
    expect(closed.body.replace('T21', '')).toBe(absent.body.replace('T99', ''));
  });

  test('describes itself to anybody, without a figure in it', async () => {
    const reply = await ask('/openapi.json', {});
    expect(reply.statusCode).toBe(200);
    expect(reply.json().openapi).toBe('3.1.0');
  });

  test('takes no token at a page', async () => {
    const reply = await it.server.inject({ url: '/work?unit=T11', headers: { ...host, ...bearer } });
    expect([reply.statusCode, String(reply.headers.location)]).toEqual([303, '/sign-in?to=%2Fwork%3Funit%3DT11']);
  });
});

describe('work lists', () => {
  test('are of the units whose cases are theirs, whoever asks for which', async () => {
    const { cookie } = await it.session(manager);
    const page = (url: string) => it.server.inject({ url, headers: { ...host, cookie } });
    expect((await page('/work')).body).toContain('<span class="app-h1__above">Work list</span> Coast assessment');
    for (const ending of ['', '.csv', '.xlsx']) {
      const reply = await page(`/work${ending}?unit=D1&when=all`);
      expect(reply.statusCode).toBe(403);
      expect(reply.body).not.toMatch(/T1\d-\d/);
    }
    expect((await page('/work?unit=T21')).statusCode).toBe(404);
    const { looks } = await it.store.looks.list();
    expect(looks.map(({ what, unit, cases }) => [what, unit, cases])).toContainEqual(['work list', 'T11', 4]);
    expect(looks.some(({ unit }) => unit === 'D1')).toBe(false);
  });

  test('are refused below every page', async () => {
    const figures = scopedFigures(
      figuresDouble(),
      {
        id: 'p',
        name: 'Rose',
        post: 'Manager',
        grants: [{ role: 'manager', unit: 'T11', from: '2026-04-01', to: null }],
      },
      '2026-11-04',
    );
    expect((await figures.due?.('T11'))?.cases).toHaveLength(5);
    for (const unit of ['D1', 'CTY', 'T12', 'T21']) {
      await expect(figures.due?.(unit)).rejects.toThrow(CasesRefused);
      await expect(figures.dueChange?.(unit)).rejects.toThrow(CasesRefused);
    }
  });

  test('stand on the home of a manager in numbers, and not on that of a reader', async () => {
    const reader = await it.person('Cleo', [{ role: 'reader', unit: '*' }]);
    const home = async (person: string) => {
      const { cookie } = await it.session(person);
      return it.server.inject({ url: '/home', headers: { ...host, cookie } });
    };
    const own = await home(manager);
    expect(own.body).toContain('Rose, Post of Rose');
    expect(own.body).toContain('What is due');
    expect(own.body).not.toContain('65 findings');
    const councillor = await home(reader);
    expect(councillor.body).toContain('Whole county');
    expect(councillor.body).not.toContain('What is due');
    const { cookie } = await it.session(reader);
    const front = await it.server.inject({ url: '/', headers: { ...host, cookie } });
    expect(front.headers.location).toBe('/home');
  });
});
