import { cycle } from './0001-cycle.ts';
import { people } from './0002-people.ts';
import type { Migration } from './migration.ts';

/** Every step, in order. A step that has been released is never changed: what is new is a step after it. */
export const migrations: readonly Migration[] = [cycle, people];
export { type Dialect, type Migration, migrationHash } from './migration.ts';
