import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type PostgresServer, startPostgres } from '../../test/store/postgres-server.ts';
import type { Place, StoreKind } from './subject.ts';

/** Where places are made. */
export interface Ground {
  /** The stores there are. */
  readonly kinds: readonly StoreKind[];
  /** A new place, with an empty store. */
  place(kind: StoreKind): Promise<Place>;
}

/** A folder below /tmp and, where it is asked for and installed, a PostgreSQL server of its own; both go when the work is done. */
export async function onGround<T>(kinds: readonly StoreKind[], work: (ground: Ground) => Promise<T>): Promise<T> {
  const folder = mkdtempSync('/tmp/outturn-faults-');
  const remove = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  process.once('exit', remove);
  const server = kinds.includes('postgres') ? await startPostgres() : null;
  try {
    return await work(groundIn(folder, server, kinds));
  } finally {
    await server?.stop();
    remove();
    process.off('exit', remove);
  }
}

/** A ground in a folder and on a server that others care for. */
export function groundIn(folder: string, server: PostgresServer | null, kinds: readonly StoreKind[]): Ground {
  let made = 0;
  return {
    kinds: kinds.filter((kind) => kind === 'sqlite' || server !== null),
    async place(kind) {
      made += 1;
      const own = join(folder, `place-${made}`);
      await mkdir(own, { recursive: true });
      if (kind === 'sqlite') return { folder: own, store: { kind, file: join(own, 'data/store.sqlite') } };
      if (server === null) throw new Error('there is no PostgreSQL');
      return { folder: own, store: { kind, url: await server.fresh() } };
    },
  };
}
