import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openStore, StoreError, storeAddress } from '../../src/store/index.ts';
import { type Dialect, type Migration, migrationHash, migrations } from '../../src/store/migrations/index.ts';
import { acts, folder, now, onBoth, server } from './stores.ts';

const step = (name: string, ...statements: string[]): Migration => ({ name, statements: () => statements });
const later = step('0003-later', 'create table later (n integer)', 'insert into later values (1)');
const key = { report: 'board', indicator: 'x', unit: 'E1', month: '2026-05', heading: 'cause' };
const text = { authorRole: 'Head of service', text: 'Words', quoted: [], causes: [] };

onBoth((ground) => {
  test('a store is made from nothing, and opening it again changes nothing', async () => {
    const address = await ground.fresh();
    const first = await openStore(address, now);
    expect(first.kind).toBe(ground.kind);
    await first.commentary.write(key, text, 0, acts()());
    await first.close();
    const again = await openStore(address, new Date('2030-01-01T00:00:00Z'));
    expect(await again.commentary.at(key)).toMatchObject({ text: 'Words' });
    await again.close();
  });

  test('several processes that open an empty store at once make it once', async () => {
    const address = await ground.fresh();
    const stores = await Promise.all(Array.from({ length: 5 }, () => openStore(address, now)));
    for (const store of stores) await store.close();
  });

  test('a step that fails leaves the store as it was, and the next opening takes it', async () => {
    const address = await ground.fresh();
    const broken = step('0003-later', 'create table later (n integer)', 'insert into nowhere values (1)');
    await expect(openStore(address, now, [...migrations, broken])).rejects.toThrow(/nowhere/);
    const store = await openStore(address, now, [...migrations, later]);
    await store.commentary.write(key, text, 0, acts()());
    await store.close();
  });

  test('a store of a later version is refused in words that say what to do, and so is one of another past', async () => {
    const address = await ground.fresh();
    await (await openStore(address, now, [...migrations, later])).close();
    const older = openStore(address, now);
    await expect(older).rejects.toMatchObject({
      code: 'store-newer',
      message: expect.stringMatching(/later version of Outturn.*0003-later.*Run that version/),
    });
    const changed = step('0003-later', 'create table later (n text)');
    await expect(openStore(address, now, [...migrations, changed])).rejects.toMatchObject({
      code: 'migration-differs',
    });
    const renamed = { ...later, name: '0003-another' };
    await expect(openStore(address, now, [...migrations, renamed])).rejects.toMatchObject({
      code: 'migration-differs',
      message: expect.stringMatching(/0003-later.*0003-another/),
    });
    await (
      await openStore(address, now, [...migrations, later, step('0004-last', 'create table last (n integer)')])
    ).close();
  });
});

// Where there is no server, it has been said aloud or was a failure: see startPostgres.
test.skipIf(server === null)('a PostgreSQL store without a schema is refused in words', async () => {
  const nowhere = `${server?.address}&options=${encodeURIComponent('-c search_path=nowhere')}`;
  await expect(openStore({ kind: 'postgres', url: nowhere }, now)).rejects.toMatchObject({
    code: 'store-unreachable',
    message: expect.stringContaining('no schema of its search path exists'),
  });
});

test('steps that have been released stay as they are', () => {
  const hashes = (dialect: Dialect) =>
    migrations.map((migration) => [migration.name, migrationHash(migration, dialect).slice(0, 16)]);
  expect({ sqlite: hashes('sqlite'), postgres: hashes('postgres') }).toMatchInlineSnapshot(`
    {
      "postgres": [
        [
          "0001-cycle",
          "cfca523adcd67904",
        ],
        [
          "0002-people",
          "ef251c17f7e69720",
        ],
      ],
      "sqlite": [
        [
          "0001-cycle",
          "11beed804b7f5758",
        ],
        [
          "0002-people",
          "ac60d808770521f5",
        ],
      ],
    }
  `);
});

test('a copy that SQLite makes of a store in use is a store', async () => {
  const file = join(folder, 'in-use', 'store.sqlite');
  const copy = join(folder, 'copy.sqlite');
  const store = await openStore({ kind: 'sqlite', file }, now);
  await store.commentary.write(key, text, 0, acts()());
  const other = new Sqlite(file);
  other.exec(`vacuum into '${copy}'`);
  other.close();
  await store.close();
  const restored = await openStore({ kind: 'sqlite', file: copy }, now);
  expect(await restored.commentary.at(key)).toMatchObject({ text: 'Words' });
  expect(await restored.audit.verify()).toEqual({ entries: 1, broken: null, differing: [] });
  await expect(restored.commentary.write(key, text, 0, acts()())).rejects.toMatchObject({ code: 'stale' });
  await restored.close();
});

test('the address of a store', () => {
  expect(storeAddress('/srv/data', undefined)).toEqual({ kind: 'sqlite', file: '/srv/data/store.sqlite' });
  expect(storeAddress('/srv/data', ' ')).toEqual({ kind: 'sqlite', file: '/srv/data/store.sqlite' });
  const url = 'postgres://outturn:secret@db.example/outturn';
  expect(storeAddress('/srv/data', url)).toEqual({ kind: 'postgres', url });
  for (const wrong of ['mysql://u:secret@h/d', 'secret', 'postgres://u:secret@h:port/d']) {
    expect(() => storeAddress('/srv/data', wrong)).toThrow(StoreError);
    expect(() => storeAddress('/srv/data', wrong)).not.toThrow(/secret/);
  }
});

test('what cannot be opened is said without the password', async () => {
  const file = join(folder, 'no-store', 'store.sqlite');
  mkdirSync(join(folder, 'no-store'));
  writeFileSync(file, 'This is a letter and no database. '.repeat(100));
  await expect(openStore({ kind: 'sqlite', file }, now)).rejects.toMatchObject({
    code: 'store-unreachable',
    message: expect.stringContaining(file),
  });
  const nobody = openStore({ kind: 'postgres', url: `postgres://outturn:secret@/db?host=${folder}` }, now);
  await expect(nobody).rejects.toMatchObject({
    code: 'store-unreachable',
    message: expect.not.stringContaining('secret'),
  });
});
