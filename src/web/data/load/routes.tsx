import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DeskBusy, type IncomingFile, type Job, type LoadDesk, UploadRefusal } from '../../../loading/index.ts';
import { checkFormToken, tokenField } from '../../access/form-token.ts';
import { sendPage } from '../../html.ts';
import type { ServerOptions } from '../../options.ts';
import { Problem } from '../../problem.ts';
import { allowScript } from '../../security.ts';
import { chooseAddress, jobAddress } from './address.ts';
import { ChoosePage } from './choose-page.tsx';
import { ConfirmPage } from './confirm-page.tsx';
import { EndedPage } from './ended-page.tsx';
import { ProgressPage } from './progress-page.tsx';
import { ResultPage } from './result-page.tsx';
import { type FieldError, nothingTyped, readSaid, type Typed } from './said.ts';

interface OfJob {
  Params: { id: string };
}

/** The pages on which files are loaded. */
export function loadRoutes(server: FastifyInstance, options: ServerOptions, desk: LoadDesk): void {
  const synthetic = (): boolean | null => options.figures()?.synthetic ?? null;
  const jobOf = (id: string): Job => {
    const job = desk.job(id);
    if (job) return job;
    throw new Problem(
      404,
      'That load is not known here',
      ['Loads are remembered until Outturn is started again. What was loaded stands on the data page.'],
      [
        { text: 'Data', href: '/data' },
        { text: 'Load data', href: chooseAddress },
      ],
    );
  };
  const open = (reply: FastifyReply): FastifyReply => allowScript(reply).header('cache-control', 'no-store');

  const choose = (reply: FastifyReply, error: string | null): FastifyReply =>
    sendPage(open(reply), <ChoosePage synthetic={synthetic()} current={desk.current()} error={error} />);

  const show = async (
    reply: FastifyReply,
    job: Job,
    typed: Typed = nothingTyped,
    errors: readonly FieldError[] = [],
  ): Promise<FastifyReply> => {
    const { state } = job;
    const own = { synthetic: synthetic() };
    open(reply);
    if (state.stage === 'waiting') {
      return sendPage(reply, <ConfirmPage job={job} state={state} typed={typed} errors={errors} {...own} />);
    }
    if (state.stage === 'done') {
      const working = (await options.working?.()) ?? null;
      return sendPage(reply, <ResultPage state={state} address={jobAddress(job.id)} working={working} {...own} />);
    }
    if (state.stage === 'failed') {
      return sendPage(reply, <EndedPage title="Nothing was loaded" {...state} {...own} />);
    }
    if (state.stage === 'cancelled') {
      return sendPage(reply, <EndedPage title="Stopped" why={state.why} changed={false} {...own} />);
    }
    return sendPage(reply, <ProgressPage job={job} now={options.now()} {...own} />);
  };

  server.get(chooseAddress, { config: { right: 'load' } }, async (_request, reply) => choose(reply, null));

  server.post(chooseAddress, { config: { right: 'load', upload: true } }, async (request, reply) => {
    if (!request.isMultipart()) return choose(reply.code(400), 'Choose the files to load');
    try {
      const job = await desk.receive(filesOf(request), lengthOf(request));
      return reply.redirect(jobAddress(job.id), 303);
    } catch (error) {
      if (error instanceof UploadRefusal) return refuse(request, reply, 400, error.message);
      if (error instanceof DeskBusy) {
        return refuse(
          request,
          reply,
          409,
          'Another load is under way. Your files were not taken: try again when it has ended.',
        );
      }
      request.raw.resume();
      throw error;
    }
  });

  server.get<OfJob>(`${chooseAddress}/:id`, { config: { right: 'load' } }, async ({ params }, reply) =>
    show(reply, jobOf(params.id)),
  );

  server.post<OfJob>(
    `${chooseAddress}/:id/start`,
    { config: { right: 'load' } },
    async ({ params, body, person }, reply) => {
      const job = jobOf(params.id);
      if (job.state.stage === 'waiting') {
        const { said, typed, errors } = readSaid(job.state, (body ?? {}) as Record<string, unknown>);
        if (errors.length > 0) return show(reply.code(400), job, typed, errors);
        await desk.start(job.id, said, person);
      }
      return reply.redirect(jobAddress(job.id), 303);
    },
  );

  server.post<OfJob>(`${chooseAddress}/:id/cancel`, { config: { right: 'load' } }, async ({ params }, reply) => {
    const job = jobOf(params.id);
    await desk.cancel(job.id);
    return reply.redirect(jobAddress(job.id), 303);
  });

  /** A browser shows an answer only when it has sent everything, so the rest is read and thrown away. */
  async function refuse(
    request: FastifyRequest,
    reply: FastifyReply,
    code: number,
    why: string,
  ): Promise<FastifyReply> {
    request.raw.resume();
    return choose(reply.code(code), why);
  }
}

function lengthOf(request: FastifyRequest): number | null {
  const length = Number(request.headers['content-length']);
  return Number.isSafeInteger(length) && length > 0 ? length : null;
}

/**
 * The files of a form as they come; an empty choice sends one without a name.
 *
 * @throws Problem 403 where the token of the form does not come before the first file
 */
async function* filesOf(request: FastifyRequest): AsyncGenerator<IncomingFile> {
  const { signIn, formToken } = request.asking;
  let token: unknown = null;
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      if (part.fieldname === tokenField) token = part.value;
      continue;
    }
    if (signIn) checkFormToken(formToken, token);
    if (part.filename === '' || part.filename === undefined) part.file.resume();
    else yield { name: part.filename, content: part.file };
  }
}
