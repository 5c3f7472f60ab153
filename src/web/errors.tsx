import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { CasesRefused } from '../access/index.ts';
import { asking, mayOpen } from './access/asking.ts';
import { sendPage } from './html.ts';
import type { ServerOptions } from './options.ts';
import { EmptyPage } from './pages/empty-page.tsx';
import { LoadingPage } from './pages/loading-page.tsx';
import { ProblemPage } from './pages/problem-page.tsx';
import { Problem } from './problem.ts';

/** There are no figures yet; they are being worked out. */
export class StillLoading extends Error {}

/** Status of an error that the server itself raised: a malformed address, a method there is not. */
function statusOf(error: unknown): number {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  return typeof status === 'number' ? status : 500;
}

const home = [{ text: 'Home', href: '/' }];

/** Cases of a unit that is not theirs, and how who may see cases at all can open them for a reason. */
function closedTo({ unit }: CasesRefused, from: string): Problem {
  const who = asking();
  const may = who !== null && mayOpen(who, 'cases');
  const how =
    'Where the work needs it you can open them for an hour. You say why, and it is listed for the unit and the auditor.';
  return new Problem(
    403,
    'The cases of this unit are not open to you',
    [
      'You see its figures beside those of your own units, and the cases of your own units alone.',
      ...(may ? [how] : []),
    ],
    [
      ...(may
        ? [{ text: 'Open them for an hour', href: `/open-cases?${new URLSearchParams({ unit, to: from })}` }]
        : []),
      ...home,
    ],
  );
}

/** An address that the server could not make sense of. */
export function unreadable(): Problem {
  return new Problem(400, 'That address cannot be read', ['Part of it is not written as it should be.'], home);
}

export function sendProblem(reply: FastifyReply, problem: Problem, synthetic: boolean | null): FastifyReply {
  return sendPage(reply.code(problem.status), <ProblemPage problem={problem} synthetic={synthetic} />);
}

/** Where in the program an error arose, without its message, which may hold a value of somebody's record. */
export function placeOf(error: unknown): string {
  const frames = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  return [error instanceof Error ? error.name : 'unknown', ...frames.slice(0, 6)].join('\n');
}

/** Every failure ends as a designed page. What went wrong inside is told by number, and never what was in the data. */
export function errors(server: FastifyInstance, options: ServerOptions): void {
  const synthetic = (): boolean | null => options.figures()?.synthetic ?? null;

  server.setNotFoundHandler(async (_request, reply) => {
    const problem = new Problem(404, 'Page not found', ['There is nothing at this address.'], home);
    return sendProblem(reply, problem, synthetic());
  });

  server.setErrorHandler(async (error, request, reply) => {
    if (error instanceof StillLoading && options.empty?.()) {
      reply.header('cache-control', 'no-store');
      return sendPage(reply, <EmptyPage canLoad={options.loads !== undefined} />);
    }
    if (error instanceof StillLoading) {
      reply.code(503).headers({ 'retry-after': '5', 'cache-control': 'no-store' });
      return sendPage(reply, <LoadingPage progress={options.progress?.() ?? null} path={request.url} />);
    }
    if (error instanceof CasesRefused) return sendProblem(reply, closedTo(error, request.url), synthetic());
    if (error instanceof Problem) {
      return sendProblem(reply, error, synthetic());
    }
    if (statusOf(error) < 500) return sendProblem(reply, unreadable(), synthetic());
    const number = randomBytes(4).toString('hex');
    options.report?.(`failure ${number} at ${request.routeOptions.url ?? 'an unknown address'}: ${placeOf(error)}`);
    const problem = new Problem(
      500,
      'Something went wrong here',
      [`It is not your doing. The window in which Outturn runs names the place under the number ${number}.`],
      home,
    );
    reply.header('cache-control', 'no-store');
    return sendProblem(reply, problem, null);
  });
}
