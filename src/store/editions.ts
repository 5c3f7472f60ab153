import type { Month } from '../calendar/index.ts';
import type { Act } from './act.ts';
import { beginning, digest } from './digest.ts';
import { StoreError } from './error.ts';
import { exclusively } from './exclusive.ts';
import { needHash, needMonth, needText } from './forms.ts';
import { append, doneOf } from './ledger.ts';
import type { Dialect } from './migrations/index.ts';
import type { ConceptTables, Database, Writing } from './tables.ts';
import { hasText } from './transitions.ts';

export type EditionKind = 'internal' | 'public';

/** What is published, and where its files are kept. */
export interface NewEdition {
  /** As `next` gave it; the folder of the files is named by it before it is entered. */
  readonly number: number;
  readonly report: string;
  readonly month: Month;
  readonly unit: string;
  readonly kind: EditionKind;
  /** SHA-256 over everything that the edition keeps. */
  readonly contentHash: string;
  readonly extractHash: string;
  readonly definitionsHash: string;
  /** Of the folder with its files, from the data folder. */
  readonly path: string;
  /** The earlier edition that it takes the place of; the act then says why. */
  readonly corrects: number | null;
  /** What is different in it, where it corrects one. */
  readonly changed: string | null;
}

/** An edition in the register. `hash` covers all of it and `previous`, so that a change anywhere before it shows. */
export interface Edition extends NewEdition {
  readonly signedBy: string;
  readonly role: string;
  readonly at: Date;
  /** Why it corrects the earlier one. */
  readonly why: string | null;
  /** The hash of the edition before it; 64 zeros for the first. */
  readonly previous: string;
  readonly hash: string;
}

export interface EditionFilter {
  readonly report?: string;
  readonly month?: Month;
  readonly unit?: string;
  readonly kind?: EditionKind;
}

/**
 * The register of editions: numbered from 1 over all reports, chained by hash, and never changed: the database itself
 * refuses to.
 *
 * @example
 * const number = await editions.next();
 * // write the files to a folder of that number, hand them to the disk, then:
 * await editions.register({ number, report: 'board', … }, { who, role, at });
 */
export interface Editions {
  at(number: number): Promise<Edition | null>;
  /** By number. */
  list(filter?: EditionFilter): Promise<readonly Edition[]>;
  /** The one in force: not corrected by a later one. */
  inForce(of: Required<EditionFilter>): Promise<Edition | null>;
  /** The number that the next one takes. */
  next(): Promise<number>;
  /**
   * Enters an edition.
   *
   * @throws StoreError `stale` where another took the number, `already-published` where there is one of the same report,
   * month, unit and kind that it does not correct, `not-found`, `reason-missing`, `not-valid`
   */
  register(edition: NewEdition, act: Act): Promise<Edition>;
  /** The first number whose hash does not follow from its entry and the one before; null where the chain is whole. */
  verify(): Promise<number | null>;
}

type Row = ConceptTables['editions'];

const editionOf = (row: Row): Edition => {
  const { who: signedBy, role, at, why } = doneOf(row);
  return {
    number: row.number,
    report: row.report,
    month: row.month,
    unit: row.unit,
    kind: row.kind as EditionKind,
    contentHash: row.content_hash,
    extractHash: row.extract_hash,
    definitionsHash: row.definitions_hash,
    path: row.path,
    corrects: row.corrects,
    changed: row.changed,
    signedBy,
    role,
    at,
    why,
    previous: row.previous,
    hash: row.hash,
  };
};

/** The hash of an edition's entry: everything in it but the hash itself. */
const entryHash = ({ hash: _, at, ...entry }: Edition): string => digest({ ...entry, at: at.toISOString() });

async function rowsOf(db: Database | Writing, filter: EditionFilter = {}): Promise<Edition[]> {
  let query = db.selectFrom('editions').selectAll();
  for (const column of ['report', 'month', 'unit', 'kind'] as const) {
    const wanted = filter[column];
    if (wanted !== undefined) query = query.where(column, '=', wanted);
  }
  return (await query.orderBy('number').execute()).map(editionOf);
}

async function inForce(db: Database | Writing, of: Required<EditionFilter>): Promise<Edition | null> {
  return (await rowsOf(db, of)).at(-1) ?? null;
}

const lastOf = async (db: Database | Writing): Promise<Row | null> =>
  (await db.selectFrom('editions').selectAll().orderBy('number', 'desc').limit(1).executeTakeFirst()) ?? null;

export function editionsOf(db: Database, dialect: Dialect): Editions {
  return {
    async at(number) {
      const row = await db.selectFrom('editions').selectAll().where('number', '=', number).executeTakeFirst();
      return row ? editionOf(row) : null;
    },
    list: (filter) => rowsOf(db, filter),
    inForce: (of) => inForce(db, of),
    next: async () => ((await lastOf(db))?.number ?? 0) + 1,
    register: (edition, act) =>
      exclusively(db, dialect, async (writing) => {
        const last = await lastOf(writing);
        if (edition.number !== (last?.number ?? 0) + 1) {
          const message = `Edition ${edition.number} is not the next one: number ${last?.number ?? 0} was the last.`;
          const by = last && { version: last.number, who: last.who, role: last.role, at: new Date(last.at) };
          throw new StoreError('stale', message, by);
        }
        checkCorrection(edition, await inForce(writing, edition), act);
        const { signedBy, previous, hash, ...entry } = entryOf(edition, act, last?.hash ?? beginning);
        return editionOf(
          await append(
            writing,
            'editions',
            { thread: String(edition.number), last: null, seen: 0, action: edition.corrects ? 'correct' : 'publish' },
            act,
            {
              number: entry.number,
              report: entry.report,
              month: entry.month,
              unit: entry.unit,
              kind: entry.kind,
              content_hash: entry.contentHash,
              extract_hash: entry.extractHash,
              definitions_hash: entry.definitionsHash,
              path: entry.path,
              corrects: entry.corrects,
              changed: entry.changed,
              previous,
              hash,
            },
          ),
        );
      }),
    async verify() {
      let previous = beginning;
      for (const [index, edition] of (await rowsOf(db)).entries()) {
        const { number, hash } = edition;
        if (number !== index + 1 || edition.previous !== previous || entryHash(edition) !== hash) return number;
        previous = hash;
      }
      return null;
    },
  };
}

function entryOf(edition: NewEdition, { who, role, at, why }: Act, previous: string): Edition {
  const entry: Edition = {
    number: edition.number,
    report: needText('report', edition.report),
    month: needMonth(edition.month),
    unit: needText('unit', edition.unit),
    kind: edition.kind,
    contentHash: needHash('The hash of the content', edition.contentHash),
    extractHash: needHash('The hash of the extract', edition.extractHash),
    definitionsHash: needHash('The hash of the definitions', edition.definitionsHash),
    path: needText('path', edition.path),
    corrects: edition.corrects,
    changed: edition.changed,
    signedBy: who,
    role,
    at,
    why: hasText(why) ? why : null,
    previous,
    hash: '',
  };
  return { ...entry, hash: entryHash(entry) };
}

function checkCorrection({ corrects, changed }: NewEdition, standing: Edition | null, { why }: Act): void {
  if (corrects === null) {
    if (standing) {
      throw new StoreError('already-published', `Edition ${standing.number} is of this report: correct that one.`);
    }
    return;
  }
  if (standing?.number !== corrects) {
    const right = standing ? `correct edition ${standing.number}, which is in force.` : 'there is none of this report.';
    throw new StoreError('not-found', `Edition ${corrects} is not what this one corrects: ${right}`);
  }
  if (!hasText(changed) || !hasText(why)) {
    throw new StoreError(
      'reason-missing',
      'An edition that corrects an earlier one says what is different in it and why.',
    );
  }
}
