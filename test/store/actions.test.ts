import { expect, test } from 'vitest';
import { type NewAction, openStore } from '../../src/store/index.ts';
import { acts, now, onBoth } from './stores.ts';

const raised: NewAction = {
  report: 'board',
  indicator: 'assessments-45-days',
  unit: 'T12',
  month: '2026-05',
  text: 'Fill two posts',
  ownerRole: 'Service manager',
  due: '2026-07-31',
  causes: ['vacancies'],
  comment: { report: 'board', indicator: 'assessments-45-days', unit: 'T12', month: '2026-05', heading: 'action' },
};

onBoth((ground) => {
  test('an action is carried from month to month until it is closed, and can be opened again', async () => {
    const { actions, close } = await openStore(await ground.fresh(), now);
    const act = acts();
    const first = await actions.raise(raised, act());
    expect(first).toMatchObject({
      ...raised,
      number: 1,
      state: 'open',
      closedMonth: null,
      version: 1,
      action: 'raise',
    });
    await actions.raise({ ...raised, unit: 'T9', month: '2026-06', due: null, comment: null, indicator: null }, act());
    const standing = async (month: string, unit?: string) =>
      (await actions.list({ report: 'board', month, unit })).map(({ number, state }) => `${number} ${state}`);
    expect(await standing('2026-04')).toEqual([]);
    expect(await standing('2026-05')).toEqual(['1 open']);
    expect(await standing('2026-08')).toEqual(['1 open', '2 open']);
    expect(await standing('2026-08', 'T9')).toEqual(['2 open']);
    const { causes, ownerRole } = raised;
    await actions.revise(1, { text: 'Fill three posts', ownerRole, due: '2026-08-31', causes }, 1, act());
    await expect(actions.close(1, 'done', '2026-04', 2, act())).rejects.toMatchObject({ code: 'not-valid' });
    await actions.close(1, 'done', '2026-07', 2, act());
    expect([await standing('2026-06'), await standing('2026-07'), await standing('2026-08')]).toEqual([
      ['1 done', '2 open'],
      ['1 done', '2 open'],
      ['2 open'],
    ]);
    await expect(actions.revise(1, raised, 3, act())).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(actions.reopen(1, 3, act())).rejects.toMatchObject({ code: 'reason-missing' });
    await actions.reopen(1, 3, act('approver', 'One of them left again'));
    expect(await standing('2026-09')).toEqual(['1 open', '2 open']);
    await actions.close(2, 'drop', '2026-09', 1, act('author', 'Overtaken'));
    expect((await actions.history(1)).map(({ action, text, closedMonth }) => [action, text, closedMonth])).toEqual([
      ['raise', 'Fill two posts', null],
      ['revise', 'Fill three posts', null],
      ['done', 'Fill three posts', '2026-07'],
      ['reopen', 'Fill three posts', null],
    ]);
    expect(await actions.at(2)).toMatchObject({ state: 'dropped', why: 'Overtaken', due: null, comment: null });
    await close();
  });

  test('numbers are given once, also to those who ask at the same moment', async () => {
    const address = await ground.fresh();
    const stores = [await openStore(address, now), await openStore(address, now)];
    const act = acts();
    const made = await Promise.all(
      Array.from({ length: 10 }, (_, index) => stores[index % 2]?.actions.raise(raised, act())),
    );
    expect(made.map((action) => action?.number ?? 0).toSorted((one, other) => one - other)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
    ]);
    await expect(stores[0]?.actions.close(11, 'done', '2026-06', 0, act())).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(stores[0]?.actions.close(3, 'done', '2026-06', 0, act())).rejects.toMatchObject({ code: 'stale' });
    for (const store of stores) await store.close();
  });
});
