import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { dayOf, type Person } from '../../access/index.ts';
import { type PartAct, type Store, StoreError } from '../../store/index.ts';
import { chooseFrom, type Query } from '../choice.ts';
import { StillLoading } from '../errors.tsx';
import { sendPage } from '../html.ts';
import type { ServerOptions } from '../options.ts';
import { Problem } from '../problem.ts';
import { actionRoutes } from './action-routes.tsx';
import { commentAddress } from './address.ts';
import { actBy, handOf } from './hand.ts';
import { CommentaryPage } from './list-page.tsx';
import { placeView, type Shown } from './model.ts';
import { chooseCommented, choosePlace, commentedReports, deskOf, type Opened } from './open.ts';
import { PlacePage } from './place-page.tsx';
import { refusal } from './refused.ts';
import { saveWords, submitWords } from './save.ts';
import { decide, decisions, share } from './take.ts';
import { errorsIn, type FieldError, type Fields, field, readTyped, wholeFigures, withFacts } from './typed.ts';

interface Asked {
  Querystring: Query;
}
interface OfPlace extends Asked {
  Params: { report: string; month: string; unit: string; indicator?: string };
}

/** The pages on which people say what a figure means, and others return or approve it. */
export function commentaryRoutes(server: FastifyInstance, options: ServerOptions, store: Store): void {
  const open = (person: Person, query: Query, report: string | undefined): Opened => {
    const figures = options.figures();
    if (figures === null) throw new StillLoading();
    const choice = chooseFrom(figures, query);
    const chosen = chooseCommented(choice, report);
    const desk = deskOf(choice, chosen, options.benchmarks?.() ?? null);
    return { choice, report: chosen, desk, hand: handOf(person, choice, dayOf(options.now())) };
  };

  server.get<Asked>('/commentary', { config: { right: 'figures' } }, async ({ person, query }, reply) => {
    const opened = open(person, query, typeof query.report === 'string' ? query.report : undefined);
    const { report, choice } = opened;
    const { month, unit } = choice;
    const [comments, actions] = await Promise.all([
      store.commentary.list({ report: report.id, month, unit }),
      store.actions.list({ report: report.id, month, unit }),
    ]);
    const reports = commentedReports(choice.figures.pack);
    return sendPage(fresh(reply), <CommentaryPage {...{ opened, reports, comments, actions }} />);
  });

  const show = async (
    reply: FastifyReply,
    opened: Opened,
    indicator: string | null,
    shown: Shown = {},
    done: string | null = null,
  ): Promise<FastifyReply> => {
    const view = await placeView(opened, store, choosePlace(opened, indicator), shown);
    return sendPage(fresh(reply), <PlacePage opened={opened} view={view} done={done} />);
  };

  const opening = ({ person, params }: FastifyRequest<OfPlace>): Opened =>
    open(person, { month: params.month, unit: params.unit }, params.report);

  const get = async (request: FastifyRequest<OfPlace>, reply: FastifyReply): Promise<FastifyReply> => {
    const { indicator = null } = request.params;
    return show(reply, opening(request), indicator, {}, told(request.query.done));
  };

  const post = async (request: FastifyRequest<OfPlace>, reply: FastifyReply): Promise<FastifyReply> => {
    const opened = opening(request);
    const { indicator = null } = request.params;
    const fields = (request.body ?? {}) as Fields;
    const act = field(fields, 'act');
    choosePlace(opened, indicator);
    if (act in decisions) return take(reply, opened, indicator, act, fields);
    mustBe(opened.hand.comments);
    const typed = readTyped(fields);
    if (act === 'insert') return show(reply, opened, indicator, { typed: withFacts(typed) });
    const errors = errorsIn(typed);
    if (act === 'check' || errors.length > 0) {
      return show(reply.code(errors.length > 0 && act !== 'check' ? 400 : 200), opened, indicator, { typed, errors });
    }
    const doubts = typed.words.flatMap(({ text, quoted }) =>
      text === '' ? [] : opened.desk.doubts(indicator, text, wholeFigures(quoted)),
    );
    if (act === 'submit' && doubts.length > 0 && !typed.looked) {
      const first: FieldError = {
        field: 'looked',
        text: 'Look at what the checks tell of the words, and say that you have',
      };
      return show(reply.code(400), opened, indicator, { typed, errors: [first] });
    }
    try {
      const done = await write(opened, indicator, typed, act);
      return reply.redirect(`${addressOf(opened, indicator)}?done=${done}`, 303);
    } catch (error) {
      const says = error instanceof StoreError ? refusal(error) : null;
      if (says === null) throw error;
      return show(reply.code(409), opened, indicator, { typed, errors: [{ field: '', text: says }] });
    }
  };

  async function write(
    { choice, report, hand }: Opened,
    indicator: string | null,
    typed: ReturnType<typeof readTyped>,
    act: string,
  ): Promise<'saved' | 'submitted'> {
    const where = { report: report.id, indicator, unit: choice.unit, month: choice.month };
    const by = authorAct(hand.person);
    await saveWords(store.commentary, where, typed, by);
    if (act !== 'submit') return 'saved';
    await submitWords(
      store.commentary,
      where,
      typed.words.map(({ heading }) => heading),
      by,
    );
    return 'submitted';
  }

  const authorAct = (person: Person): PartAct => actBy(person, 'author', options.now());

  async function take(
    reply: FastifyReply,
    opened: Opened,
    indicator: string | null,
    act: string,
    fields: Fields,
  ): Promise<FastifyReply> {
    const { hand, choice, report } = opened;
    const where = { report: report.id, indicator, unit: choice.unit, month: choice.month };
    const asked = { where, fields, person: hand.person, at: options.now() };
    try {
      if (act === 'share') {
        mustBe(hand.comments);
        await share(store.commentary, asked);
      } else {
        const decision = decisions[act as keyof typeof decisions];
        mustBe(decision.as === 'author' ? hand.comments : hand.approves);
        await decide(store.commentary, act as Exclude<keyof typeof decisions, 'share'>, asked);
      }
      return reply.redirect(`${addressOf(opened, indicator)}?done=${act}`, 303);
    } catch (error) {
      const says = error instanceof StoreError ? refusal(error) : null;
      if (says === null) throw error;
      const isReason = error instanceof StoreError && error.code === 'reason-missing';
      const errors = [
        isReason ? { field: `why-${act}`, text: 'Say why, for who wrote it' } : { field: '', text: says },
      ];
      return show(reply.code(isReason ? 400 : 409), opened, indicator, { errors });
    }
  }

  for (const url of ['/commentary/:report/:month/:unit', '/commentary/:report/:month/:unit/:indicator']) {
    server.get<OfPlace>(url, { config: { right: 'figures' } }, get);
    server.post<OfPlace>(url, { config: { right: 'figures' } }, post);
  }
  actionRoutes(server, options, store, open);
}

const addressOf = ({ report, choice }: Opened, indicator: string | null): string =>
  commentAddress(report.id, choice, indicator);

/** Words that are being written are of the moment: a browser keeps none of them. */
export const fresh = (reply: FastifyReply): FastifyReply => reply.header('cache-control', 'no-store');

/** @throws Problem 403 */
export function mustBe(allowed: boolean): void {
  if (allowed) return;
  throw new Problem(403, 'That is not for you to do', [
    'It is for people with another part in this unit. Whoever looks after people in Outturn can give it.',
  ]);
}

const doneWords: Readonly<Record<string, string>> = {
  saved: 'The draft is saved.',
  submitted: 'It is submitted, and waits for the approver.',
  withdraw: 'It is taken back, and can be changed.',
  return: 'It is returned to who wrote it.',
  approve: 'It is approved, and stands in the report.',
  reopen: 'It is open again, and no longer in the report.',
  share: 'The words now stand here too.',
  action: 'The action is added.',
};

const told = (done: unknown): string | null => (typeof done === 'string' ? (doneWords[done] ?? null) : null);
