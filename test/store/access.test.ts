import { expect, test } from 'vitest';
import { openStore } from '../../src/store/index.ts';
import { acts, now, onBoth } from './stores.ts';

const rose = { name: 'Rose Ashby', post: 'Team manager', email: 'Rose@Council.example ', subject: null };
const later = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000);

onBoth((ground) => {
  test('people are found by what they have now, and by nothing that another has taken over', async () => {
    const store = await openStore(await ground.fresh(), now);
    const act = acts();
    const first = await store.people.add(rose, act());
    expect(first).toMatchObject({ id: expect.stringMatching(/^p-[0-9a-f]{12}$/), email: 'rose@council.example' });
    await expect(store.people.add({ ...rose, name: 'Another' }, act())).rejects.toMatchObject({ code: 'not-valid' });
    await store.people.change(first.id, { ...rose, email: 'ashby@council.example' }, 1, act());
    const second = await store.people.add({ ...rose, name: 'Another' }, act());
    expect(await store.people.byEmail('ROSE@council.example')).toMatchObject({ id: second.id });
    await expect(store.people.change(first.id, rose, 1, act())).rejects.toMatchObject({ code: 'stale' });
    await expect(store.people.change(first.id, rose, 2, act())).rejects.toMatchObject({ code: 'not-valid' });
    for (const wrong of ['no address', 'a b@c', 'a@b\r\nSet-Cookie: x']) {
      const added = store.people.add({ ...rose, email: wrong }, act());
      await expect(added).rejects.toMatchObject({ code: 'not-valid' });
    }
    await store.people.turn(second.id, 'disabled', 1, act());
    expect((await store.people.list()).map(({ name, state }) => [name, state])).toEqual([
      ['Another', 'disabled'],
      ['Rose Ashby', 'active'],
    ]);
    expect((await store.people.history(second.id)).map(({ action }) => action)).toEqual(['add', 'disable']);
    await store.close();
  });

  test('grants and tokens are ended by a further row, and all of it is in the chained audit', async () => {
    const store = await openStore(await ground.fresh(), now);
    const act = acts();
    const { id } = await store.people.add(rose, act());
    const grant = { person: id, role: 'manager', unit: 'D1', from: '2026-04-01', to: null };
    await expect(store.grants.add({ ...grant, person: 'p-none' }, act())).rejects.toMatchObject({ code: 'not-found' });
    await expect(store.grants.add({ ...grant, to: '2026-03-31' }, act())).rejects.toMatchObject({ code: 'not-valid' });
    const { number } = await store.grants.add(grant, act());
    await store.grants.add({ ...grant, role: 'author' }, act());
    await store.grants.end(number, '2026-10-31', act());
    await expect(store.grants.end(number, '2026-11-30', act())).rejects.toMatchObject({ code: 'not-allowed' });
    expect((await store.grants.list(id)).map(({ role, to }) => [role, to])).toEqual([
      ['manager', '2026-10-31'],
      ['author', null],
    ]);
    expect(await store.grants.list('p-none')).toEqual([]);

    const expires = new Date('2026-12-01T00:00:00Z');
    const made = await store.tokens.add({ person: id, name: 'Power BI', rights: ['figures'], expires }, act());
    expect(await store.tokens.find(made.token, now)).toMatchObject({ person: id, rights: ['figures'] });
    expect(await store.tokens.find(`${made.token}x`, now)).toBeNull();
    expect(await store.tokens.find(made.token, expires)).toBeNull();
    await store.tokens.revoke(made.kept.number, act());
    expect(await store.tokens.find(made.token, now)).toBeNull();
    expect(JSON.stringify(await store.audit.entries())).not.toContain(made.token);
    expect(await store.audit.verify()).toMatchObject({ entries: 6, broken: null, differing: [] });
    await store.close();
  });

  test('a session rests only so long, ends when it ends, and can be taken away; its id is not in the store', async () => {
    const store = await openStore(await ground.fresh(), now);
    const session = { person: 'p-1', how: 'password', grants: [], ends: later(480), idleMinutes: 30 } as const;
    const id = await store.sessions.begin(session, now);
    expect(await store.sessions.use(id, later(29))).toMatchObject({ person: 'p-1' });
    expect(await store.sessions.use(id, later(58))).toMatchObject({ person: 'p-1' });
    expect(await store.sessions.use(id, later(88))).toBeNull();
    for (let minute = 60; minute < 480; minute += 20) await store.sessions.use(id, later(minute));
    expect(await store.sessions.use(id, later(479))).not.toBeNull();
    expect(await store.sessions.use(id, later(480))).toBeNull();
    const [one, two, three] = await Promise.all([0, 0, 0].map(() => store.sessions.begin(session, now)));
    const [found] = (await store.sessions.list('p-1', now)).filter(({ hash }) => hash !== one);
    expect(found?.hash).not.toBe(one);
    const kept = await store.sessions.use(one ?? '', now);
    await store.sessions.endAll('p-1', kept?.hash);
    expect(await store.sessions.use(two ?? '', now)).toBeNull();
    expect(await store.sessions.use(three ?? '', now)).toBeNull();
    await store.sessions.end(kept?.hash ?? '');
    expect(await store.sessions.use(one ?? '', now)).toBeNull();
    expect(await store.sessions.use(kept?.hash ?? '', now)).toBeNull();
    await store.close();
  });

  test('failures add up under a name in any letters, and passwords take the place of one another', async () => {
    const store = await openStore(await ground.fresh(), now);
    const wait = (failures: number) => (failures < 5 ? 0 : 60_000);
    const attempt = (name: string, at: Date) => store.failures.attempt(name, at, wait);
    const at = await Promise.all(Array.from({ length: 8 }, () => attempt('Rose@x ', now)));
    expect(at.filter((until) => until === null)).toHaveLength(5);
    expect(await attempt('rose@X', later(0.9))).toEqual(later(1));
    expect(await attempt('another', now)).toBeNull();
    expect(await attempt('rose@x', later(1))).toBeNull();
    expect(await attempt('rose@x', later(1))).toEqual(later(2));
    await store.failures.forget('rose@x');
    expect(await attempt('rose@x', later(1))).toBeNull();
    const account = { person: 'p-1', hash: 'one', changedAt: now, temporary: true };
    await store.accounts.set(account);
    await store.accounts.set({ ...account, hash: 'two', temporary: false });
    expect(await store.accounts.at('p-1')).toEqual({ ...account, hash: 'two', temporary: false });
    expect(await store.accounts.at('p-2')).toBeNull();
    await store.close();
  });

  test('looks and openings are numbered, filtered, and stay', async () => {
    const store = await openStore(await ground.fresh(), now);
    const act = acts();
    const whole = { indicator: 'x', month: '2026-05', list: null, cases: 3, opening: null };
    await expect(store.openings.open({ unit: 'T2', until: later(60) }, act('author'))).rejects.toMatchObject({
      code: 'reason-missing',
    });
    const opening = await store.openings.open({ unit: 'T2', until: later(60) }, act('author', 'A child moved'));
    expect(await store.openings.holding('user-author', later(59))).toMatchObject([
      { unit: 'T2', why: 'A child moved' },
    ]);
    expect(await store.openings.holding('user-author', later(60))).toEqual([]);
    expect(await store.openings.holding('user-approver', now)).toEqual([]);
    const looks = ['T1', 'T1', 'T2'].map((unit, index) => ({
      ...whole,
      unit,
      what: 'cases',
      opening: index === 2 ? opening.number : null,
    }));
    await Promise.all(looks.map((look) => store.looks.add(look, act())));
    const all = await store.looks.list();
    expect(all.looks.map(({ number }) => number)).toEqual([3, 2, 1]);
    expect(await store.looks.list({ unit: 'T1' }, { skip: 1, take: 5 })).toMatchObject({ count: 2, looks: [{}] });
    expect((await store.looks.list({ opened: true })).looks).toMatchObject([{ unit: 'T2' }]);
    expect((await store.looks.list({ from: '2026-06-01', to: '2026-06-01' })).count).toBe(3);
    expect((await store.looks.list({ from: '2026-06-02' })).count).toBe(0);
    expect((await store.looks.list({ who: 'user-author', to: '2026-05-31' })).count).toBe(0);
    expect(await store.audit.verify()).toMatchObject({ entries: 4, broken: null, differing: [] });
    await store.close();
  });
});
