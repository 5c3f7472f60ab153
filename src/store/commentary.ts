import type { Day, Month } from '../calendar/index.ts';
import type { Done, PartAct } from './act.ts';
import { checkNotApproved } from './approval-locks.ts';
import { type CommentaryKey, commentKey, commentThread } from './commentary-key.ts';
import { type CommentaryAction, type CommentaryState, commentaryRules } from './commentary-rules.ts';
import { StoreError } from './error.ts';
import { exclusively } from './exclusive.ts';
import { needDay, needText } from './forms.ts';
import { append, checkSeen, doneOf, latest } from './ledger.ts';
import type { Dialect } from './migrations/index.ts';
import type { ConceptTables, Database, Writing } from './tables.ts';
import { follow } from './transitions.ts';

/** A figure that the text quotes from elsewhere or from later than the month: it has its own date. */
export interface QuotedFigure {
  /** As it stands in the text: 105. */
  readonly text: string;
  readonly asAt: Day;
  readonly source: string | null;
}

export interface CommentText {
  /** The role it is written for: Head of service. */
  readonly authorRole: string;
  /** Plain text with figure tokens such as `{figure:assessments-45-days@E10000016/2026-05}`. */
  readonly text: string;
  readonly quoted: readonly QuotedFigure[];
  /** Codes of causes, as the report lists them. */
  readonly causes: readonly string[];
}

/** One version of a comment, as it was written. */
export interface CommentVersion extends CommentText, Done {
  readonly key: CommentaryKey;
  readonly state: Exclude<CommentaryState, 'none'>;
  /** The comment whose text stands here too; its own text is then empty. */
  readonly shares: CommentaryKey | null;
}

/** A comment as a reader sees it: where it shares another one's, text and state are that one's. */
export type Comment = CommentVersion;

export interface CommentaryFilter {
  readonly report: string;
  readonly month: Month;
  readonly unit?: string;
  readonly indicator?: string | null;
}

/**
 * Comments. Every call that changes one takes the version that the caller has seen (0: none yet) and gives the new state.
 *
 * @example
 * const draft = await commentary.write(key, { authorRole, text, quoted: [], causes: [] }, 0, { who, role, at, as: 'author' });
 * await commentary.move(key, 'submit', draft.version, { who, role, at, as: 'author' });
 */
export interface Commentary {
  at(key: CommentaryKey): Promise<Comment | null>;
  /** Comments of a report and month, ordered by their keys. */
  list(filter: CommentaryFilter): Promise<readonly Comment[]>;
  /** Every version, oldest first, each as it was written. */
  history(key: CommentaryKey): Promise<readonly CommentVersion[]>;
  /** Writes a draft in place of what is there. */
  write(key: CommentaryKey, text: CommentText, seen: number, act: PartAct): Promise<Comment>;
  /** Lets another comment stand here too. It is submitted and approved where it was written, not here. */
  share(key: CommentaryKey, source: CommentaryKey, seen: number, act: PartAct): Promise<Comment>;
  move(
    key: CommentaryKey,
    action: Exclude<CommentaryAction, 'write' | 'share'>,
    seen: number,
    act: PartAct,
  ): Promise<Comment>;
}

type Row = ConceptTables['commentary'];

const versionOf = (row: Row): CommentVersion => ({
  key: { report: row.report, indicator: row.indicator, unit: row.unit, month: row.month, heading: row.heading },
  authorRole: row.author_role,
  state: row.state as CommentVersion['state'],
  text: row.text,
  quoted: JSON.parse(row.quoted) as QuotedFigure[],
  causes: JSON.parse(row.causes) as string[],
  shares: row.shares === null ? null : commentKey(row.shares),
  ...doneOf(row),
});

const rowsOf = (db: Database | Writing, thread: string): Promise<Row[]> =>
  db.selectFrom('commentary').selectAll().where('thread', '=', thread).orderBy('version').execute();

const lastOf = async (db: Database | Writing, thread: string): Promise<Row | null> =>
  (await rowsOf(db, thread)).at(-1) ?? null;

/** What a reader sees of a row. */
async function seenBy(db: Database | Writing, row: Row): Promise<Comment> {
  const own = versionOf(row);
  const source = row.shares === null ? null : await lastOf(db, row.shares);
  if (source === null) return own;
  const { authorRole, state, text, quoted, causes } = versionOf(source);
  return { ...own, authorRole, state, text, quoted, causes };
}

export function commentaryOf(db: Database, dialect: Dialect): Commentary {
  const change = (
    key: CommentaryKey,
    action: CommentaryAction,
    seen: number,
    act: PartAct,
    content: (
      writing: Writing,
      last: Row | null,
    ) => Promise<Pick<Row, 'author_role' | 'text' | 'quoted' | 'causes' | 'shares'>>,
  ): Promise<Comment> =>
    exclusively(db, dialect, async (writing) => {
      const thread = commentThread(key);
      const last = await lastOf(writing, thread);
      checkSeen(last, seen);
      const from = (last?.state ?? 'none') as CommentaryState;
      const state = follow(commentaryRules, { action, from, by: act.as, why: act.why });
      for (const place of [key, ...(await placesOf(writing, thread))]) await checkNotApproved(writing, place);
      const { report, indicator, unit, month, heading } = key;
      const fields = { report, indicator, unit, month, heading, state, ...(await content(writing, last)) };
      return seenBy(writing, await append(writing, 'commentary', { thread, last, seen, action }, act, fields));
    });

  return {
    async at(key) {
      const last = await lastOf(db, commentThread(key));
      return last && seenBy(db, last);
    },
    async list({ report, month, unit, indicator }) {
      let query = db.selectFrom('commentary').selectAll().where('report', '=', report).where('month', '=', month);
      if (unit !== undefined) query = query.where('unit', '=', unit);
      if (indicator !== undefined) query = query.where('indicator', indicator === null ? 'is' : '=', indicator);
      const rows = latest(await query.orderBy('version').execute());
      return Promise.all(rows.map((row) => seenBy(db, row)));
    },
    history: async (key) => (await rowsOf(db, commentThread(key))).map(versionOf),
    write: (key, text, seen, act) =>
      change(key, 'write', seen, act, async () => ({ ...textColumns(key, text), shares: null })),
    share: (key, source, seen, act) =>
      change(key, 'share', seen, act, async (writing) => {
        const shares = commentThread(source);
        const [written, sharing] = [await lastOf(writing, shares), await placesOf(writing, commentThread(key))];
        if (written === null) throw new StoreError('not-found', 'There is no such comment to share.');
        if (written.shares !== null || sharing.length > 0 || shares === commentThread(key)) {
          throw new StoreError(
            'not-allowed',
            'A shared comment is written in one place, and every other points there.',
          );
        }
        return { author_role: written.author_role, text: '', quoted: '[]', causes: '[]', shares };
      }),
    move: (key, action, seen, act) =>
      change(key, action, seen, act, async (_, last) => {
        if (last === null) throw new StoreError('not-found', 'There is no such comment.');
        if (last.shares !== null) {
          throw new StoreError('not-allowed', `It shares a comment: ${action} it where it was written.`);
        }
        const { author_role, text, quoted, causes } = last;
        return { author_role, text, quoted, causes, shares: null };
      }),
  };
}

/** The other places that show the comment of a thread. */
async function placesOf(db: Writing, thread: string): Promise<readonly CommentaryKey[]> {
  const rows = await db.selectFrom('commentary').select('thread').where('shares', '=', thread).distinct().execute();
  const lasts = await Promise.all(rows.map((row) => lastOf(db, row.thread)));
  return lasts.filter((last) => last?.shares === thread).map((last) => commentKey(last?.thread ?? ''));
}

function textColumns(key: CommentaryKey, { authorRole, text, quoted, causes }: CommentText) {
  for (const [name, value] of Object.entries({ report: key.report, unit: key.unit, heading: key.heading })) {
    needText(name, value);
  }
  for (const figure of quoted) {
    needText('A quoted figure', figure.text);
    needDay(figure.asAt);
  }
  return {
    author_role: needText('The role of the author', authorRole),
    text: needText('The text', text),
    quoted: JSON.stringify(quoted),
    causes: JSON.stringify(causes),
  };
}
