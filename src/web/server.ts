import cookie from '@fastify/cookie';
import formBody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import staticFiles from '@fastify/static';
import Fastify, { type FastifyInstance } from 'fastify';
import { forWhoAsks } from './access/for-who-asks.ts';
import { requestLimit } from './access/rate.ts';
import { routeRights } from './access/route-right.ts';
import { accountRoutes } from './account/routes.tsx';
import { apiRoutes } from './api/routes.ts';
import { auditRoutes } from './audit/routes.tsx';
import { commentaryRoutes } from './commentary/routes.tsx';
import { cycleRoutes } from './cycle/routes.tsx';
import { loadRoutes } from './data/load/routes.tsx';
import { publishRoutes } from './editions/publish-routes.tsx';
import { editionRoutes } from './editions/routes.tsx';
import { errors, sendProblem, unreadable } from './errors.tsx';
import { homeRoutes } from './home/routes.tsx';
import type { ServerOptions } from './options.ts';
import { peopleRoutes } from './people/routes.tsx';
import { people } from './person.ts';
import { reportRoutes } from './reports/routes.tsx';
import { routes } from './routes.tsx';
import { headers, secure } from './security.ts';
import { signInRoutes } from './sign-in/routes.tsx';
import { unitRoutes } from './units/routes.tsx';
import { dueRoutes } from './work/routes.tsx';

/** What people write may be long; a page of it is well below this many bytes. */
const formLimit = 300_000;

/**
 * The pages, ready to listen. They read only what the options give; nothing here writes, except the audit of looks at
 * case lists, what the load desk takes in, and what people say, set and sign in the store.
 */
export async function createServer(given: ServerOptions): Promise<FastifyInstance> {
  const { signIn, slowest = 15_000 } = given;
  if (signIn && !given.store) throw new Error('Signing in needs the store');
  const options = forWhoAsks(given);
  const server = Fastify({
    logger: false,
    routerOptions: { ignoreTrailingSlash: true },
    trustProxy: signIn?.settings.proxies.length ? [...signIn.settings.proxies] : false,
    // Files of a load may take long to come in; the head of a request, or the beginning of nothing, may not.
    requestTimeout: 600_000,
    http: { headersTimeout: slowest, connectionsCheckingInterval: Math.min(slowest, 5_000) },
    // An address that cannot even be decoded is answered before any hook runs.
    frameworkErrors: (_error, _request, reply) => {
      sendProblem(reply.headers(headers), unreadable(), null);
    },
  });
  errors(server, options);
  secure(server, signIn?.settings.origin);
  if (signIn) await server.register(rateLimit, requestLimit(signIn.settings.requests));
  await server.register(cookie);
  people(server, options);
  routeRights(server);
  await server.register(staticFiles, { root: options.assets, prefix: '/assets/', etag: true, maxAge: 0, index: false });
  await server.register(formBody, { bodyLimit: formLimit });
  routes(server, options);
  reportRoutes(server, options);
  dueRoutes(server, options);
  unitRoutes(server, options);
  homeRoutes(server, options);
  await apiRoutes(server, options);
  if (options.store) commentaryRoutes(server, options, options.store);
  if (options.store) cycleRoutes(server, options, options.store);
  if (options.editions) {
    editionRoutes(server, options, options.editions);
    publishRoutes(server, options, options.editions);
  }
  if (signIn && options.store) {
    const { store } = options;
    // Who gives roles and who audits needs the names of all units, and sees no figure for it.
    const unitsNow = () => {
      const all = given.figures();
      return all?.units(all.months.at(-1) ?? '') ?? [];
    };
    signInRoutes(server, options, signIn, store);
    accountRoutes(server, options, store, signIn.settings.origin?.startsWith('https:') ?? false);
    peopleRoutes(server, options, store, unitsNow);
    auditRoutes(server, options, store, unitsNow);
  }
  if (options.loads) {
    // The desk has limits of its own, and says in words which was passed; these only hold up what is no form.
    const limits = { fields: 10, fieldSize: 1000, files: Infinity, fileSize: Infinity, parts: Infinity };
    await server.register(multipart, { limits, throwFileSizeLimit: false });
    loadRoutes(server, options, options.loads);
  }
  return server;
}
