import { expect, test } from 'vitest';
import { type NewEdition, openStore } from '../../src/store/index.ts';
import { acts, now, onBoth, sha } from './stores.ts';

const edition = (number: number, fields: Partial<NewEdition> = {}): NewEdition => ({
  number,
  report: 'board',
  month: '2026-05',
  unit: 'E1',
  kind: 'internal',
  contentHash: sha('a'),
  extractHash: sha('b'),
  definitionsHash: sha('c'),
  path: `editions/${number}`,
  corrects: null,
  changed: null,
  ...fields,
});

onBoth((ground) => {
  test('editions are numbered over all reports, chained by hash, and corrected only by a later one that says what and why', async () => {
    const { editions, close } = await openStore(await ground.fresh(), now);
    const act = acts();
    expect(await editions.next()).toBe(1);
    const first = await editions.register(edition(1), act('approver'));
    expect(first).toEqual({
      ...edition(1),
      signedBy: 'user-approver',
      role: 'Head of service',
      at: new Date('2026-06-01T09:01:00Z'),
      why: null,
      previous: '0'.repeat(64),
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    const second = await editions.register(edition(2, { kind: 'public' }), act('approver'));
    expect(second.previous).toBe(first.hash);
    const again = () => editions.register(edition(3), act('approver'));
    await expect(again()).rejects.toMatchObject({ code: 'already-published' });
    const correction = edition(3, { corrects: 1, changed: 'T2 had 4 cases too many' });
    await expect(editions.register(correction, act('approver'))).rejects.toMatchObject({ code: 'reason-missing' });
    const silent = editions.register({ ...correction, changed: null }, act('approver', 'A file came late'));
    await expect(silent).rejects.toMatchObject({ code: 'reason-missing' });
    const wrong = editions.register({ ...correction, corrects: 2 }, act('approver', 'A file came late'));
    await expect(wrong).rejects.toMatchObject({ code: 'not-found' });
    const taken = editions.register({ ...correction, number: 2 }, act('approver', 'A file came late'));
    await expect(taken).rejects.toMatchObject({ code: 'stale', changedBy: { version: 2, who: 'user-approver' } });
    const third = await editions.register(correction, act('approver', 'A file came late'));
    expect(third).toMatchObject({
      corrects: 1,
      changed: 'T2 had 4 cases too many',
      why: 'A file came late',
      previous: second.hash,
    });
    const of = { report: 'board', month: '2026-05', unit: 'E1' };
    expect(await editions.inForce({ ...of, kind: 'internal' })).toEqual(third);
    expect(await editions.inForce({ ...of, kind: 'public' })).toEqual(second);
    expect(await editions.inForce({ ...of, kind: 'public', month: '2026-04' })).toBeNull();
    // An edition that was corrected is not corrected twice: its correction is.
    const twice = editions.register(edition(4, { corrects: 1, changed: 'x' }), act('approver', 'y'));
    await expect(twice).rejects.toMatchObject({ code: 'not-found', message: expect.stringContaining('edition 3') });
    expect(await editions.list({ report: 'board' })).toEqual([first, second, third]);
    expect(await editions.at(2)).toEqual(second);
    expect(await editions.verify()).toBeNull();
    await close();
  });

  test('of those who publish at the same moment one takes the number', async () => {
    const { editions, close } = await openStore(await ground.fresh(), now);
    const act = acts();
    const tried = await Promise.allSettled(
      ['a', 'b', 'c', 'd'].map((report) => editions.register(edition(1, { report }), act('approver'))),
    );
    expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await editions.next()).toBe(2);
    await close();
  });
});
