import { rmSync, statSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openStore, type Store } from '../../src/store/index.ts';
import { acts, type Ground, now, onBoth, sha } from './stores.ts';

const key = { report: 'board', indicator: 'x', unit: 'E1', month: '2026-05', heading: 'cause' };
const text = { authorRole: 'Head of service', text: 'Words', quoted: [], causes: [] };

/** One row or more in every table. */
async function fill(store: Store): Promise<void> {
  const act = acts();
  await store.commentary.write(key, text, 0, act());
  await store.commentary.write(key, { ...text, text: 'Better words' }, 1, act());
  const { heading: _, ...of } = key;
  await store.actions.raise({ ...of, text: 'Do it', ownerRole: 'Head', due: null, causes: [], comment: null }, act());
  const hashes = { extractHash: sha('a'), definitionsHash: sha('b') };
  await store.approvals.submit(of, { ...hashes, steps: 1, covers: [], below: [] }, 0, act());
  for (const number of [1, 2]) {
    const edition = { ...of, report: `board-${number}`, kind: 'internal' as const, corrects: null, changed: null };
    await store.editions.register(
      { ...edition, ...hashes, number, contentHash: sha('c'), path: `editions/${number}` },
      act(),
    );
  }
  const set = { indicator: 'x', set_by: 'Head', reason: 'So agreed' };
  await store.targets.set({ ...set, from: '2026-04-01', target: 90 }, 0, act());
  await store.overrides.set({ ...set, month: '2026-05', status: 'near' }, 0, act());
  await store.collected.set({ indicator: 'x', month: '2026-05', value: 4 }, 0, act());
}

const tables = ['commentary', 'actions', 'approvals', 'editions', 'targets', 'overrides', 'collected', 'audit'];

/** Asks the database itself, behind the program's back. */
async function behind(ground: Ground, run: (ask: (sql: string) => Promise<unknown>, address: string) => Promise<void>) {
  const address = await ground.fresh();
  const store = await openStore(address, now);
  await fill(store);
  if (address.kind === 'sqlite') {
    const database = new Sqlite(address.file);
    await run(async (sql) => database.exec(sql), address.file);
    database.close();
  } else {
    const schema = /search_path%3D(\w+)/.exec(address.url)?.[1];
    await run(async (sql) => ground.server?.query(`set search_path = ${schema}; ${sql}`), address.url);
  }
  return store;
}

onBoth((ground) => {
  test('no row of any table can be changed, taken away or replaced, whoever asks', async () => {
    const store = await behind(ground, async (ask) => {
      for (const table of tables) {
        const refused = [
          `update ${table} set who = 'somebody else'`,
          `update ${table} set at = at`,
          `delete from ${table}`,
          ...(ground.kind === 'sqlite'
            ? [
                `insert or replace into ${table} select * from ${table} limit 1`,
                `replace into ${table} select * from ${table}`,
              ]
            : [`truncate ${table} cascade`]),
        ];
        for (const sql of refused) await expect(ask(sql), sql).rejects.toThrow(/append-only/);
      }
      if (ground.kind === 'sqlite') {
        // A row that shares nothing but one unique column would push the other out.
        const columns =
          'report, month, unit, kind, content_hash, extract_hash, definitions_hash, path, corrects, changed, previous, hash, version, action, who, role, at, why';
        const other = `insert or replace into editions (number, thread, ${columns}) select 1, 'other', ${columns} from editions where number = 2`;
        await expect(ask(other)).rejects.toThrow(/append-only/);
      }
    });
    expect(await store.audit.verify()).toEqual({ entries: 9, broken: null, differing: [] });
    expect(await store.editions.verify()).toBeNull();
    await store.close();
  });

  const without = (table: string, sql: string): string => {
    if (ground.kind === 'postgres')
      return `alter table ${table} disable trigger user; ${sql}; alter table ${table} enable trigger user`;
    const kinds = ['changed', 'deleted', 'replaced'];
    return [...kinds.map((kind) => `drop trigger ${table}_is_not_${kind}`), sql].join('; ');
  };

  test.each([
    [
      'a comment changed',
      'commentary',
      "update commentary set text = 'Kinder words' where version = 1",
      { broken: null, differing: ['commentary board/x/E1/2026-05/cause 1'] },
    ],
    [
      'a comment taken out',
      'commentary',
      'delete from commentary where version = 2',
      { broken: null, differing: ['commentary board/x/E1/2026-05/cause 2'] },
    ],
    [
      'a comment with another author',
      'commentary',
      "update commentary set who = 'kim' where version = 2",
      { broken: null, differing: ['commentary board/x/E1/2026-05/cause 2'] },
    ],
    [
      'an entry of the audit changed',
      'audit',
      "update audit set who = 'kim' where number = 4",
      { broken: 4, differing: [] },
    ],
    [
      'an entry of the audit taken out',
      'audit',
      'delete from audit where number = 3',
      { broken: 4, differing: ['actions 1 1'] },
    ],
  ])('%s by somebody who removed the triggers is found', async (_, table, sql, found) => {
    const store = await behind(ground, async (ask) => void (await ask(without(table, sql))));
    expect(await store.audit.verify()).toMatchObject(found);
    await store.close();
  });

  test('an edition changed behind the register is found by its number', async () => {
    const store = await behind(ground, async (ask) => {
      await ask(without('editions', `update editions set content_hash = '${sha('d')}' where number = 1`));
    });
    expect(await store.editions.verify()).toBe(1);
    expect((await store.audit.verify()).differing).toEqual(['editions 1 1']);
    await store.close();
  });

  test('the audit tells who changed what, in order, a page at a time', async () => {
    const store = await openStore(await ground.fresh(), now);
    expect(await store.audit.head()).toBe('0'.repeat(64));
    await fill(store);
    const [first, ...rest] = await store.audit.entries();
    expect(first).toMatchObject({
      number: 1,
      concept: 'commentary',
      thread: 'board/x/E1/2026-05/cause',
      version: 1,
      action: 'write',
      who: 'user-author',
      role: 'Team manager',
      at: new Date('2026-06-01T09:01:00Z'),
    });
    expect(rest.map(({ concept, action }) => `${concept} ${action}`)).toEqual([
      'commentary write',
      'actions raise',
      'approvals submit',
      'editions publish',
      'editions publish',
      'targets set',
      'overrides set',
      'collected set',
    ]);
    expect(await store.audit.entries({ after: 3, limit: 2 })).toEqual(rest.slice(2, 4));
    expect(await store.audit.head()).toBe(rest.at(-1)?.hash);
    await store.close();
  });
});

test('a SQLite store, and what SQLite writes beside it, is for its owner alone', async () => {
  const before = process.umask(0);
  const file = `/tmp/outturn-mode-${process.pid}/store.sqlite`;
  try {
    const store = await openStore({ kind: 'sqlite', file }, now);
    await fill(store);
    for (const path of [file, `${file}-wal`, `${file}-shm`]) expect(statSync(path).mode & 0o777).toBe(0o600);
    await store.close();
  } finally {
    process.umask(before);
    rmSync(`/tmp/outturn-mode-${process.pid}`, { recursive: true, force: true });
  }
});
