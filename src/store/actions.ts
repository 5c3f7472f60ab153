import type { Day, Month } from '../calendar/index.ts';
import type { Done, PartAct } from './act.ts';
import { type ActionState, type ActionStep, actionRules } from './action-rules.ts';
import { type CommentaryKey, commentKey, commentThread } from './commentary-key.ts';
import { StoreError } from './error.ts';
import { exclusively } from './exclusive.ts';
import { needDay, needMonth, needText } from './forms.ts';
import { append, checkSeen, doneOf, latest } from './ledger.ts';
import type { Dialect } from './migrations/index.ts';
import type { ConceptTables, Database, Writing } from './tables.ts';
import { follow } from './transitions.ts';

/** What may be changed while an action is open. */
export interface ActionText {
  readonly text: string;
  /** The role that is to do it. */
  readonly ownerRole: string;
  readonly due: Day | null;
  /** Codes of the causes that it is to remove. */
  readonly causes: readonly string[];
}

export interface NewAction extends ActionText {
  readonly report: string;
  readonly indicator: string | null;
  readonly unit: string;
  /** The month whose report it was raised in. */
  readonly month: Month;
  /** The comment that it came from. */
  readonly comment: CommentaryKey | null;
}

/** One version of an action. */
export interface ActionVersion extends NewAction, Done {
  /** By which people name it; it never changes. */
  readonly number: number;
  readonly state: Exclude<ActionState, 'none'>;
  /** The month whose report it was closed in; null while it is open. */
  readonly closedMonth: Month | null;
}

/**
 * Actions. One that is open is carried from month to month until it is done or dropped; approvals do not stop them.
 *
 * @example
 * const action = await actions.raise({ report: 'board', …, month: '2026-05' }, act);
 * await actions.list({ report: 'board', month: '2026-07' }); // holds it
 * await actions.close(action.number, 'done', '2026-07', action.version, act);
 */
export interface Actions {
  at(number: number): Promise<ActionVersion | null>;
  /** What stands in a month: raised in it or before, and open or closed in it or later. By number. */
  list(filter: {
    readonly report: string;
    readonly month: Month;
    readonly unit?: string;
  }): Promise<readonly ActionVersion[]>;
  history(number: number): Promise<readonly ActionVersion[]>;
  raise(action: NewAction, act: PartAct): Promise<ActionVersion>;
  revise(number: number, text: ActionText, seen: number, act: PartAct): Promise<ActionVersion>;
  close(number: number, how: 'done' | 'drop', month: Month, seen: number, act: PartAct): Promise<ActionVersion>;
  reopen(number: number, seen: number, act: PartAct): Promise<ActionVersion>;
}

type Row = ConceptTables['actions'];
type Changing = Pick<Row, 'text' | 'owner_role' | 'due' | 'causes' | 'closed_month'>;

const versionOf = (row: Row): ActionVersion => ({
  number: row.number,
  report: row.report,
  indicator: row.indicator,
  unit: row.unit,
  month: row.month,
  closedMonth: row.closed_month,
  text: row.text,
  ownerRole: row.owner_role,
  due: row.due,
  state: row.state as ActionVersion['state'],
  causes: JSON.parse(row.causes) as string[],
  comment: row.comment === null ? null : commentKey(row.comment),
  ...doneOf(row),
});

const rowsOf = (db: Database | Writing, number: number): Promise<Row[]> =>
  db.selectFrom('actions').selectAll().where('thread', '=', String(number)).orderBy('version').execute();

export function actionsOf(db: Database, dialect: Dialect): Actions {
  const change = (
    number: number,
    action: ActionStep,
    seen: number,
    act: PartAct,
    changing: (last: Row) => Changing,
  ): Promise<ActionVersion> =>
    exclusively(db, dialect, async (writing) => {
      const last = (await rowsOf(writing, number)).at(-1);
      if (!last) throw new StoreError('not-found', `There is no action ${number}.`);
      checkSeen(last, seen);
      const state = follow(actionRules, { action, from: last.state as ActionState, by: act.as, why: act.why });
      const { report, indicator, unit, month, comment } = last;
      const content = { number, report, indicator, unit, month, comment, state, ...changing(last) };
      const thread = String(number);
      return versionOf(await append(writing, 'actions', { thread, last, seen, action }, act, content));
    });

  return {
    async at(number) {
      const last = (await rowsOf(db, number)).at(-1);
      return last ? versionOf(last) : null;
    },
    async list({ report, month, unit }) {
      let query = db.selectFrom('actions').selectAll().where('report', '=', report).where('month', '<=', month);
      if (unit !== undefined) query = query.where('unit', '=', unit);
      return latest(await query.orderBy('version').execute())
        .filter((row) => row.closed_month === null || row.closed_month >= month)
        .map(versionOf)
        .toSorted((one, other) => one.number - other.number);
    },
    history: async (number) => (await rowsOf(db, number)).map(versionOf),
    raise: (raised, act) =>
      exclusively(db, dialect, async (writing) => {
        const highest = await writing
          .selectFrom('actions')
          .select('number')
          .orderBy('number', 'desc')
          .limit(1)
          .execute();
        const number = (highest[0]?.number ?? 0) + 1;
        const { report, indicator, unit, month, comment } = raised;
        const content = {
          number,
          report: needText('report', report),
          indicator,
          unit: needText('unit', unit),
          month: needMonth(month),
          comment: comment && commentThread(comment),
          state: follow(actionRules, { action: 'raise', from: 'none', by: act.as }),
          ...textColumns(raised),
          closed_month: null,
        };
        const change = { thread: String(number), last: null, seen: 0, action: 'raise' };
        return versionOf(await append(writing, 'actions', change, act, content));
      }),
    revise: (number, text, seen, act) =>
      change(number, 'revise', seen, act, () => ({ ...textColumns(text), closed_month: null })),
    close: (number, how, month, seen, act) =>
      change(number, how, seen, act, (last) => ({ ...kept(last), closed_month: closing(last, month) })),
    reopen: (number, seen, act) =>
      change(number, 'reopen', seen, act, (last) => ({ ...kept(last), closed_month: null })),
  };
}

const kept = ({ text, owner_role, due, causes }: Row) => ({ text, owner_role, due, causes });

function closing({ month: raised }: Row, month: Month): Month {
  if (needMonth(month) < raised) throw new StoreError('not-valid', `It was raised in ${raised}, after ${month}.`);
  return month;
}

const textColumns = ({ text, ownerRole, due, causes }: ActionText) => ({
  text: needText('The text', text),
  owner_role: needText('The role of the owner', ownerRole),
  due: needDay(due),
  causes: JSON.stringify(causes),
});
