import type { CollectedFigure, OverrideRow, Target } from '../pack/index.ts';
import { type AccessStore, accessOf } from './access/index.ts';
import { type Actions, actionsOf } from './actions.ts';
import type { StoreAddress } from './address.ts';
import { type Approvals, approvalsOf } from './approvals.ts';
import { type Audit, auditOf } from './audit.ts';
import { type Commentary, commentaryOf } from './commentary.ts';
import { connectPostgres } from './connect-postgres.ts';
import { connectSqlite } from './connect-sqlite.ts';
import { type Editions, editionsOf } from './editions.ts';
import { migrate } from './migrate.ts';
import { type Migration, migrations } from './migrations/index.ts';
import { collectedKind, overrideKind, targetKind } from './setting-kinds.ts';
import { type Settings, settingsOf } from './settings.ts';

/** What people say, set, approve and publish. Nothing in it is ever changed in place: every change is a further version. */
export interface Store extends AccessStore {
  readonly kind: StoreAddress['kind'];
  readonly commentary: Commentary;
  readonly actions: Actions;
  readonly approvals: Approvals;
  readonly editions: Editions;
  readonly targets: Settings<Target>;
  readonly overrides: Settings<OverrideRow>;
  readonly collected: Settings<CollectedFigure>;
  readonly audit: Audit;
  close(): Promise<void>;
}

/**
 * Opens the store of an installation, makes it where there is none, and brings it up to date.
 *
 * @param now recorded with the steps that it takes
 * @throws StoreError `store-unreachable`, `store-newer`, `migration-differs`
 * @example
 * const store = await openStore(storeAddress(data, process.env.OUTTURN_STORE), new Date());
 */
export async function openStore(
  address: StoreAddress,
  now: Date,
  steps: readonly Migration[] = migrations,
): Promise<Store> {
  const dialect = address.kind;
  const db = address.kind === 'sqlite' ? connectSqlite(address.file) : await connectPostgres(address.url);
  try {
    await migrate(db, dialect, steps, now);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return {
    kind: address.kind,
    commentary: commentaryOf(db, dialect),
    actions: actionsOf(db, dialect),
    approvals: approvalsOf(db, dialect),
    editions: editionsOf(db, dialect),
    targets: settingsOf(db, dialect, targetKind),
    overrides: settingsOf(db, dialect, overrideKind),
    collected: settingsOf(db, dialect, collectedKind),
    audit: auditOf(db),
    ...accessOf(db, dialect),
    close: () => db.destroy(),
  };
}
