import { expect, test } from 'vitest';
import { type ApprovalKey, openStore, type Submission } from '../../src/store/index.ts';
import { acts, now, onBoth, sha } from './stores.ts';

const of = (unit: string): ApprovalKey => ({ report: 'board', month: '2026-05', unit });
const put = (steps: 1 | 2, below: readonly string[] = [], covers: readonly string[] = []): Submission => ({
  extractHash: sha('a'),
  definitionsHash: sha('b'),
  steps,
  below,
  covers,
});

onBoth((ground) => {
  test('levels are approved bottom up, each with the figures that were submitted', async () => {
    const { approvals, commentary, close } = await openStore(await ground.fresh(), now);
    const act = acts();
    expect(await approvals.at(of('T1'))).toBeNull();
    const authority = put(2, ['T1', 'T2'], ['T3']);
    await approvals.submit(of('T1'), put(1), 0, act());
    expect(await approvals.submit(of('T2'), put(1), 0, act())).toMatchObject({
      state: 'submitted',
      underReview: true,
      approved: false,
    });
    await approvals.move(of('T1'), 'approve', 1, act('approver'));
    const early = approvals.submit(of('E1'), authority, 0, act());
    await expect(early).rejects.toMatchObject({ code: 'below-not-approved', message: expect.stringContaining('T2') });
    await approvals.move(of('T2'), 'return', 1, act('approver', 'Check the team'));
    await approvals.submit(of('T2'), { ...put(1), extractHash: sha('c') }, 2, act());
    await approvals.move(of('T2'), 'approve', 3, act('approver'));
    await approvals.submit(of('E1'), authority, 0, act());
    // What a level above has put forward does not move under it.
    const below = approvals.move(of('T1'), 'return', 2, act('approver', 'Too late'));
    await expect(below).rejects.toMatchObject({ code: 'above-submitted', message: expect.stringContaining('E1') });
    const late = approvals.submit(of('T3'), put(1), 0, act());
    await expect(late).rejects.toMatchObject({ code: 'above-submitted' });
    const comment = { report: 'board', indicator: null, unit: 'T3', month: '2026-05', heading: 'cause' };
    const text = { authorRole: 'Team manager', text: 'Words', quoted: [], causes: [] };
    await commentary.write(comment, text, 0, act());
    const first = await approvals.move(of('E1'), 'approve', 1, act('approver'));
    expect(first).toMatchObject({ state: 'approved-1', approved: false });
    const second = await approvals.move(of('E1'), 'approve', 2, act('second-approver'));
    expect(second).toMatchObject({
      state: 'approved-2',
      approved: true,
      underReview: true,
      submission: { extractHash: sha('a'), definitionsHash: sha('b'), steps: 2, below: ['T1', 'T2'] },
    });
    expect(new Set(second.submission?.covers)).toEqual(new Set(['E1', 'T1', 'T2', 'T3']));
    await expect(commentary.write(comment, text, 1, act())).rejects.toMatchObject({ code: 'approved' });
    await approvals.move(of('E1'), 'return', 3, act('second-approver', 'A comment is wrong'));
    await commentary.write(comment, text, 1, act());
    await approvals.move(of('T1'), 'return', 2, act('approver', 'Now'));
    expect((await approvals.list('board', '2026-05')).map(({ key, state }) => `${key.unit} ${state}`)).toEqual([
      'E1 returned',
      'T1 returned',
      'T2 approved-1',
    ]);
    expect(
      (await approvals.history(of('T2'))).map(({ state, submission, why }) => [state, submission?.extractHash, why]),
    ).toEqual([
      ['submitted', sha('a'), null],
      ['returned', sha('a'), 'Check the team'],
      ['submitted', sha('c'), null],
      ['approved-1', sha('c'), null],
    ]);
    await close();
  });

  test('another month or report is another approval; what is withdrawn is open', async () => {
    const { approvals, close } = await openStore(await ground.fresh(), now);
    const act = acts();
    for (const key of [of('E1'), { ...of('E1'), month: '2026-06' }, { ...of('E1'), report: 'trust' }]) {
      await approvals.submit(key, put(1), 0, act());
    }
    await approvals.move(of('E1'), 'withdraw', 1, act('author', 'A late file'));
    expect(await approvals.at(of('E1'))).toMatchObject({
      state: 'open',
      submission: null,
      underReview: false,
      version: 2,
    });
    expect(await approvals.at({ ...of('E1'), report: 'trust' })).toMatchObject({ state: 'submitted', version: 1 });
    await expect(approvals.submit(of('E1'), put(1), 1, act())).rejects.toMatchObject({
      code: 'stale',
      changedBy: { version: 2 },
    });
    const bad = approvals.submit(of('E1'), { ...put(1), extractHash: 'abc' }, 2, act());
    await expect(bad).rejects.toMatchObject({ code: 'not-valid' });
    await close();
  });
});
