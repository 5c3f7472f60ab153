import { expect, test } from 'vitest';
import { type CommentaryKey, openStore } from '../../src/store/index.ts';
import { acts, now, onBoth, sha } from './stores.ts';

const key: CommentaryKey = {
  report: 'board',
  indicator: 'assessments-45-days',
  unit: 'E10000016/T12',
  month: '2026-05',
  heading: 'cause',
};
const text = {
  authorRole: 'Head of service',
  text: 'It fell to {figure:assessments-45-days@E10000016/2026-05}.\nSince then 105 – “ready” 🙂.',
  quoted: [{ text: '105', asAt: '2026-06-23', source: 'Case system' }],
  causes: ['staff-sickness', 'vacancies'],
};

onBoth((ground) => {
  test('a comment comes back as it was written, and every change of it stays', async () => {
    const store = await openStore(await ground.fresh(), now);
    const act = acts();
    expect(await store.commentary.at(key)).toBeNull();
    const first = await store.commentary.write(key, text, 0, act());
    expect(first).toEqual({
      key,
      ...text,
      state: 'draft',
      shares: null,
      version: 1,
      action: 'write',
      who: 'user-author',
      role: 'Team manager',
      at: new Date('2026-06-01T09:01:00Z'),
      why: null,
    });
    await store.commentary.move(key, 'submit', 1, act());
    await store.commentary.move(key, 'return', 2, act('approver', 'Say what is done about it'));
    await store.commentary.write(key, { ...text, text: 'Two posts are filled.' }, 3, act());
    await store.commentary.move(key, 'submit', 4, act());
    await store.commentary.move(key, 'approve', 5, act('approver'));
    expect(await store.commentary.at(key)).toMatchObject({
      state: 'approved',
      text: 'Two posts are filled.',
      version: 6,
    });
    const history = await store.commentary.history(key);
    expect(history[0]).toEqual(first);
    expect(history.map(({ state, action, why }) => [action, state, why])).toEqual([
      ['write', 'draft', null],
      ['submit', 'submitted', null],
      ['return', 'returned', 'Say what is done about it'],
      ['write', 'draft', null],
      ['submit', 'submitted', null],
      ['approve', 'approved', null],
    ]);
    await store.close();
  });

  test('keys that look alike are different comments, and lists are narrowed', async () => {
    const store = await openStore(await ground.fresh(), now);
    const act = acts();
    const keys: CommentaryKey[] = [
      key,
      { ...key, unit: 'E10000016', heading: 'T12/cause' },
      { ...key, indicator: null },
      { ...key, month: '2026-06' },
      { ...key, report: 'board/assessments-45-days' },
    ];
    for (const each of keys) await store.commentary.write(each, { ...text, text: JSON.stringify(each) }, 0, act());
    for (const each of keys)
      expect(await store.commentary.at(each)).toMatchObject({ key: each, text: JSON.stringify(each) });
    const { commentary } = store;
    const found = async (filter: object) =>
      (await commentary.list({ report: 'board', month: '2026-05', ...filter })).map((comment) => comment.key);
    expect(await found({})).toHaveLength(3);
    expect(await found({ unit: 'E10000016' })).toEqual([keys[1]]);
    expect(await found({ indicator: null })).toEqual([keys[2]]);
    await store.close();
  });

  test('a write on what has moved on is refused and says who changed it', async () => {
    const address = await ground.fresh();
    const [one, other] = [await openStore(address, now), await openStore(address, now)];
    const act = acts();
    await one.commentary.write(key, text, 0, act());
    const at = new Date('2026-06-02T10:00:00Z');
    await other.commentary.write(key, { ...text, text: 'Other words' }, 1, {
      who: 'kim',
      role: 'Director',
      at,
      as: 'approver',
    });
    const stale = one.commentary.write(key, { ...text, text: 'Late words' }, 1, act());
    await expect(stale).rejects.toMatchObject({
      code: 'stale',
      message: expect.stringContaining('kim (Director)'),
      changedBy: { version: 2, who: 'kim', role: 'Director', at },
    });
    await expect(one.commentary.move(key, 'submit', 7, act())).rejects.toMatchObject({ code: 'stale' });
    expect(await one.commentary.at(key)).toMatchObject({ version: 2, text: 'Other words' });
    // At the same moment: one of them writes, all others are told.
    const results = await Promise.allSettled(
      Array.from({ length: 8 }, (_, index) =>
        (index % 2 ? one : other).commentary.write(key, { ...text, text: `${index}` }, 2, act()),
      ),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(results.flatMap((result) => (result.status === 'rejected' ? [result.reason.code] : []))).toEqual(
      Array(7).fill('stale'),
    );
    expect(await one.audit.verify()).toEqual({ entries: 3, broken: null, differing: [] });
    await one.close();
    await other.close();
  });

  test('a shared comment is written, returned and approved in one place', async () => {
    const { commentary, approvals, close } = await openStore(await ground.fresh(), now);
    const act = acts();
    const [there, third] = [
      { ...key, indicator: 're-referrals' },
      { ...key, report: 'trust' },
    ];
    await commentary.write(key, text, 0, act());
    await commentary.share(there, key, 0, act());
    expect(await commentary.at(there)).toMatchObject({
      key: there,
      shares: key,
      text: text.text,
      state: 'draft',
      version: 1,
    });
    await commentary.move(key, 'submit', 1, act());
    await commentary.move(key, 'approve', 2, act('approver'));
    expect((await commentary.list({ report: 'board', month: '2026-05' })).map(({ state }) => state)).toEqual([
      'approved',
      'approved',
    ]);
    for (const refused of [
      () => commentary.move(there, 'submit', 1, act()),
      () => commentary.share(third, there, 0, act()),
      () => commentary.share(there, there, 1, act()),
      () => commentary.share(key, third, 3, act()),
    ]) {
      await expect(refused()).rejects.toMatchObject({ code: 'not-allowed' });
    }
    await expect(commentary.share(third, { ...key, heading: 'forecast' }, 0, act())).rejects.toMatchObject({
      code: 'not-found',
    });
    // What is approved where it is shown holds it where it was written.
    await commentary.share(third, key, 0, act());
    const trust = { report: 'trust', month: '2026-05', unit: key.unit };
    const submission = { extractHash: sha('a'), definitionsHash: sha('b'), steps: 1, covers: [], below: [] } as const;
    await approvals.submit(trust, submission, 0, act());
    await approvals.move(trust, 'approve', 1, act('approver'));
    const reopen = () => commentary.move(key, 'reopen', 3, act('approver', 'A figure was wrong'));
    await expect(reopen()).rejects.toMatchObject({ code: 'approved' });
    await approvals.move(trust, 'return', 2, act('approver', 'A figure was wrong'));
    expect(await reopen()).toMatchObject({ state: 'draft', why: 'A figure was wrong' });
    // One that shares may get words of its own again.
    expect(await commentary.write(there, { ...text, text: 'Own words' }, 1, act())).toMatchObject({
      shares: null,
      text: 'Own words',
    });
    expect((await commentary.history(there)).map(({ shares }) => shares)).toEqual([key, null]);
    await close();
  });

  test.each([
    ['no text', { ...text, text: ' \n' }, key],
    ['no role', { ...text, authorRole: '' }, key],
    ['no heading', text, { ...key, heading: '' }],
    ['no month', text, { ...key, month: '2026-5' }],
    ['a quoted figure without a day', { ...text, quoted: [{ text: '105', asAt: 'June', source: null }] }, key],
    ['what no database can keep', { ...text, text: 'a\0b' }, key],
    ['half a character', { ...text, text: 'a\ud83db' }, key],
  ])('refuses %s', async (_, wrong, at) => {
    const store = await openStore(await ground.fresh(), now);
    await expect(store.commentary.write(at, wrong, 0, acts()())).rejects.toMatchObject({ code: 'not-valid' });
    expect(await store.audit.verify()).toEqual({ entries: 0, broken: null, differing: [] });
    await store.close();
  });
});
