import { createHash } from 'node:crypto';

export type Dialect = 'sqlite' | 'postgres';

/**
 * One step of the store's shape, forward only. Statements are SQL as it is sent: a query builder's output may change with
 * its version, and the hash of a step that stores have taken must not.
 */
export interface Migration {
  /** 0001-what-it-brings; the number orders the steps. */
  readonly name: string;
  statements(dialect: Dialect): readonly string[];
}

/** SHA-256 of what a migration does to a store of that kind. */
export function migrationHash(migration: Migration, dialect: Dialect): string {
  return createHash('sha256')
    .update(JSON.stringify(migration.statements(dialect)))
    .digest('hex');
}
