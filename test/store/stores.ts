import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe } from 'vitest';
import type { PartAct, StoreAddress } from '../../src/store/index.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';

/** A kind of store to test on: each call of `fresh` is the address of one that is empty. */
export interface Ground {
  readonly kind: StoreAddress['kind'];
  fresh(): Promise<StoreAddress>;
  /** Of PostgreSQL alone: asks the server itself. */
  readonly server: PostgresServer | null;
}

export const folder = mkdtempSync('/tmp/outturn-store-');
/** Null where PostgreSQL is not installed. */
export const server = await startPostgres();
afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});
let made = 0;

const sqlite: Ground = {
  kind: 'sqlite',
  server: null,
  fresh: async () => {
    made += 1;
    return { kind: 'sqlite', file: join(folder, String(made), 'store.sqlite') };
  },
};

export const grounds: readonly Ground[] = [
  sqlite,
  ...(server
    ? [
        {
          kind: 'postgres' as const,
          server,
          fresh: async () => ({ kind: 'postgres' as const, url: await server.fresh() }),
        },
      ]
    : []),
];

/** The same tests on both databases. */
export const onBoth = (tests: (ground: Ground) => void): void =>
  grounds.forEach((ground) => {
    describe(ground.kind, () => tests(ground));
  });

/** A change by somebody, a minute after the one before it. */
export function acts(): (as?: PartAct['as'], why?: string) => PartAct {
  let minute = 0;
  return (as = 'author', why) => {
    minute += 1;
    const at = new Date(Date.UTC(2026, 5, 1, 9, minute));
    return { who: `user-${as}`, role: as === 'author' ? 'Team manager' : 'Head of service', at, as, why };
  };
}

export const sha = (letter: string): string => letter.repeat(64);
export const now = new Date('2026-06-01T08:00:00Z');
