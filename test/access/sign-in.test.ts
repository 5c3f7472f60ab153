import { expect, test } from 'vitest';
import {
  arrive,
  beginSession,
  dayOf,
  grantsFrom,
  hashPassword,
  isPassword,
  madePassword,
  passwordFault,
  personOf,
  readSignInSettings,
  signInByPassword,
  waitAfter,
} from '../../src/access/index.ts';
import { openStore } from '../../src/store/index.ts';
import { acts, now, onBoth } from '../store/stores.ts';

const later = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000);

test('passwords: length and what is guessed first are refused, and nothing else is asked for', () => {
  const about = ['Rose Ashby', 'rose.ashby@council.example'];
  for (const good of ['harbour lantern cobweb', 'correct horse battery', 'ÄÖÜ-żółw-łódka', madePassword()]) {
    expect([good, passwordFault(good, about)]).toEqual([good, null]);
  }
  for (const short of ['', 'lantern', 'cobweb harb']) expect(passwordFault(short, about)).toMatch(/at least 12/);
  for (const poor of [
    ...['Password1234', 'P@ssw0rd2026!', 'qwertyuiop12', 'letmeinletmein', 'aaaaaaaaaaaa', 'abcdefghijklmn'],
    ...[
      '987654321098',
      'Outturn-2026-Outturn',
      'childrens.services.1',
      'Rose-Ashby-1987',
      'roseashbycouncil',
      '0utturn!0utturn',
    ],
  ]) {
    expect([poor, passwordFault(poor, about)]).toEqual([poor, expect.stringMatching(/too easy to guess/)]);
  }
  expect(passwordFault('x'.repeat(201), about)).toMatch(/at most 200/);
});

test('a password is hashed with Argon2id, and checked in the form in which it was meant', async () => {
  const hashed = await hashPassword('żółw lantern cobweb');
  expect(hashed).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await isPassword('żółw lantern cobweb'.normalize('NFD'), hashed)).toBe(true);
  expect(await isPassword('zółw lantern cobweb', hashed)).toBe(false);
  expect(await isPassword('nobody has this password', null)).toBe(false);
});

test('the wait grows from a minute to an hour', () => {
  const minutes = [0, 1, 4, 5, 6, 7, 8, 10, 11, 12, 500].map((failures) => waitAfter(failures) / 60_000);
  expect(minutes).toEqual([0, 0, 0, 1, 2, 4, 8, 32, 60, 60, 60]);
});

test('settings: what is wrong is said by its place, and a secret cannot stand in the file', () => {
  expect(readSignInSettings('accounts: true')).toMatchObject({ accounts: true, listen: '127.0.0.1', proxies: [] });
  const here = 'origin: https://outturn.council.example\n';
  const provider = 'issuer: https://id.council.example, client: outturn';
  expect(readSignInSettings(`origin: https://outturn.council.example/x\nprovider: {${provider}}`)).toMatchObject({
    origin: 'https://outturn.council.example',
    provider: { scopes: 'openid profile email', grants: [] },
  });
  const refused = (text: string) => expect(() => readSignInSettings(text));
  refused('').toThrow(/no way to sign in/);
  refused('accounts: true\nlisten: 0.0.0.0').toThrow(/without an origin/);
  refused('accounts: true\norigin: http://outturn.council.example').toThrow(/origin: https:/);
  refused('provider: {issuer: http://id.example, client: x}').toThrow(/provider.issuer/);
  refused(`${here}provider: {${provider}, secret: s3cr3t-value}`).toThrow(/provider.secret: the name of a variable/);
  refused(`${here}provider: {${provider}, grants: [{claim: a, value: b, role: reader}]}`).toThrow(/unit or unit-from/);
  refused(`${here}provider: {${provider}, grants: [{claim: a, value: b, role: king, unit: D1}]}`).toThrow(
    /grants.0.role/,
  );
  refused(`provider: {${provider}}`).toThrow(/sends people back/);
  refused('accounts: true\nacounts: false').toThrow(/acounts/);
});

test('claims give roles by the rules alone, and never the whole installation by their own word', () => {
  const rules = [
    { claim: 'groups', value: 'managers', role: 'manager' as const, 'unit-from': 'team' },
    { claim: 'groups', value: 'analysts', role: 'analyst' as const, unit: '*' },
  ];
  expect(grantsFrom({ groups: ['managers', 'analysts', 'managers'], team: ['T1', '*', 7] }, rules)).toEqual([
    { role: 'manager', unit: 'T1' },
    { role: 'analyst', unit: '*' },
  ]);
  expect(grantsFrom({ groups: 'managers' }, rules)).toEqual([]);
  expect(grantsFrom({ groups: 'managers and analysts', team: 'T1' }, rules)).toEqual([]);
});

test('a day begins at midnight in London', () => {
  expect(dayOf(new Date('2026-06-30T22:59:00Z'))).toBe('2026-06-30');
  expect(dayOf(new Date('2026-06-30T23:00:00Z'))).toBe('2026-07-01');
  expect(dayOf(new Date('2026-12-31T23:59:00Z'))).toBe('2026-12-31');
});

onBoth((ground) => {
  test('by password: in, wrong and wait, the same for a name that nobody has', async () => {
    const store = await openStore(await ground.fresh(), now);
    const act = acts();
    const rose = { name: 'Rose', post: 'Manager', email: 'rose@x', subject: null };
    const { id } = await store.people.add(rose, act());
    await store.accounts.set({
      person: id,
      hash: await hashPassword('harbour lantern'),
      changedAt: now,
      temporary: true,
    });
    const attempt = (email: string, password: string, at = now) =>
      signInByPassword(store, { email, password, now: at });
    expect(await attempt('ROSE@x', 'harbour lantern')).toEqual({ came: 'in', person: id, temporary: true });
    for (const email of ['rose@x', 'nobody@x']) {
      const came = await Promise.all(Array.from({ length: 9 }, () => attempt(email, 'wrong')));
      expect(came.filter((tried) => tried.came === 'wrong')).toHaveLength(5);
      expect(await attempt(email, 'harbour lantern', later(0.5))).toEqual({ came: 'wait', until: later(1) });
    }
    expect(await attempt('nobody@x', 'harbour lantern', later(1))).toEqual({ came: 'wrong' });
    expect(await attempt('rose@x', 'harbour lantern', later(1))).toMatchObject({ came: 'in' });
    await store.people.turn(id, 'disabled', 1, act());
    expect(await attempt('rose@x', 'harbour lantern', later(2))).toEqual({ came: 'wrong' });
    await store.close();
  });

  test('a person as they are now: disabled at once, opened for its hour, and sessions shorter for who sees cases', async () => {
    const store = await openStore(await ground.fresh(), now);
    const act = acts();
    const { id } = await store.people.add({ name: 'Rose', post: 'Manager', email: null, subject: null }, act());
    const limits = async (): Promise<number[]> =>
      (await store.sessions.list(id, now)).map(({ idleMinutes }) => idleMinutes).toSorted();
    await beginSession(store, id, 'password', now);
    await beginSession(store, id, 'provider', now, [{ role: 'manager', unit: 'T1' }]);
    expect(await limits()).toEqual([120, 30]);
    await store.grants.add({ person: id, role: 'manager', unit: 'T1', from: '2026-01-01', to: null }, act());
    await store.grants.add({ person: id, role: 'king', unit: '*', from: '2026-01-01', to: null }, act());
    await store.openings.open({ unit: 'T2', until: later(60) }, { ...act('author', 'A child moved'), who: id });
    expect(await personOf(store, id, later(59), [{ role: 'reader', unit: '*' }])).toMatchObject({
      grants: [
        { role: 'manager', unit: 'T1', to: null },
        { role: 'reader', unit: '*', from: '2026-06-01', to: '2026-06-01' },
      ],
      opened: [{ unit: 'T2', number: 1, reason: 'A child moved' }],
    });
    expect(await personOf(store, id, later(60))).toMatchObject({ opened: [] });
    await store.people.turn(id, 'disabled', 1, act());
    expect(await personOf(store, id, now)).toBeNull();
    await store.close();
  });

  test('from a provider: known by subject, bound once by a verified address, new only with a role', async () => {
    const store = await openStore(await ground.fresh(), now);
    const act = acts();
    const { provider } = readSignInSettings(
      'origin: http://localhost:3000\nprovider: {issuer: https://id, client: x, grants: [{claim: groups, value: readers, role: reader, unit: "*"}]}',
    );
    if (!provider) throw new Error('no provider');
    const came = (subject: string, claims: Record<string, unknown>) =>
      arrive(store, { subject, claims }, provider, now);
    const { id } = await store.people.add({ name: 'Rose', post: 'Manager', email: 'rose@x', subject: null }, act());
    expect(await came('id 1', { email: 'rose@x' })).toBeNull();
    expect(await came('id 1', { email: 'Rose@x', email_verified: true })).toEqual({ person: id, grants: [] });
    expect(await came('id 2', { email: 'rose@x', email_verified: true, groups: 'readers' })).toBeNull();
    expect(await came('id 1', { groups: ['readers'] })).toEqual({
      person: id,
      grants: [{ role: 'reader', unit: '*' }],
    });
    expect(await came('id 3', { name: 'Nobody here' })).toBeNull();
    const fresh = await came('id 3', { name: 'New\r\none', groups: ['readers'] });
    expect(await store.people.at(fresh?.person ?? '')).toMatchObject({
      name: 'New  one',
      subject: 'id 3',
      email: null,
    });
    await store.people.turn(id, 'disabled', 2, act());
    expect(await came('id 1', { groups: ['readers'] })).toBeNull();
    await store.close();
  });
});
