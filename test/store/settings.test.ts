import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rowFor } from '../../src/judgement/index.ts';
import { readPack, type Target } from '../../src/pack/index.ts';
import { openStore } from '../../src/store/index.ts';
import { acts, folder, now, onBoth } from './stores.ts';

const packsFolder = join(import.meta.dirname, '../../packs');
const target: Target = {
  indicator: 'assessments-45-days',
  from: '2026-04-01',
  target: 90,
  amber: 82.5,
  set_by: 'Director',
  reason: 'Raised, "as agreed"\nwith the board',
};

onBoth((ground) => {
  test('a target set by a person goes before the one of the pack, and leaves when it is taken back', async () => {
    const { targets, close } = await openStore(await ground.fresh(), now);
    const act = acts();
    const { pack } = await readPack('demo', { packsFolder });
    const inForce = async (knownAt?: Date) => {
      const rows = await targets.over(pack?.targets ?? [], { knownAt });
      return rowFor(rows, 'assessments-45-days', 'T1', '2026-05-31')?.target;
    };
    expect(await inForce()).toBe(88);
    const first = await targets.set(target, 0, act());
    expect(first).toMatchObject({ row: target, version: 1, who: 'user-author', withdrawn: false });
    expect(await inForce()).toBe(90);
    await expect(targets.set({ ...target, target: 91 }, 0, act())).rejects.toMatchObject({
      code: 'stale',
      changedBy: { version: 1 },
    });
    const second = await targets.set({ ...target, target: 92 }, 1, act());
    expect(await inForce()).toBe(92);
    // It stands in the place of the pack's row of that day, not beside it.
    expect(await targets.over(pack?.targets ?? [])).toHaveLength(pack?.targets.length ?? 0);
    expect(await inForce(first.at)).toBe(90);
    expect(await inForce(now)).toBe(88);
    await expect(targets.withdraw(target, 2, act())).rejects.toMatchObject({ code: 'reason-missing' });
    await targets.withdraw(target, 2, act('author', 'Set in error'));
    expect(await inForce()).toBe(88);
    expect(await inForce(second.at)).toBe(92);
    await expect(targets.withdraw(target, 3, act('author', 'Again'))).rejects.toMatchObject({ code: 'not-found' });
    expect((await targets.history(target)).map(({ row, withdrawn, why }) => [row.target, withdrawn, why])).toEqual([
      [90, false, null],
      [92, false, null],
      [92, true, 'Set in error'],
    ]);
    await close();
  });

  test('what people set is read back by a pack as CSV', async () => {
    const store = await openStore(await ground.fresh(), now);
    const act = acts();
    await store.targets.set({ ...target, from: '2027-04-01' }, 0, act());
    await store.targets.set({ ...target, from: '2028-04-01', unit: 'D1', target: 0.1 + 0.2 }, 0, act());
    await store.overrides.set(
      { indicator: 'assessments-45-days', month: '2026-05', status: 'near', reason: 'Two, late', set_by: 'Director' },
      0,
      act(),
    );
    const home = await mkdtemp(join(folder, 'packs-'));
    await cp(packsFolder, home, { recursive: true });
    const before = await readPack('demo', { packsFolder: home });
    const file = join(home, 'demo', 'targets.csv');
    const own = await readFile(file, 'utf8');
    const header = own.slice(0, own.indexOf('\n')).trim().split(',');
    const exported = await store.targets.csv();
    // The demo names fewer columns than there are; every column of the export is one that a pack may have.
    expect(exported.slice(0, exported.indexOf('\n')).split(',')).toEqual(expect.arrayContaining(header));
    await writeFile(file, exported);
    await writeFile(join(home, 'demo', 'overrides.csv'), await store.overrides.csv());
    const { pack, diagnostics } = await readPack('demo', { packsFolder: home });
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(before.pack).not.toBeNull();
    expect(pack?.targets).toEqual((await store.targets.rows()).map(({ row }) => row));
    expect(pack?.overrides).toEqual((await store.overrides.rows()).map(({ row }) => row));
    await rm(home, { recursive: true });
    await store.close();
  });

  test('figures typed in keep every digit, and a field that is not in its form is refused', async () => {
    const { collected, overrides, targets, audit, close } = await openStore(await ground.fresh(), now);
    const act = acts();
    const figure = {
      indicator: 'sickness',
      unit: 'T1',
      month: '2026-05',
      value: 1.005,
      as_at: '2026-06-03',
      source: 'HR',
    };
    await collected.set(figure, 0, act());
    await collected.set({ ...figure, month: '2026-06', value: 0, source: undefined }, 0, act());
    expect((await collected.rows()).map(({ row }) => row)).toEqual([
      figure,
      { indicator: 'sickness', unit: 'T1', month: '2026-06', value: 0, as_at: '2026-06-03' },
    ]);
    expect((await collected.csv()).split('\n')[1]).toBe('sickness,T1,2026-05,,,1.005,2026-06-03,HR');
    const { entries } = await audit.verify();
    for (const refused of [
      () => collected.set({ ...figure, month: '2026-5' }, 0, act()),
      () => targets.set({ ...target, from: '1 April' }, 0, act()),
      () =>
        overrides.set({ indicator: 'x', month: '2026-05', status: 'near', reason: ' ', set_by: 'Director' }, 0, act()),
    ]) {
      await expect(refused()).rejects.toMatchObject({ code: 'not-valid' });
    }
    expect((await audit.verify()).entries).toBe(entries);
    await close();
  });
});
