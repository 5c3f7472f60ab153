import { beginning, digest } from './digest.ts';
import type { Concept, ConceptTables, Database, Writing } from './tables.ts';
import { concepts } from './tables.ts';

/** A row that the audit answers for. */
export interface AuditLink {
  readonly concept: Concept;
  readonly row: ConceptTables[Concept];
}

/** One change of the store, in the order in which they were made. */
export interface AuditEntry {
  readonly number: number;
  readonly concept: Concept;
  /** What was changed, as the concept names it. */
  readonly thread: string;
  readonly version: number;
  readonly action: string;
  readonly who: string;
  readonly role: string;
  readonly at: Date;
  /** SHA-256 of this entry with the one before it. */
  readonly hash: string;
}

/** How much of the store is as it was written. */
export interface AuditCheck {
  readonly entries: number;
  /** The first entry whose place in the chain is wrong; null where the chain is whole. */
  readonly broken: number | null;
  /** Rows that are not as they were written, are gone, or were never entered: `commentary board/…/cause 3`. */
  readonly differing: readonly string[];
}

/** Enters a row: its digest, and the hash of the entry before it. */
export async function chainTo(writing: Writing, { concept, row }: AuditLink): Promise<void> {
  const last = await writing
    .selectFrom('audit')
    .select(['number', 'hash'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  const { thread, version, action, who, role, at } = row;
  const entry = {
    number: (last?.number ?? 0) + 1,
    concept,
    thread,
    version,
    action,
    who,
    role,
    at,
    digest: digest(row),
    previous: last?.hash ?? beginning,
  };
  await writing
    .insertInto('audit')
    .values({ ...entry, hash: digest(entry) })
    .execute();
}

/**
 * The audit of changes: every row of the store has one entry with its digest, each entry the hash of the one before. A row
 * changed, taken out or put in behind the program's back shows. Entries cut off the end together with their rows cannot be
 * seen from the store alone: whoever keeps the last hash elsewhere sees that too.
 */
export interface Audit {
  /** Entries after a number, oldest first. */
  entries(options?: { readonly after?: number; readonly limit?: number }): Promise<readonly AuditEntry[]>;
  /** How many entries there are; the last has that number. */
  count(): Promise<number>;
  /** The hash of the last entry; 64 zeros where there is none. */
  head(): Promise<string>;
  /** Reads the whole store against its audit. */
  verify(): Promise<AuditCheck>;
}

export function auditOf(db: Database): Audit {
  return {
    async entries({ after = 0, limit = 1000 } = {}) {
      const rows = await db
        .selectFrom('audit')
        .selectAll()
        .where('number', '>', after)
        .orderBy('number')
        .limit(limit)
        .execute();
      return rows.map(({ number, concept, thread, version, action, who, role, at, hash }) => {
        return { number, concept: concept as Concept, thread, version, action, who, role, at: new Date(at), hash };
      });
    },
    async count() {
      const last = await db.selectFrom('audit').select('number').orderBy('number', 'desc').limit(1).executeTakeFirst();
      return last?.number ?? 0;
    },
    async head() {
      const last = await db.selectFrom('audit').select('hash').orderBy('number', 'desc').limit(1).executeTakeFirst();
      return last?.hash ?? beginning;
    },
    // One state of all tables: others may be writing.
    verify: () => db.transaction().setIsolationLevel('repeatable read').execute(verify),
  };
}

async function verify(db: Writing): Promise<AuditCheck> {
  const entries = await db.selectFrom('audit').selectAll().orderBy('number').execute();
  let previous = beginning;
  let broken: number | null = null;
  const entered = new Map<string, string>();
  for (const [index, { hash, ...entry }] of entries.entries()) {
    const right = entry.number === index + 1 && entry.previous === previous && digest(entry) === hash;
    if (!right) broken ??= entry.number;
    previous = hash;
    entered.set(`${entry.concept} ${entry.thread} ${entry.version}`, entry.digest);
  }
  const differing: string[] = [];
  for (const concept of concepts) {
    const rows = await db
      .selectFrom(concept as 'commentary')
      .selectAll()
      .execute();
    for (const row of rows) {
      const name = `${concept} ${row.thread} ${row.version}`;
      if (entered.get(name) !== digest(row)) differing.push(name);
      entered.delete(name);
    }
  }
  return { entries: entries.length, broken, differing: [...differing, ...entered.keys()].toSorted() };
}
