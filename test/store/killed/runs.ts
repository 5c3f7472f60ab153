import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import pg from 'pg';
import { openStore } from '../../../src/store/index.ts';
import { laterSteps, type Place, storeAt } from './places.ts';
import { program } from './program.ts';
import { entryOf } from './work.ts';

const now = new Date('2026-06-01T08:00:00Z');

/** Starts the process, lets it work until it has told some lines and a moment more, and kills it; gives the last line. */
async function killed(mode: 'write' | 'migrate', place: Place, lines: number, pauseMs: number): Promise<number> {
  const child = spawn(process.execPath, ['--no-warnings', await program(), mode, JSON.stringify(place)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let wrong = '';
  child.stderr.on('data', (text: Buffer) => {
    wrong += text;
  });
  const ended = new Promise<NodeJS.Signals | null>((resolve) => child.once('close', (_, signal) => resolve(signal)));
  let told = 0;
  let last = 0;
  let end = (): void => undefined;
  const enough = new Promise<void>((resolve) => {
    end = resolve;
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    last = Number(line);
    told += 1;
    if (told >= lines) end();
  });
  await Promise.race([enough, ended]);
  await setTimeout(pauseMs);
  child.kill('SIGKILL');
  if ((await ended) !== 'SIGKILL') throw new Error(`the process ended by itself: ${wrong}`);
  return last;
}

/** What is wrong with a store after a process that was writing to it was killed; `told` is the last change it told of. */
async function wrongAfterWriting(place: Place, told: number): Promise<string[]> {
  const store = await openStore(storeAt(place, 0), now);
  try {
    const { entries, broken, differing } = await store.audit.verify();
    const found = (await store.audit.entries({ limit: 1_000_000 })).map(
      ({ concept, thread, version, action }) => `${concept} ${thread} ${version} ${action}`,
    );
    const misplaced = found.findIndex((entry, n) => entry !== entryOf(n));
    return [
      ...(entries < told ? [`${told} changes were told of, ${entries} are there`] : []),
      ...(entries > told + 1 ? [`${told} changes were told of, ${entries} are there`] : []),
      ...(broken === null ? [] : [`entry ${broken} does not follow`]),
      ...(misplaced < 0 ? [] : [`change ${misplaced + 1} is ${found[misplaced]}`]),
      ...differing.map((row) => `${row} is not as it was written`),
      ...((await store.editions.verify()) === null ? [] : ['the chain of editions is broken']),
    ];
  } finally {
    await store.close();
  }
}

/** The tables of a store, as the database itself lists them. */
async function tablesOf(place: Place, n: number): Promise<readonly string[]> {
  const address = storeAt(place, n);
  if (address.kind === 'sqlite') {
    if (!existsSync(address.file)) return [];
    const database = new Sqlite(address.file, { timeout: 15_000 });
    const names = database.prepare("select name from sqlite_master where type = 'table'").pluck().all();
    database.close();
    return names as string[];
  }
  const client = new pg.Client({ connectionString: address.url });
  await client.connect();
  const { rows } = await client.query('select tablename as name from pg_tables where schemaname = current_schema()');
  await client.end();
  return rows.map(({ name }: { name: string }) => name);
}

/** How a store was found: empty, as the first version makes it, or as the later one. */
export type Shape = 'none' | 'first' | 'later';

async function shapeOf(place: Place, n: number): Promise<Shape | string> {
  const tables = await tablesOf(place, n);
  const shape = tables.length === 0 ? 'none' : tables.length === 9 ? 'first' : 'later';
  return shape !== 'later' || tables.length === 11 ? shape : `some of its tables: ${tables.join(', ')}`;
}

export interface KillRuns {
  readonly kills: number;
  readonly wrong: readonly string[];
  /** How many changes were made, or how often a store was found in each shape. */
  readonly seen: Readonly<Record<string, number>>;
}

/** Kills a process that writes, again and again, and looks at the store after each time. */
export async function killWriters(place: Place, kills: number, random: () => number): Promise<KillRuns> {
  const wrong: string[] = [];
  let told = 0;
  for (let kill = 1; kill <= kills; kill++) {
    const last = await killed('write', place, 1 + Math.floor(random() * 10), random() * 12);
    told = last;
    wrong.push(...(await wrongAfterWriting(place, last)).map((what) => `kill ${kill}: ${what}`));
  }
  return { kills, wrong, seen: { changes: told } };
}

/** Kills a process that makes stores and brings them up to date, and looks at the last one that it had begun. */
export async function killMigrations(place: Place, kills: number, random: () => number): Promise<KillRuns> {
  const wrong: string[] = [];
  const seen: Record<string, number> = {};
  for (let kill = 1; kill <= kills; kill++) {
    const own = { ...place, name: `${place.name}_${kill}` };
    const last = await killed('migrate', own, 1 + Math.floor(random() * 2), random() * 60);
    for (let n = 1; n <= last; n++) {
      const shape = await shapeOf(own, n);
      seen[shape] = (seen[shape] ?? 0) + 1;
      if (!['none', 'first', 'later'].includes(shape)) wrong.push(`kill ${kill}: ${shape}`);
      const store = await openStore(storeAt(own, n), now, laterSteps);
      const { entries, broken, differing } = await store.audit.verify();
      if (broken !== null || differing.length > 0 || entries > 3) wrong.push(`kill ${kill}: the rows are not whole`);
      if (n < last && (shape !== 'later' || entries !== 3)) wrong.push(`kill ${kill}: store ${n} is not complete`);
      await store.close();
    }
  }
  return { kills, wrong, seen };
}

/** Numbers from 0 to 1 that are the same each time. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
