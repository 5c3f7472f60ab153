import formBody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import staticFiles from '@fastify/static';
import Fastify, { type FastifyInstance } from 'fastify';
import { loadRoutes } from './data/load/routes.tsx';
import { errors, sendProblem, unreadable } from './errors.tsx';
import type { ServerOptions } from './options.ts';
import { people } from './person.ts';
import { reportRoutes } from './reports/routes.tsx';
import { routes } from './routes.tsx';
import { headers, secure } from './security.ts';

/** What people write may be long; a page of it is well below this many bytes. */
const formLimit = 300_000;

/**
 * The pages, ready to listen. They read only what the options give; nothing here writes, except the audit of looks at
 * case lists, and what the load desk takes in.
 */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const server = Fastify({
    logger: false,
    routerOptions: { ignoreTrailingSlash: true },
    // An address that cannot even be decoded is answered before any hook runs.
    frameworkErrors: (_error, _request, reply) => {
      sendProblem(reply.headers(headers), unreadable(), null);
    },
  });
  errors(server, options);
  secure(server);
  people(server);
  await server.register(staticFiles, { root: options.assets, prefix: '/assets/', etag: true, maxAge: 0, index: false });
  await server.register(formBody, { bodyLimit: formLimit });
  routes(server, options);
  reportRoutes(server, options);
  if (options.loads) {
    // The desk has limits of its own, and says in words which was passed; these only hold up what is no form.
    const limits = { fields: 10, fieldSize: 1000, files: Infinity, fileSize: Infinity, parts: Infinity };
    await server.register(multipart, { limits, throwFileSizeLimit: false });
    loadRoutes(server, options, options.loads);
  }
  return server;
}
