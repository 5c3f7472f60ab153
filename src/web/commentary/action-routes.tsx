import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Person } from '../../access/index.ts';
import { type ActionVersion, type Store, StoreError } from '../../store/index.ts';
import type { Query } from '../choice.ts';
import { sendPage } from '../html.ts';
import type { ServerOptions } from '../options.ts';
import { Problem } from '../problem.ts';
import { actionErrors, actionText, readAction, type TypedAction, typedAction } from './action-form.tsx';
import { ActionPage } from './action-page.tsx';
import { actionAddress, commentAddress } from './address.ts';
import { actBy } from './hand.ts';
import { NewActionPage } from './new-action-page.tsx';
import { choosePlace, type Opened } from './open.ts';
import { refusal } from './refused.ts';
import { fresh, mustBe } from './routes.tsx';
import { type FieldError, type Fields, field } from './typed.ts';

interface OfAction {
  Params: { number: string };
  Querystring: Query;
}

type Open = (person: Person, query: Query, report: string | undefined) => Opened;

/** The pages of actions: raised from a comment, changed, closed and opened again. */
export function actionRoutes(server: FastifyInstance, options: ServerOptions, store: Store, open: Open): void {
  const config = { right: 'figures' } as const;

  server.post('/commentary/actions', { config }, async ({ person, body }, reply) => {
    const fields = (body ?? {}) as Fields;
    const { month, unit, report, indicator } = Object.fromEntries(
      ['month', 'unit', 'report', 'indicator'].map((name) => [name, field(fields, name)]),
    );
    const opened = open(person, { month, unit }, report);
    mustBe(opened.hand.comments);
    const typed = readAction(fields);
    const errors = actionErrors(typed);
    const about = indicator === '' ? null : (indicator ?? null);
    const { choice } = opened;
    choosePlace(opened, about);
    if (errors.length > 0) {
      return sendPage(fresh(reply.code(400)), <NewActionPage opened={opened} {...{ about, typed, errors }} />);
    }
    await store.actions.raise(
      {
        ...actionText(typed),
        causes: [],
        report: opened.report.id,
        indicator: about,
        unit: choice.unit,
        month: choice.month,
        comment: null,
      },
      actBy(person, 'author', options.now()),
    );
    return reply.redirect(`${commentAddress(opened.report.id, choice, about)}?done=action`, 303);
  });

  server.get<OfAction>('/commentary/actions/:number', { config }, async ({ person, params, query }, reply) => {
    const { opened, action } = await opening(person, params.number, query);
    const done = query.done === 'saved' ? 'The action is saved.' : null;
    return show(reply, opened, action, { typed: typedAction(action), errors: [], done });
  });

  server.post<OfAction>('/commentary/actions/:number', { config }, async ({ person, params, query, body }, reply) => {
    const { opened, action } = await opening(person, params.number, query);
    mustBe(opened.hand.comments);
    const fields = (body ?? {}) as Fields;
    const how = field(fields, 'act');
    const typed = how === 'write' ? readAction(fields) : typedAction(action);
    const errors = how === 'write' ? actionErrors(typed) : [];
    if (errors.length > 0) return show(reply.code(400), opened, action, { typed, errors, done: null });
    try {
      await change(opened, action, how, typed, fields);
      return reply.redirect(`${actionAddress(action.number, opened.choice.month)}&done=saved`, 303);
    } catch (error) {
      const says = error instanceof StoreError ? refusal(error) : null;
      if (says === null) throw error;
      const isReason = error instanceof StoreError && error.code === 'reason-missing';
      const wrong: FieldError = isReason ? { field: 'why', text: 'Say why' } : { field: '', text: says };
      const now = (await store.actions.at(action.number)) ?? action;
      return show(reply.code(isReason ? 400 : 409), opened, now, { typed, errors: [wrong], done: null });
    }
  });

  async function change(
    { hand, choice }: Opened,
    { number, causes }: ActionVersion,
    how: string,
    typed: TypedAction,
    fields: Fields,
  ): Promise<void> {
    const seen = Number(field(fields, 'seen'));
    const act = actBy(hand.person, 'author', options.now(), field(fields, 'why').trim());
    if (how === 'write') await store.actions.revise(number, { ...actionText(typed), causes }, seen, act);
    else if (how === 'done' || how === 'drop') await store.actions.close(number, how, choice.month, seen, act);
    else if (how === 'reopen') await store.actions.reopen(number, seen, act);
    else throw new StoreError('not-valid', 'That is nothing that can be done with an action.');
  }

  /** @throws Problem 404 for a number there is no action of, or of a unit that is not there for the person */
  async function opening(
    person: Person,
    number: string,
    query: Query,
  ): Promise<{ readonly opened: Opened; readonly action: ActionVersion }> {
    const action = /^\d{1,9}$/.test(number) ? await store.actions.at(Number(number)) : null;
    if (action === null) throw new Problem(404, 'There is no such action', ['It may have another number.']);
    return { action, opened: open(person, { month: query.month ?? action.month, unit: action.unit }, action.report) };
  }

  interface ShownAction {
    readonly typed: TypedAction;
    readonly errors: readonly FieldError[];
    readonly done: string | null;
  }

  async function show(
    reply: FastifyReply,
    opened: Opened,
    action: ActionVersion,
    shown: ShownAction,
  ): Promise<FastifyReply> {
    const history = await store.actions.history(action.number);
    return sendPage(fresh(reply), <ActionPage {...shown} {...{ opened, action, history }} />);
  }
}
