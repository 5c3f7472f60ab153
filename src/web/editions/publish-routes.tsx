import type { FastifyInstance, FastifyReply } from 'fastify';
import { isMonth } from '../../calendar/index.ts';
import { type Asked, askedOf, type Job, PublishDeskBusy, type Work } from '../../publishing/index.ts';
import type { Asking } from '../access/asking.ts';
import { mayOpen } from '../access/asking.ts';
import type { Query } from '../choice.ts';
import { StillLoading } from '../errors.tsx';
import { sendPage } from '../html.ts';
import type { EditionsOptions, ServerOptions, ShownFigures } from '../options.ts';
import { Problem } from '../problem.ts';
import { printedReports } from '../reports/printed.ts';
import { allowScript } from '../security.ts';
import { editionAddress, jobAddress, publishAddress, registerAddress } from './address.ts';
import { CheckedPage } from './checked-page.tsx';
import { FailedPage } from './failed-page.tsx';
import { mayLookBehind, mayPublish, openFor } from './gate.ts';
import { namesIn } from './names.ts';
import { ProgressPage } from './progress-page.tsx';
import { ProofPage } from './proof-page.tsx';
import { PublishPage } from './publish-page.tsx';
import { type FieldError, type Fields, readSigned, type Typed, textOf, textsOf, usualFormats } from './said.ts';
import { VerifiedPage } from './verified-page.tsx';

interface OfJob {
  Params: { id: string };
}

const register = [{ text: 'All editions', href: registerAddress }];

/** The pages on which something is published or verified: it is asked for, goes on by itself, and has a page of its own. */
export function publishRoutes(server: FastifyInstance, options: ServerOptions, of: EditionsOptions): void {
  const { store } = options;
  if (!store) throw new Error('Editions need the store');
  const { desk } = of;
  const publishing = { config: { right: 'publish' } } as const;
  const reading = { config: { right: 'figures' } } as const;
  const needed = (): ShownFigures => {
    const all = of.figures();
    if (all === null) throw new StillLoading();
    return all;
  };

  server.get<{ Querystring: Query }>('/editions/publish', publishing, async ({ asking, query }, reply) => {
    const all = needed();
    const latest = all.months.at(-1) ?? '';
    const units = all
      .units(latest)
      .filter(({ code, kind }) => kind !== 'not-attributed' && mayPublish(asking, code, latest, all));
    const given = (name: string): string | undefined => {
      const value = query[name];
      return typeof value === 'string' && value !== '' ? value : undefined;
    };
    const reports = printedReports(all.pack);
    const chosen = {
      report: given('report') ?? reports[0]?.id ?? '',
      month: given('month') ?? latest,
      unit: given('unit') ?? units[0]?.code ?? '',
      kind: given('kind') ?? 'internal',
    };
    const number = Number(given('corrects'));
    const own = { corrects: Number.isInteger(number) && number > 0 ? number : null, synthetic: all.synthetic };
    return sendPage(
      reply,
      <PublishPage reports={reports} months={all.months} units={units} chosen={chosen} {...own} />,
    );
  });

  server.post('/editions/publish', publishing, async ({ asking, body }, reply) => {
    const asked = askedFrom((body ?? {}) as Fields, needed());
    mustBeTheirs(asking, asked);
    return begin(reply, { task: 'check', asked });
  });

  server.post('/editions/verify', reading, async ({ asking }, reply) => {
    mustMayVerifyAll(asking);
    return begin(reply, { task: 'verify', numbers: null });
  });

  server.post<{ Params: { number: string } }>(
    '/editions/:number/verify',
    reading,
    async ({ asking, params }, reply) => {
      const all = of.figures();
      const entry = await store.editions.at(Number(params.number));
      // One that cannot be read is just what is to be verified, so that it is not opened here.
      if (entry === null || !mayLookBehind(asking, entry, all))
        await openFor(asking, params.number, { data: desk.data, store, all }, mayLookBehind);
      return begin(reply, { task: 'verify', numbers: [Number(params.number)] });
    },
  );

  server.get<OfJob>('/editions/work/:id', reading, async ({ asking, params }, reply) =>
    show(asking, reply, await jobFor(asking, params.id)),
  );

  server.get<OfJob>('/editions/work/:id/report', publishing, async ({ asking, params }, reply) => {
    const job = await jobFor(asking, params.id);
    if (job.state.stage !== 'checked') return reply.redirect(jobAddress(job.id), 303);
    reply.header('cache-control', 'no-store');
    return sendPage(reply, <ProofPage id={job.id} checked={job.state.checked} />);
  });

  server.post<OfJob>('/editions/work/:id/sign', publishing, async ({ asking, params, body }, reply) => {
    const job = await jobFor(asking, params.id);
    const asked = askedOf(job);
    if (job.state.stage !== 'checked' || asked === null) return reply.redirect(jobAddress(job.id), 303);
    const { checked } = job.state;
    const { typed, errors } = readSigned(checked, (body ?? {}) as Fields);
    if (errors.length > 0) return show(asking, reply.code(400), job, typed, errors);
    const { standing } = checked;
    const corrects = standing === null ? null : { edition: standing, what: typed.what, why: typed.why };
    const despite = typed.despite === '' ? null : typed.despite;
    const { id: who, post: role } = asking.person;
    const signed = { who, role, saw: checked.documentHash, formats: typed.formats, corrects, despite };
    return begin(reply, { task: 'publish', asked, signed });
  });

  function begin(reply: FastifyReply, work: Work): FastifyReply {
    try {
      return reply.redirect(jobAddress(desk.start(work).id), 303);
    } catch (error) {
      if (!(error instanceof PublishDeskBusy)) throw error;
      const words = 'So much is being made and waited for that no more can be taken on. Try again in some minutes.';
      throw new Problem(503, 'Too much is being published', [words], register);
    }
  }

  /** @throws Problem 403 where the unit is not theirs to publish for */
  function mustBeTheirs(asking: Asking, { unit, month }: Asked): void {
    if (mayPublish(asking, unit, month, of.figures())) return;
    throw new Problem(403, 'You may not publish for this unit', ['Another publisher may.'], register);
  }

  function mustMayVerifyAll(asking: Asking): void {
    if (mayOpen(asking, 'publish') || mayOpen(asking, 'audit')) return;
    throw new Problem(403, 'You may not verify all editions', ['You can verify each that you may read.'], register);
  }

  /** @throws Problem 404 for a job that is not known, or not theirs */
  async function jobFor(asking: Asking, id: string): Promise<Job> {
    const job = desk.job(id);
    if (job && (await isTheirs(asking, job))) return job;
    throw new Problem(
      404,
      'That work is not known here',
      ['It is remembered until Outturn is started again. What was published stands among the editions.'],
      register,
    );
  }

  async function isTheirs(asking: Asking, { work }: Job): Promise<boolean> {
    const all = of.figures();
    if (work.task !== 'verify') return mayPublish(asking, work.asked.unit, work.asked.month, all);
    if (work.numbers === null) return mayOpen(asking, 'publish') || mayOpen(asking, 'audit');
    const entries = await Promise.all(work.numbers.map((number) => store?.editions.at(number)));
    return entries.every((entry) => entry && mayLookBehind(asking, entry, all));
  }

  function show(
    asking: Asking,
    reply: FastifyReply,
    job: Job,
    typed: Typed = { formats: usualFormats, what: '', why: '', despite: '' },
    errors: readonly FieldError[] = [],
  ): FastifyReply {
    const { state, work, id } = job;
    const all = of.figures();
    const [names, synthetic] = [namesIn(all), all?.synthetic ?? null];
    allowScript(reply).header('cache-control', 'no-store');
    if (state.stage === 'published') return reply.redirect(editionAddress(state.number), 303);
    if (state.stage === 'verified') {
      const numbers = work.task === 'verify' ? work.numbers : null;
      return sendPage(reply, <VerifiedPage verification={state.verification} {...{ numbers, names, synthetic }} />);
    }
    if (state.stage === 'failed') return sendPage(reply, <FailedPage job={job} state={state} synthetic={synthetic} />);
    const asked = askedOf(job);
    if (state.stage === 'checked' && asked !== null) {
      const own = { id, asked, names, typed, errors, post: asking.person.post };
      return sendPage(reply, <CheckedPage checked={state.checked} {...own} />);
    }
    return sendPage(reply, <ProgressPage job={job} now={options.now()} synthetic={synthetic} />);
  }
}

/** @throws Problem 400 for what no page asks for */
function askedFrom(fields: Fields, all: ShownFigures): Asked {
  const [report, month, unit] = ['report', 'month', 'unit'].map((name) => textOf(fields, name)) as [
    string,
    string,
    string,
  ];
  const isPrinted = printedReports(all.pack).some(({ id }) => id === report);
  const isUnit = isMonth(month) && all.months.includes(month) && all.units(month).some(({ code }) => code === unit);
  if (!isPrinted || !isUnit) {
    const back = [{ text: 'Choose again', href: publishAddress() }];
    throw new Problem(
      400,
      'That cannot be published',
      ['There is no such report, or no such unit in that month.'],
      back,
    );
  }
  return {
    report,
    month,
    unit,
    kind: textOf(fields, 'kind') === 'public' ? 'public' : 'internal',
    standpoint: textOf(fields, 'standpoint') === 'as-known-now' ? 'as-known-now' : 'as-published',
    comments: textsOf(fields, 'comments'),
  };
}
