import { join } from 'node:path';
import type { StoreAddress } from '../../../src/store/index.ts';
import type { Migration } from '../../../src/store/migrations/index.ts';
import { migrations } from '../../../src/store/migrations/index.ts';

/** Where a process that will be killed works: a folder, or a PostgreSQL server. */
export interface Place {
  readonly kind: StoreAddress['kind'];
  /** The folder, or the address of the server. */
  readonly at: string;
  /** A name that no other place has. */
  readonly name: string;
}

/** The n-th store of a place. */
export function storeAt({ kind, at, name }: Place, n: number): StoreAddress {
  if (kind === 'sqlite') return { kind, file: join(at, `${name}-${n}`, 'store.sqlite') };
  return { kind, url: `${at}&options=${encodeURIComponent(`-c search_path=${name}_${n}`)}` };
}

/** Steps as a later version might bring: the store's own, and then one with some work in it. */
export const laterSteps: readonly Migration[] = [
  ...migrations,
  {
    name: '0002-later',
    statements: () => [
      'create table later_one (n integer primary key)',
      'insert into later_one select number from audit',
      'create table later_two (n integer references later_one (n))',
      'insert into later_two select n from later_one',
      'create index later_by_n on later_two (n)',
    ],
  },
];
