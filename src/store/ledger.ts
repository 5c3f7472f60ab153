import type { Act, Done } from './act.ts';
import { chainTo } from './audit.ts';
import { StoreError } from './error.ts';
import type { Concept, ConceptTables, Writing } from './tables.ts';
import { hasText } from './transitions.ts';

/** A row without what the ledger itself writes. */
type Content<C extends Concept> = Omit<
  ConceptTables[C],
  'thread' | 'version' | 'action' | 'who' | 'role' | 'at' | 'why'
>;

export interface Change {
  readonly thread: string;
  /** The last version of the thread, as read in the same transaction; null: there is none. */
  readonly last: { readonly version: number; who: string; role: string; at: string } | null;
  /** The version that the caller has seen; 0: none. */
  readonly seen: number;
  readonly action: string;
}

/**
 * Appends the next version of a thread and its link in the audit.
 *
 * @throws StoreError `stale` where the thread has moved on since the caller read it, `not-valid` without who and role.
 */
export async function append<C extends Concept>(
  writing: Writing,
  concept: C,
  { thread, last, seen, action }: Change,
  act: Act,
  content: Content<C>,
): Promise<ConceptTables[C]> {
  checkSeen(last, seen);
  checkTexts({ ...content, ...act, thread });
  if (!hasText(act.who) || !hasText(act.role))
    throw new StoreError('not-valid', 'A change needs who and in which role.');
  const row = {
    ...content,
    thread,
    version: seen + 1,
    action,
    who: act.who,
    role: act.role,
    at: act.at.toISOString(),
    why: hasText(act.why) ? act.why : null,
  } as unknown as ConceptTables[C];
  // The compiler does not follow a table's name to its row; the signature has tied them.
  await writing
    .insertInto(concept as 'commentary')
    .values(row as ConceptTables['commentary'])
    .execute();
  await chainTo(writing, { concept, row });
  return row;
}

/** Both databases must be able to keep a text and give it back as it was. */
function checkTexts(fields: object): void {
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string' && (value.includes('\0') || !value.isWellFormed())) {
      throw new StoreError('not-valid', `${name} has characters that are no text.`);
    }
  }
}

/** @throws StoreError `stale` where what the caller has seen is not the last version. */
export function checkSeen(last: Change['last'], seen: number): void {
  const version = last?.version ?? 0;
  if (version === seen) return;
  if (last === null) throw new StoreError('stale', 'It does not exist yet: read it again.');
  const { who, role, at } = last;
  throw new StoreError(
    'stale',
    `It was changed since you read it: version ${version}, by ${who} (${role}), ${at}. You saw version ${seen}.`,
    { version, who, role, at: new Date(at) },
  );
}

/** The name of a thread: its parts in order, such that no two keys have one name. */
export const threadOf = (...parts: readonly (string | null)[]): string =>
  parts.map((part) => (part === null ? '' : encodeURIComponent(part))).join('/');

/** What a row says of the change that it is. */
export function doneOf(row: ConceptTables[Concept]): Done {
  const { version, action, who, role, at, why } = row;
  return { version, action, who, role, at: new Date(at), why };
}

/** The last row of each thread, in the order of the threads. Rows must come by version within a thread. */
export function latest<Row extends { readonly thread: string }>(rows: readonly Row[]): Row[] {
  const last = new Map(rows.map((row) => [row.thread, row]));
  return [...last.values()].toSorted((one, other) => (one.thread < other.thread ? -1 : 1));
}
