import type { FastifyInstance } from 'fastify';
import type { Right } from '../../access/index.ts';
import { Problem } from '../problem.ts';
import { mayOpen } from './asking.ts';

/** A route, with what it needs. */
export interface RouteRight {
  readonly route: string;
  readonly right: Right | 'signed-in' | 'open';
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Every route there is: `GET /scorecard`, with the right that it needs. */
    readonly rightsOfRoutes: readonly RouteRight[];
  }
  interface FastifyContextConfig {
    /**
     * What a route needs: a right; `signed-in`: nothing but to be known; `open`: nothing. A route that does not say so does
     * not start.
     */
    right?: Right | 'signed-in' | 'open';
    /** Whether it can be opened by who must first change a password that somebody else chose. */
    withTemporary?: boolean;
    /** Whether it takes files: it then checks the token of its form itself, as the first of its fields. */
    upload?: boolean;
  }
}

/** Lets each route be opened by those alone who have the right that it names. Which units they see in it, their figures say. */
export function routeRights(server: FastifyInstance): void {
  const known: RouteRight[] = [];
  server.decorate('rightsOfRoutes', known);
  server.addHook('onRoute', (route) => {
    const { url } = route;
    if (url.startsWith('/assets/')) route.config = { ...route.config, right: 'open' };
    if (route.config?.right === undefined) {
      throw new Error(`The route ${String(route.method)} ${url} does not say which right it needs: config: { right }`);
    }
    const { right } = route.config;
    for (const method of [route.method].flat()) if (method !== 'HEAD') known.push({ route: `${method} ${url}`, right });
  });

  server.addHook('onRequest', async (request, reply) => {
    const { right, withTemporary } = request.routeOptions.config;
    // What is not a route is not there for anybody.
    if (right === undefined || right === 'open') return;
    const { asking, session } = request;
    if (asking.signIn && !asking.signedIn) {
      const reads = request.method === 'GET' || request.method === 'HEAD';
      if (reads && !request.url.startsWith('/api/')) {
        return reply.redirect(`/sign-in?${new URLSearchParams({ to: request.url.slice(0, 2000) })}`, 303);
      }
      reply.header('www-authenticate', 'Bearer');
      throw new Problem(
        401,
        'You are not signed in',
        ['Sign in and try again.'],
        [{ text: 'Sign in', href: '/sign-in' }],
      );
    }
    if (session?.how === 'temporary' && !withTemporary) return reply.redirect('/account/password', 303);
    if (right === 'signed-in' || mayOpen(asking, right)) return;
    throw new Problem(
      403,
      'You may not open this page',
      [`It needs a right that you do not have: ${inWords[right]}. Whoever looks after people in Outturn can give it.`],
      [{ text: 'Home', href: '/' }],
    );
  });
}

const inWords: Readonly<Record<Right, string>> = {
  figures: 'to see figures',
  cases: 'to see cases',
  comment: 'to comment',
  approve: 'to approve',
  'approve-second': 'to approve last',
  publish: 'to publish',
  load: 'to load data',
  define: 'to change definitions',
  audit: 'to read the audit',
  people: 'to look after people',
};
