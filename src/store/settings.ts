import type { z } from 'zod';
import type { Act, Done } from './act.ts';
import { packCsv } from './csv.ts';
import { StoreError } from './error.ts';
import { exclusively } from './exclusive.ts';
import { append, checkSeen, doneOf, latest, threadOf } from './ledger.ts';
import type { Dialect } from './migrations/index.ts';
import type { ConceptTables, Database, SettingConcept, Writing } from './tables.ts';
import { hasText } from './transitions.ts';

/** A row that a person has set, with who, when and why. */
export interface Setting<Row> extends Done {
  /** The row as it would stand in the pack's CSV file. */
  readonly row: Row;
  /** Its place in the order of setting, over all rows. */
  readonly number: number;
  /** Whether it was taken back: it then counts for nothing. */
  readonly withdrawn: boolean;
}

/**
 * Rows of one of a pack's CSV files that people set while it runs. A row set again under the same key takes the place of
 * the one before; both stay in the history.
 */
export interface Settings<Row> {
  /**
   * The rows in force, in the order in which they were set.
   *
   * @param knownAt only what had been set by then; without it everything
   */
  rows(options?: { readonly knownAt?: Date }): Promise<readonly Setting<Row>[]>;
  /** The rows of a pack with those in force over them: a row that is set takes the place of the pack's of the same key. */
  over(packRows: readonly Row[], options?: { readonly knownAt?: Date }): Promise<readonly Row[]>;
  /** Every row that was ever set under the key of a row, oldest first. */
  history(like: Row): Promise<readonly Setting<Row>[]>;
  /** @throws StoreError `not-valid` where a field is not as the pack's schema asks, `stale` */
  set(row: Row, seen: number, act: Act): Promise<Setting<Row>>;
  /** Takes the row of a key back; needs a reason. */
  withdraw(like: Row, seen: number, act: Act): Promise<Setting<Row>>;
  /** The rows in force as a CSV file that the pack reads. */
  csv(): Promise<string>;
}

/** What one kind of row is made of. */
export interface SettingKind<Row extends SettingRow> {
  readonly concept: SettingConcept;
  readonly schema: z.ZodObject & z.ZodType<Row>;
  /** The fields that say what the row is for. */
  readonly key: readonly (keyof Row & string)[];
}

interface SettingRow {
  readonly indicator: string;
  readonly unit?: string | undefined;
}

type Stored = ConceptTables[SettingConcept];

export function settingsOf<Row extends SettingRow>(
  db: Database,
  dialect: Dialect,
  { concept, schema, key }: SettingKind<Row>,
): Settings<Row> {
  const columns = Object.keys(schema.shape);
  const nameOf = (row: Row): string => threadOf(...key.map((field) => String(row[field] ?? '')));
  const settingOf = (stored: Stored): Setting<Row> => ({
    row: JSON.parse(stored.row) as Row,
    number: stored.number,
    withdrawn: stored.action === 'withdraw',
    ...doneOf(stored),
  });
  const rowsOf = (from: Database | Writing, thread: string): Promise<Stored[]> =>
    from.selectFrom(concept).selectAll().where('thread', '=', thread).orderBy('version').execute();
  const change = (row: Row, action: 'set' | 'withdraw', seen: number, act: Act): Promise<Setting<Row>> =>
    exclusively(db, dialect, async (writing) => {
      const thread = nameOf(row);
      const last = (await rowsOf(writing, thread)).at(-1) ?? null;
      checkSeen(last, seen);
      if (action === 'withdraw' && last?.action !== 'set')
        throw new StoreError('not-found', 'No such row is in force.');
      const stored = action === 'withdraw' && last ? last.row : JSON.stringify(row);
      const highest = await writing.selectFrom(concept).select('number').orderBy('number', 'desc').limit(1).execute();
      const { indicator, unit = '' } = row;
      const content = { indicator, unit, row: stored, number: (highest[0]?.number ?? 0) + 1 };
      return settingOf(await append(writing, concept, { thread, last, seen, action }, act, content));
    });
  const inForce = async (knownAt?: Date): Promise<Setting<Row>[]> => {
    const until = knownAt?.toISOString();
    const rows = await db.selectFrom(concept).selectAll().orderBy('version').execute();
    return latest(until === undefined ? rows : rows.filter(({ at }) => at <= until))
      .map(settingOf)
      .filter(({ withdrawn }) => !withdrawn)
      .toSorted((one, other) => one.number - other.number);
  };

  return {
    rows: ({ knownAt } = {}) => inForce(knownAt),
    async over(packRows, { knownAt } = {}) {
      const set = (await inForce(knownAt)).map(({ row }) => row);
      const taken = new Set(set.map(nameOf));
      return [...packRows.filter((row) => !taken.has(nameOf(row))), ...set];
    },
    history: async (like) => (await rowsOf(db, nameOf(like))).map(settingOf),
    async set(row, seen, act) {
      const read = schema.safeParse(row);
      if (!read.success) {
        const [issue] = read.error.issues;
        throw new StoreError('not-valid', `${issue?.path.join('.') || 'The row'}: ${issue?.message}.`);
      }
      return change(read.data, 'set', seen, act);
    },
    async withdraw(like, seen, act) {
      if (!hasText(act.why)) throw new StoreError('reason-missing', 'To take a setting back, say why.');
      return change(like, 'withdraw', seen, act);
    },
    csv: async () =>
      packCsv(
        columns,
        (await inForce()).map(({ row }) => row),
      ),
  };
}
