import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { here, type SignedInServer, signedInServer, tokenIn } from './signed-in.ts';

const clients = [
  {
    client_id: 'outturn',
    client_secret: 'a secret of the test',
    redirect_uris: ['http://localhost:3000/sign-in/back'],
    post_logout_redirect_uris: ['http://localhost:3000/signed-out'],
    token_endpoint_auth_method: 'client_secret_post' as const,
  },
];
/** Whoever the provider knows, by subject. */
const known: Record<string, Record<string, unknown>> = {
  rose: { name: 'Rose Ashby', email: 'rose@council.example', email_verified: true, groups: [], team: 'T11' },
  new: { name: 'New Person', email: 'new@council.example', email_verified: true, groups: ['managers'], team: 'T12' },
  stranger: { name: 'Stranger', email: 'stranger@council.example', email_verified: true, groups: ['others'] },
};

let issuer: string;
let listening: Server;
let it: SignedInServer;
let account = 'rose';
beforeAll(async () => {
  listening = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => listening.once('listening', resolve));
  issuer = `http://localhost:${(listening.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients,
    cookies: { keys: ['a key of the test'] },
    claims: { openid: ['sub'], profile: ['name'], email: ['email', 'email_verified'], work: ['groups', 'team'] },
    scopes: ['openid', 'profile', 'email', 'work'],
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    findAccount: (_ctx, id) => ({ accountId: id, claims: async () => ({ sub: id, ...known[id] }) }),
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({
        clientId: ctx.oidc.client?.clientId ?? '',
        accountId: ctx.oidc.session?.accountId ?? '',
      });
      grant.addOIDCScope('openid profile email work');
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  listening.on('request', async (request, reply) => {
    // Whoever comes is signed in at the provider as the account of the moment.
    if (!request.url?.startsWith('/interaction/')) return answer(request, reply);
    await provider.interactionFinished(request, reply, { login: { accountId: account } });
  });
  it = await signedInServer(
    `origin: http://localhost:3000
provider:
  name: your council account
  issuer: ${issuer}
  client: outturn
  secret: OUTTURN_TEST_SECRET
  scopes: openid profile email work
  grants:
    - { claim: groups, value: managers, role: manager, unit-from: team }`,
    {},
    'a secret of the test',
  );
});
afterAll(async () => {
  await it.close();
  listening.closeAllConnections();
  listening.close();
});

/** Follows a browser at the provider until it is sent back; gives the address it is sent back to. */
async function atProvider(start: string): Promise<URL> {
  const jar = new Map<string, string>();
  let address = new URL(start);
  for (let step = 0; step < 10; step++) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const reply = await fetch(address, { redirect: 'manual', headers: { cookie } });
    for (const line of reply.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      jar.set(name, value);
    }
    address = new URL(reply.headers.get('location') ?? '', address);
    if (address.origin === 'http://localhost:3000') return address;
  }
  throw new Error('The provider sent nobody back');
}

const cookies = (reply: { headers: Record<string, unknown> }): string[] =>
  [reply.headers['set-cookie']].flat().map((line) => String(line).split(';')[0] ?? '');

async function begin(to = '/data') {
  const started = await it.server.inject({ url: `/sign-in/provider?${new URLSearchParams({ to })}`, headers: here });
  expect(started.statusCode).toBe(303);
  return { address: String(started.headers.location), cookie: cookies(started)[0] ?? '' };
}
const back = (address: URL, cookie: string) =>
  it.server.inject({ url: `${address.pathname}${address.search}`, headers: { ...here, cookie } });
const sessionIn = (reply: { headers: Record<string, unknown> }): string =>
  cookies(reply).find((line) => line.startsWith('outturn=')) ?? '';

test('somebody added here comes in by their verified address, goes on to where they were, and out', async () => {
  account = 'rose';
  const rose = await it.person('Rose Ashby', [{ role: 'reader', unit: '*' }], 'rose@council.example');
  const { address, cookie } = await begin('/scorecard?unit=D1');
  const asked = new URL(address).searchParams;
  expect(Object.fromEntries(asked)).toMatchObject({ code_challenge_method: 'S256', response_type: 'code' });
  for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name)).toMatch(/^[\w-]{43}$/);
  const returned = await atProvider(address);
  const entered = await back(returned, cookie);
  expect([entered.statusCode, entered.headers.location]).toEqual([303, '/scorecard?unit=D1']);
  expect(await it.store.people.at(rose)).toMatchObject({ subject: `${issuer} rose` });

  const session = sessionIn(entered);
  const page = await it.server.inject({ url: '/account', headers: { ...here, cookie: session } });
  expect(page.body).toContain('With a work account (here)');
  const out = await it.server.inject({
    method: 'POST',
    url: '/sign-out',
    payload: new URLSearchParams({ csrf: tokenIn(page.body) }).toString(),
    headers: { ...here, cookie: session, 'content-type': 'application/x-www-form-urlencoded' },
  });
  const left = await it.server.inject({ url: String(out.headers.location), headers: here });
  expect(left.body).toContain(`href="${issuer}/session/end?`);

  // The same answer a second time, in another browser, or with another state or code is no sign-in.
  expect((await back(returned, cookie)).statusCode).toBe(401);
  expect((await back(returned, '')).statusCode).toBe(401);
  const other = await begin();
  const fresh = await atProvider(other.address);
  expect((await back(fresh, (await begin()).cookie)).statusCode).toBe(401);
  const changed = new URL(fresh);
  changed.searchParams.set('code', 'x');
  expect((await back(changed, other.cookie)).statusCode).toBe(401);
});

test('claims give a role for the session, and who has none is told so', async () => {
  account = 'new';
  const { address, cookie } = await begin();
  const entered = await back(await atProvider(address), cookie);
  expect(entered.statusCode).toBe(303);
  const headers = { ...here, cookie: sessionIn(entered) };
  const cases = (unit: string) =>
    it.server.inject({ url: `/indicators/assessments-45-days/cases?unit=${unit}&month=2026-10`, headers });
  expect((await cases('T12')).statusCode).toBe(200);
  expect((await cases('T11')).statusCode).toBe(403);
  const person = await it.store.people.bySubject(`${issuer} new`);
  expect(await it.store.grants.list(person?.id)).toEqual([]);

  account = 'stranger';
  const stranger = await begin();
  const refused = await back(await atProvider(stranger.address), stranger.cookie);
  expect(refused.statusCode).toBe(403);
  expect(refused.body).toContain('You have no place in Outturn yet');
  expect(sessionIn(refused)).toBe('');
  expect(await it.store.people.bySubject(`${issuer} stranger`)).toBeNull();
});
