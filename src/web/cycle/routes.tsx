import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { dayOf, lineOf, may, type Person, type Right } from '../../access/index.ts';
import { dayLabel } from '../../calendar/index.ts';
import { type Allowed, allowedActions, type Standing } from '../../cycle/index.ts';
import { commentsFor } from '../../edition/index.ts';
import { coveredBy } from '../../measure/index.ts';
import type { Report } from '../../pack/index.ts';
import {
  type ApprovalAction,
  type ApprovalKey,
  type ApprovalVersion,
  approvalActions,
  type Part,
  type Store,
  StoreError,
} from '../../store/index.ts';
import { type Choice, chooseFrom, type Query } from '../choice.ts';
import { StillLoading } from '../errors.tsx';
import { sendPage } from '../html.ts';
import type { ServerOptions } from '../options.ts';
import { Problem } from '../problem.ts';
import { ReportMaker } from '../reports/made-report.ts';
import { cycleAddress, standingAddress } from './address.ts';
import { cycleDesk } from './gather.ts';
import type { Held } from './held.tsx';
import { CyclePage } from './list-page.tsx';
import { ReviewPage } from './review-page.tsx';
import { type Refused, StandingPage } from './standing-page.tsx';

interface Asked {
  Querystring: Query;
}
interface AskedOfReport extends Asked {
  Params: { report: string };
}
interface AskedToAct extends AskedOfReport {
  Params: { report: string; action: string };
  Body: Readonly<Record<string, unknown>> | undefined;
}

/** Which right lets a person play which part. */
const partRights: readonly (readonly [Part, Right])[] = [
  ['author', 'comment'],
  ['approver', 'approve'],
  ['second-approver', 'approve-second'],
];

const config = { right: 'figures' } as const;

/** The pages on which reports are submitted and approved. */
export function cycleRoutes(server: FastifyInstance, options: ServerOptions, store: Store): void {
  const benchmarks = () => options.benchmarks?.() ?? null;
  const desk = cycleDesk(options, store);
  const maker = new ReportMaker(benchmarks, async (report, at) => (await commentsFor(store, report, at)).approved);
  const chosen = (query: Query): Choice => {
    const figures = options.figures();
    if (figures === null) throw new StillLoading();
    return chooseFrom(figures, query);
  };

  server.get<Asked>('/cycle', { config }, async ({ query }, reply) => {
    const choice = chosen(query);
    const listed = [];
    for (const report of choice.figures.pack.reports.values()) {
      listed.push({ report, standing: await desk.standing(report, choice) });
    }
    return sendPage(reply.header('cache-control', 'no-store'), <CyclePage choice={choice} listed={listed} />);
  });

  server.get<AskedOfReport>('/cycle/:report', { config }, async (request, reply) => {
    const choice = chosen(request.query);
    const report = chooseReport(choice, request.params.report);
    const standing = await desk.standing(report, choice);
    const done = approvalActions.find((action) => action === request.query.done) ?? null;
    return show(request, reply, { choice, report, standing, refused: null, done });
  });

  server.get<AskedOfReport>('/cycle/:report/review', { config }, async ({ params, query }, reply) => {
    const choice = chosen(query);
    const report = chooseReport(choice, params.report);
    const { month, unit } = choice;
    const approval = await store.approvals.at({ report: report.id, month, unit });
    const held = await heldBy(approval);
    if (approval === null || !held?.extracts) throw notUnderReview(choice, report);
    const reviewed = await desk.reviewed(report, choice);
    const made = await maker.make(report, reviewed);
    reply.header('cache-control', 'no-store');
    return sendPage(reply, <ReviewPage choice={reviewed} report={report} made={made} extracts={held.extracts} />);
  });

  server.post<AskedToAct>('/cycle/:report/:action', { config }, async (request, reply) => {
    const { params, person, query } = request;
    const action = approvalActions.find((one) => one === params.action);
    if (action === undefined) throw new Problem(404, 'Page not found', ['There is nothing at this address.']);
    const choice = chosen(query);
    const report = chooseReport(choice, params.report);
    const body = request.body ?? {};
    const why = typeof body.why === 'string' ? body.why.trim() : '';
    const standing = await desk.standing(report, choice);
    const allowed = allowedTo(person, choice, standing).find((one) => one.action === action);
    const refuse = (says: string, status = 409, field = false): Promise<FastifyReply> => {
      reply.code(status);
      return show(request, reply, {
        choice,
        report,
        standing,
        refused: { action, says, field, typed: why },
        done: null,
      });
    };
    if (!allowed) return refuse(notAllowed(standing), 403);
    if (action === 'submit' && standing.submittable === 'no') {
      return refuse('It cannot be submitted yet: what is missing is listed below');
    }
    if (why === '' && (allowed.reason || (action === 'submit' && standing.submittable === 'with-reason'))) {
      return refuse(
        action === 'submit' ? 'Say why it goes forward all the same' : `Say why you ${action} it`,
        400,
        true,
      );
    }
    try {
      await act({ choice, report, standing, person, allowed, version: Number(body.version), why });
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      return refuse(inWords(error));
    }
    return reply.redirect(`${standingAddress(report.id, choice)}&done=${action}`, 303);
  });

  interface Shown {
    readonly choice: Choice;
    readonly report: Report;
    readonly standing: Standing;
    readonly refused: Refused | null;
    readonly done: ApprovalAction | null;
  }

  async function show({ person }: FastifyRequest, reply: FastifyReply, shown: Shown): Promise<FastifyReply> {
    const { choice, report, standing, done } = shown;
    const key = keyOf(choice, report);
    const history = await store.approvals.history(key);
    const edition = await store.editions.inForce({ ...key, kind: 'internal' });
    reply.header('cache-control', 'no-store');
    return sendPage(
      reply,
      <StandingPage
        {...shown}
        history={history}
        allowed={allowedTo(person, choice, standing)}
        held={await heldBy(standing.approval?.standing ?? null)}
        edition={edition?.number ?? null}
        mayPublish={mayOf(person, choice)('publish')}
        // An address that is opened again does not say again that something was done.
        done={done !== null && history.at(-1)?.action === done ? done : null}
      />,
    );
  }

  const mayOf = (person: Person, { units, unit }: Choice): ((right: Right) => boolean) => {
    const line = lineOf(units, unit);
    return (right) => may(person, right, line, dayOf(options.now()));
  };

  function allowedTo(person: Person, choice: Choice, { approval, nextMonth }: Standing): readonly Allowed[] {
    if (approval === null || nextMonth !== null || options.review === undefined) return [];
    const allows = mayOf(person, choice);
    const parts = partRights.filter(([, right]) => allows(right)).map(([part]) => part);
    return allowedActions(approval, parts);
  }

  /** Whether what is under review is still what is in force. */
  async function heldBy(approval: ApprovalVersion | null): Promise<Held | null> {
    const { review } = options;
    if (!approval?.underReview || approval.submission === null || review === undefined) return null;
    const { extractHash, definitionsHash } = approval.submission;
    const current = review.basis();
    return {
      extracts: await review.extracts(extractHash),
      newer: current !== null && current.extractHash !== extractHash,
      redefined: current !== null && current.definitionsHash !== definitionsHash,
    };
  }

  interface Acting {
    readonly choice: Choice;
    readonly report: Report;
    readonly standing: Standing;
    readonly person: Person;
    readonly allowed: Allowed;
    /** Of the approval, as the person saw it. */
    readonly version: number;
    readonly why: string;
  }

  async function act({ choice, report, standing, person, allowed, version, why }: Acting): Promise<void> {
    const { approval } = standing;
    const basis = options.review?.basis() ?? null;
    if (approval === null || basis === null) throw new StillLoading();
    const key = keyOf(choice, report);
    const by = { who: person.id, role: person.post, at: options.now(), why: why === '' ? null : why, as: allowed.as };
    if (allowed.action !== 'submit') {
      await store.approvals.move(key, allowed.action, version, by);
      return;
    }
    const submission = {
      extractHash: basis.extractHash,
      definitionsHash: basis.definitionsHash,
      steps: report.cycle?.approval.steps ?? approval.steps,
      covers: coveredBy(choice.units, choice.unit),
      below: approval.below.map(({ unit }) => unit.code),
    };
    await store.approvals.submit(key, submission, version, by);
  }
}

const keyOf = ({ month, unit }: Choice, { id }: Report): ApprovalKey => ({ report: id, month, unit });

const notAllowed = ({ nextMonth }: Standing): string =>
  nextMonth === null
    ? 'You cannot do that: it may have been moved on since, or it is for somebody else to do'
    : 'The report is not made of this month';

/** What the store refused, for whoever pressed the button. */
function inWords({ code, message, changedBy }: StoreError): string {
  if (code !== 'stale') return message;
  const by = changedBy ? ` by ${changedBy.role} on ${dayLabel(dayOf(changedBy.at))}` : '';
  return `Its approval was moved on${by} since you opened the page, and nothing of yours was done. Below is how it stands now`;
}

const notUnderReview = (choice: Choice, report: Report): Problem =>
  new Problem(
    404,
    'It is not under review',
    ['Nobody has submitted it, it has been returned or withdrawn, or what was submitted is not stored any more.'],
    [{ text: `Cycle of ${report.title}`, href: standingAddress(report.id, choice) }],
  );

/** @throws Problem 404 for a report that the pack does not have */
function chooseReport(choice: Choice, id: string): Report {
  const report = choice.figures.pack.reports.get(id);
  if (report !== undefined) return report;
  throw new Problem(
    404,
    'There is no such report',
    ['The address may be mistyped, or the report may belong to another pack.'],
    [{ text: 'All reports of the month', href: cycleAddress(choice) }],
  );
}
