import type { FastifyInstance, FastifyReply } from 'fastify';
import { CasesRefused } from '../../access/index.ts';
import { placeOf, StillLoading } from '../errors.tsx';
import type { ServerOptions } from '../options.ts';
import { Problem } from '../problem.ts';

/** What is wrong with a request of a tool. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly title: string;
  readonly errors: readonly { readonly parameter: string; readonly detail: string }[];

  constructor(status: number, title: string, detail: string, errors: ApiProblem['errors'] = []) {
    super(detail);
    this.name = 'ApiProblem';
    this.status = status;
    this.title = title;
    this.errors = errors;
  }
}

/** Answers with a problem as RFC 9457 has it. */
function send(reply: FastifyReply, { status, title, message, errors }: ApiProblem): FastifyReply {
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .send(
      JSON.stringify({
        type: 'about:blank',
        title,
        status,
        detail: message,
        ...(errors.length > 0 && { errors }),
      }),
    );
}

function problemOf(error: unknown): ApiProblem | null {
  if (error instanceof ApiProblem) return error;
  if (error instanceof Problem) return new ApiProblem(error.status, error.title, error.paragraphs.join(' '));
  if (error instanceof CasesRefused) return new ApiProblem(403, 'Those cases are closed to you', error.message);
  if (error instanceof StillLoading) {
    return new ApiProblem(503, 'The figures are still being worked out', 'Ask again in a little while.');
  }
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  return status < 500
    ? new ApiProblem(status, 'That request cannot be read', 'It is not written as it should be.')
    : null;
}

/** Every failure under an address of the interface is a problem, and never a page. */
export function problems(scope: FastifyInstance, options: ServerOptions): void {
  scope.setNotFoundHandler(async (_request, reply) =>
    send(reply, new ApiProblem(404, 'Nothing is here', 'openapi.json lists the addresses there are.')),
  );
  scope.setErrorHandler(async (error, request, reply) => {
    const problem = problemOf(error);
    if (problem?.status === 503) reply.header('retry-after', '5');
    if (problem) return send(reply, problem);
    options.report?.(`failure at ${request.routeOptions.url ?? 'an unknown address'}: ${placeOf(error)}`);
    return send(reply, new ApiProblem(500, 'Something went wrong here', 'It is not your doing.'));
  });
}
