import type { FastifyInstance } from 'fastify';
import type { Person } from '../access/index.ts';
import type { Session } from '../store/index.ts';
import { type Asking, answering } from './access/asking.ts';
import { checkFormToken, tokenField } from './access/form-token.ts';
import { atThisComputer, identify } from './access/identify.ts';
import type { ServerOptions } from './options.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks. */
    person: Person;
    asking: Asking;
    /** By which they are known; null by a token, and where nobody signs in. */
    session: Session | null;
  }
}

/** Methods that change nothing. */
const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Says of every request who asks: where sign-in is off, whoever sits at this computer. */
export function people(server: FastifyInstance, { signIn, store, now }: ServerOptions): void {
  server.decorateRequest('person');
  server.decorateRequest('asking');
  server.decorateRequest('session', null);
  const secure = signIn?.settings.origin?.startsWith('https:') ?? false;

  server.addHook('onRequest', (request, _reply, done) => {
    const known = signIn && store ? identify(request, store, secure, now()) : Promise.resolve(atThisComputer(now()));
    known.then(({ asking, session }) => {
      request.person = asking.person;
      request.asking = asking;
      request.session = session;
      answering(asking, done);
    }, done);
  });
  // Reading a body may have left the thread of the request.
  server.addHook('preValidation', (request, _reply, done) => answering(request.asking, done));

  server.addHook('preHandler', async ({ method, routeOptions: { config }, asking, session, body }) => {
    if (!asking.signIn || reading.has(method) || config.upload || config.right === undefined) return;
    if (asking.signedIn && session === null) return;
    const fields = (body ?? {}) as Record<string, unknown>;
    checkFormToken(asking.formToken, fields[tokenField]);
    delete fields[tokenField];
  });
}
