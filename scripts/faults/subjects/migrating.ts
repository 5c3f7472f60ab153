import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import pg from 'pg';
import { openStore, type StoreAddress } from '../../../src/store/index.ts';
import { type Migration, migrations } from '../../../src/store/migrations/index.ts';
import type { Found, Place, Subject } from '../subject.ts';
import { change } from './approving.ts';

const opened = new Date('2026-01-01T00:00:00Z');
const rows = 3;

/** The first version of a store, and what a later one might bring: all its steps since, and one with some work in it. */
const first: readonly Migration[] = migrations.slice(0, 1);
const later: readonly Migration[] = [
  ...migrations,
  {
    name: '9999-later',
    statements: () => [
      'create table later_one (n integer primary key)',
      'insert into later_one select number from audit',
      'create table later_two (n integer references later_one (n))',
      'insert into later_two select n from later_one',
      'create index later_by_n on later_two (n)',
    ],
  },
];

/** Tables, indexes, triggers and functions of a store and the steps it says it has taken, as the database itself lists them. */
async function shapeOf(address: StoreAddress): Promise<string> {
  if (address.kind === 'sqlite') return existsSync(address.file) ? sqliteShape(address.file) : '';
  const client = new pg.Client({ connectionString: address.url });
  await client.connect();
  try {
    const { rows: found } = await client.query(`select * from (
      select 'table ' || relname || relkind::text as is from pg_class where relnamespace = current_schema()::regnamespace
      union all select 'column ' || table_name || column_name from information_schema.columns where table_schema = current_schema()
      union all select 'trigger ' || tgname from pg_trigger join pg_class on pg_class.oid = tgrelid
        where relnamespace = current_schema()::regnamespace and not tgisinternal
      union all select 'function ' || proname from pg_proc where pronamespace = current_schema()::regnamespace) s order by 1`);
    const names = found.map(({ is }: { is: string }) => is);
    const hasSteps = names.includes('table store_migrationsr');
    const steps = hasSteps ? (await client.query('select name from store_migrations order by number')).rows : [];
    return [...names, ...steps.map(({ name }: { name: string }) => name)].join('\n');
  } finally {
    await client.end();
  }
}

function sqliteShape(file: string): string {
  const database = new Sqlite(file, { timeout: 15_000 });
  try {
    const names = database
      .prepare('select type || name || sql from sqlite_master order by 1')
      .pluck()
      .all() as string[];
    const hasSteps = names.some((name) => name?.startsWith('tablestore_migrations'));
    const steps = hasSteps ? database.prepare('select name from store_migrations order by number').pluck().all() : [];
    return [...names, ...steps].join('\n');
  } finally {
    database.close();
  }
}

/** By kind of store: the shapes that it may be found in, in order. */
const shapes = new Map<string, readonly string[]>();

/** Learns the shapes from stores of which nothing was killed: in a folder that goes, or in the place, which is then emptied. */
async function learn(address: StoreAddress): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'outturn-shapes-'));
  const own: StoreAddress = address.kind === 'sqlite' ? { kind: 'sqlite', file: join(folder, 'a.sqlite') } : address;
  const empty = await shapeOf(own);
  await (await openStore(own, opened, first)).close();
  const asFirst = await shapeOf(own);
  await (await openStore(own, opened, later)).close();
  shapes.set(address.kind, [empty, asFirst, await shapeOf(own)]);
  await rm(folder, { recursive: true });
  if (address.kind === 'postgres') await emptied(address.url);
}

async function emptied(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows: found } = await client.query('select current_schema() as name');
  await client.query(`drop schema ${found[0].name} cascade`);
  await client.query(`create schema ${found[0].name}`);
  await client.end();
}

/** A store that is made, and after some changes brought up to date. */
export const migrating: Subject = {
  name: 'migrating',
  kinds: ['sqlite', 'postgres'],
  round: 2,
  apart: true,
  async prepare({ store }) {
    if (!shapes.has(store.kind)) await learn(store);
  },
  async work({ store: address }: Place, { begun, made }) {
    begun();
    const store = await openStore(address, opened, first);
    made(1);
    for (let n = 0; n < rows; n++) await change(store, n);
    await store.close();
    await (await openStore(address, opened, later)).close();
    made(2);
  },
  async look({ store: address }): Promise<Found> {
    const shape = await shapeOf(address);
    const changes = (shapes.get(address.kind) ?? []).indexOf(shape);
    const halfStates = changes < 0 ? [`it has some of its tables:\n${shape}`] : [];
    const store = await openStore(address, opened, later);
    const { entries, broken, differing } = await store.audit.verify();
    await store.close();
    if (broken !== null || differing.length > 0 || entries > rows) halfStates.push('its rows are not whole');
    if (changes === 2 && entries !== rows) halfStates.push('it was brought up to date without its rows');
    const after = await shapeOf(address);
    const upToDate = shapes.get(address.kind)?.at(-1);
    const unreadable = upToDate !== undefined && after !== upToDate ? ['it could not be brought up to date later'] : [];
    return { changes: Math.max(0, changes), halfStates, unreadable, leftovers: 0 };
  },
};
