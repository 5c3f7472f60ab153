import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashPassword } from '../../../src/access/index.ts';
import { formOf, here, now, type SignedInServer, signedInServer, tokenIn } from './signed-in.ts';

const password = 'harbour lantern cobweb';
let it: SignedInServer;
let rose: string;
let admin: string;
beforeAll(async () => {
  it = await signedInServer();
  rose = await it.person('Rose', [{ role: 'manager', unit: 'D1' }]);
  admin = await it.person('Admin', [{ role: 'administrator', unit: '*' }]);
  await it.store.accounts.set({ person: rose, hash: await hashPassword(password), changedAt: now, temporary: false });
});
afterAll(() => it.close());

const later = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000);
const cookieOf = (reply: { headers: Record<string, unknown> }): string =>
  String([reply.headers['set-cookie']].flat()[0] ?? '').split(';')[0] ?? '';

/** Fills in the form of the door as a browser does. */
async function tries(fields: Record<string, string>, cookie = '') {
  const page = await it.server.inject({ url: '/sign-in', headers: { ...here, cookie } });
  const form = formOf({ csrf: tokenIn(page.body), ...fields });
  const sent = { ...form.headers, cookie: cookieOf(page) || cookie };
  return it.server.inject({ method: 'POST', url: '/sign-in', payload: form.payload, headers: sent });
}
const signIn = (cookie = '', to = '/data') => tries({ email: 'rose@council.example', password, to }, cookie);

describe('at the door', () => {
  test('who has not signed in is sent there and back, and the interface for tools says so', async () => {
    const page = await it.server.inject({ url: '/scorecard?unit=D1&month=2026-10', headers: here });
    expect([page.statusCode, page.headers.location]).toEqual([
      303,
      '/sign-in?to=%2Fscorecard%3Funit%3DD1%26month%3D2026-10',
    ]);
    const reply = await signIn('', '/scorecard?unit=D1&month=2026-10');
    expect([reply.statusCode, reply.headers.location]).toEqual([303, '/scorecard?unit=D1&month=2026-10']);
    expect(String(reply.headers['set-cookie'])).toMatch(/^outturn=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    const shown = await it.server.inject({ url: '/scorecard', headers: { ...here, cookie: cookieOf(reply) } });
    expect(shown.statusCode).toBe(200);
    expect(shown.body).toContain('Signed in as Rose, Post of Rose');
  });

  test('fixation: whatever id a browser comes with, it goes on with one that nobody has seen', async () => {
    const planted = 'outturn=an-id-that-somebody-else-planted-here-00000';
    const first = await signIn(planted);
    expect(first.statusCode).toBe(303);
    expect(cookieOf(first)).not.toBe(planted);
    for (const cookie of [planted, 'outturn=']) {
      expect((await it.server.inject({ url: '/data', headers: { ...here, cookie } })).statusCode).toBe(303);
    }
    const page = await it.server.inject({ url: '/account', headers: { ...here, cookie: cookieOf(first) } });
    const again = await it.server.inject({
      method: 'POST',
      url: '/sign-in',
      payload: formOf({ csrf: tokenIn(page.body), email: 'rose@council.example', password }).payload,
      headers: { ...formOf({}).headers, cookie: cookieOf(first) },
    });
    expect(cookieOf(again)).not.toBe(cookieOf(first));
    const former = await it.server.inject({ url: '/data', headers: { ...here, cookie: cookieOf(first) } });
    expect(former.statusCode).toBe(303);
  });

  test('open redirect: an address elsewhere leads home', async () => {
    const { cookie } = await it.session(rose);
    for (const to of [
      ...['https://evil.example/', '//evil.example', '/\\evil.example', '\\\\evil.example', 'javascript:alert(1)'],
      ...[
        '/\t/evil.example',
        '/%0d%0aSet-Cookie:x=1',
        '/..//evil.example',
        '/.//evil.example',
        ' /x',
        'data',
        '/sign-in?to=/',
      ],
    ]) {
      const reply = await it.server.inject({
        url: `/sign-in?${new URLSearchParams({ to })}`,
        headers: { ...here, cookie },
      });
      const target = new URL(String(reply.headers.location), 'http://localhost:3000');
      expect([to, target.origin]).toEqual([to, 'http://localhost:3000']);
      expect(String(reply.headers.location)).not.toMatch(/^\/\/|[\r\n\\]/);
      expect(reply.headers['set-cookie']).toBeUndefined();
    }
  });

  test('brute force: after five tries the right password waits too, and an unknown name is answered the same', async () => {
    const at = later(100);
    it.at(at);
    const answers = [];
    for (const email of ['rose@council.example', 'nobody@council.example']) {
      const said: unknown[] = [];
      for (let n = 0; n < 7; n++) {
        const reply = await tries({ email, password: n === 6 ? password : `wrong ${n}` });
        const message = /<a href="#email">([^<]*)</.exec(reply.body)?.[1];
        said.push([
          reply.statusCode,
          message,
          reply.body.replaceAll(email, '').replaceAll(/value="[\w-]{43}"/g, '').length,
        ]);
      }
      answers.push(said);
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]?.map((answer) => (answer as unknown[])[0])).toEqual([401, 401, 401, 401, 401, 429, 429]);
    it.at(new Date(at.getTime() + 60_000));
    expect((await signIn()).statusCode).toBe(303);
    it.at(now);
  });

  test('many tries from one address are not even read', async () => {
    const limited = await signedInServer();
    const form = formOf({ email: 'x@y', password: 'z' });
    const statuses = [];
    for (let n = 0; n < 65; n++) {
      statuses.push((await limited.server.inject({ method: 'POST', url: '/sign-in', ...form })).statusCode);
    }
    expect(new Set(statuses.slice(0, 60))).toEqual(new Set([403]));
    expect(new Set(statuses.slice(60))).toEqual(new Set([429]));
    await limited.close();
  });
});

describe('forms', () => {
  test('CSRF: a form without the token of this browser, or from another site, changes nothing', async () => {
    const { cookie, token } = await it.session(admin);
    const other = await it.session(rose);
    const send = (csrf: string, headers: Record<string, string>) => {
      const form = formOf({ csrf, name: 'Planted', post: 'x', email: '' });
      return it.server.inject({
        method: 'POST',
        url: '/people',
        payload: form.payload,
        headers: { ...form.headers, cookie, ...headers },
      });
    };
    for (const wrong of ['', 'x', other.token, `${token}x`]) expect((await send(wrong, {})).statusCode).toBe(403);
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { host: 'evil.example' },
    ] as Record<string, string>[]) {
      expect((await send(token, headers)).statusCode).toBeGreaterThanOrEqual(400);
    }
    expect((await it.store.people.list()).map(({ name }) => name)).not.toContain('Planted');
    expect((await send(token, {})).statusCode).toBe(303);
  });

  test('script in a name, a post or an address is text wherever it is shown', async () => {
    const { cookie, token } = await it.session(admin);
    const script = '<script>alert(1)</script>"\'><img src=x onerror=alert(1)>';
    const form = formOf({ csrf: token, name: script, post: script, email: '"><script>@x' });
    const added = await it.server.inject({
      method: 'POST',
      url: '/people',
      payload: form.payload,
      headers: { ...form.headers, cookie },
    });
    const id = /\/people\/(p-\w+)/.exec(String(added.headers.location))?.[1] ?? '';
    await it.store.grants.add(
      { person: id, role: 'auditor', unit: '*', from: '2026-01-01', to: null },
      { who: id, role: script, at: now, why: script },
    );
    await it.store.looks.add(
      { what: script, indicator: script, unit: script, month: script, list: script, cases: 1, opening: null },
      { who: id, role: script, at: now, why: script },
    );
    const own = await it.session(id);
    const auditor = { ...here, cookie: own.cookie };
    for (const [url, headers] of [
      ...['/people', `/people/${id}`].map((url) => [url, { ...here, cookie }] as const),
      ...['/account', '/audit', '/audit/changes', '/openings', `/audit?who=${encodeURIComponent(script)}`].map(
        (url) => [url, auditor] as const,
      ),
      [`/sign-in?to=${encodeURIComponent(`/${script}`)}`, here] as const,
    ]) {
      const page = await it.server.inject({ url, headers });
      expect([url, page.statusCode]).toEqual([url, 200]);
      expect(page.body).not.toMatch(/<script>alert|<img src=x/);
      expect(page.headers['content-security-policy']).toMatch(/^default-src 'none'/);
    }
  });

  test('oversized: a form of megabytes and an address of thousands of letters are refused in words', async () => {
    const { cookie, token } = await it.session(admin);
    const form = formOf({ csrf: token, name: 'x'.repeat(2_000_000) });
    const reply = await it.server.inject({
      method: 'POST',
      url: '/people',
      payload: form.payload,
      headers: { ...form.headers, cookie },
    });
    expect([reply.statusCode, reply.headers['content-type']]).toEqual([400, 'text/html; charset=utf-8']);
    const long = await it.server.inject({ url: `/scorecard?unit=${'x'.repeat(20_000)}`, headers: { ...here, cookie } });
    expect(long.statusCode).toBeLessThan(500);
    const id = await it.server.inject({ url: '/data', headers: { ...here, cookie: `outturn=${'x'.repeat(5_000)}` } });
    expect(id.statusCode).toBe(303);
  });
});

describe('sessions and tokens', () => {
  test('what was taken away opens nothing any more: signed out, ended, disabled, its role ended', async () => {
    const { cookie, token } = await it.session(rose);
    const form = formOf({ csrf: token });
    const out = await it.server.inject({
      method: 'POST',
      url: '/sign-out',
      payload: form.payload,
      headers: { ...form.headers, cookie },
    });
    expect(out.headers.location).toBe('/signed-out');
    expect((await it.server.inject({ url: '/account', headers: { ...here, cookie } })).statusCode).toBe(303);

    const person = await it.person('Leaver', [{ role: 'reader', unit: '*' }]);
    const leaver = await it.session(person);
    const see = async () =>
      (await it.server.inject({ url: '/scorecard', headers: { ...here, cookie: leaver.cookie } })).statusCode;
    expect(await see()).toBe(200);
    const [grant] = await it.store.grants.list(person);
    await it.store.grants.end(grant?.number ?? 0, '2026-11-03', { who: 'test', role: 'Test', at: now });
    expect(await see()).toBe(403);
    await it.store.people.turn(person, 'disabled', 1, { who: 'test', role: 'Test', at: now });
    expect(await see()).toBe(303);
  });

  test('an id is not to be guessed: neither the hash that pages show nor a session of somebody else is one', async () => {
    const mine = await it.session(rose);
    const theirs = await it.session(admin);
    const [shown] = await it.store.sessions.list(admin, now);
    const guess = await it.server.inject({ url: '/people', headers: { ...here, cookie: `outturn=${shown?.hash}` } });
    expect(guess.statusCode).toBe(303);
    const form = formOf({ csrf: mine.token, session: shown?.hash ?? '' });
    await it.server.inject({
      method: 'POST',
      url: '/account/sessions/end',
      payload: form.payload,
      headers: { ...form.headers, cookie: mine.cookie },
    });
    expect((await it.server.inject({ url: '/people', headers: { ...here, cookie: theirs.cookie } })).statusCode).toBe(
      200,
    );
    for (const url of ['/people/p-000000000000', '/people/..%2f..%2fetc', '/people/1']) {
      expect((await it.server.inject({ url, headers: { ...here, cookie: theirs.cookie } })).statusCode).toBe(404);
    }
  });

  test('replay: a token opens no page, and nothing at all once it was taken back or has ended', async () => {
    const expires = later(60);
    const { token, kept } = await it.store.tokens.add(
      { person: rose, name: 'Excel', rights: ['figures'], expires },
      { who: rose, role: 'x', at: now },
    );
    const ask = async (url: string) =>
      (await it.server.inject({ url, headers: { ...here, authorization: `Bearer ${token}` } })).statusCode;
    expect(await ask('/scorecard')).toBe(303);
    expect(await ask('/api/nothing')).toBe(404);
    it.at(expires);
    expect(await ask('/api/nothing')).toBe(401);
    it.at(now);
    await it.store.tokens.revoke(kept.number, { who: rose, role: 'x', at: now });
    expect(await ask('/api/nothing')).toBe(401);
  });

  test('a password that somebody else chose lets nobody further than to choose another', async () => {
    const { cookie } = await it.session(admin);
    const page = await it.server.inject({ url: `/people/${rose}`, headers: { ...here, cookie } });
    const form = formOf({ csrf: tokenIn(page.body) });
    const reset = await it.server.inject({
      method: 'POST',
      url: `/people/${rose}/reset`,
      payload: form.payload,
      headers: { ...form.headers, cookie },
    });
    const made = /app-secret">([^<]+)</.exec(reset.body)?.[1] ?? '';
    const entered = await tries({ email: 'rose@council.example', password: made, to: '/data' });
    expect(entered.headers.location).toBe('/account/password');
    const temporary = { ...here, cookie: cookieOf(entered) };
    expect((await it.server.inject({ url: '/scorecard', headers: temporary })).headers.location).toBe(
      '/account/password',
    );
    const choose = await it.server.inject({ url: '/account/password', headers: temporary });
    const change = async (present: string, next: string) => {
      const sent = formOf({ csrf: tokenIn(choose.body), present, password: next });
      return it.server.inject({
        method: 'POST',
        url: '/account/password',
        payload: sent.payload,
        headers: { ...sent.headers, cookie: temporary.cookie },
      });
    };
    expect((await change('wrong', password)).body).toContain('not the password you have now');
    expect((await change(made, 'Password1234')).body).toContain('too easy to guess');
    const changed = await change(made, password);
    expect(changed.statusCode).toBe(303);
    expect((await it.server.inject({ url: '/scorecard', headers: temporary })).statusCode).toBe(303);
    expect(
      (await it.server.inject({ url: '/scorecard', headers: { ...here, cookie: cookieOf(changed) } })).statusCode,
    ).toBe(200);
  });
});

test('slow: a request whose head does not come is ended, and others are answered meanwhile', async () => {
  const slow = await signedInServer('accounts: true', { slowest: 200 });
  const address = await slow.server.listen({ host: '127.0.0.1', port: 0 });
  const { port } = new URL(address);
  const socket = connect(Number(port), '127.0.0.1');
  const ended = new Promise<string>((resolve) => {
    let said = '';
    socket.on('data', (piece) => {
      said += piece.toString();
    });
    socket.on('close', () => resolve(said));
  });
  socket.write('GET /sign-in HTTP/1.1\r\nHost: localhost\r\nX-Slow: ');
  const status = await new Promise<number>((resolve, reject) => {
    const asked = httpRequest({ port, path: '/sign-in', headers: { host: 'localhost' } }, (reply) => {
      reply.resume();
      resolve(reply.statusCode ?? 0);
    });
    asked.on('error', reject).end();
  });
  expect(status).toBe(200);
  expect(await ended).toMatch(/^HTTP\/1.1 408/);
  await slow.close();
});
