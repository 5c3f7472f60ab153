import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { beginSession, hashPassword, isPassword, passwordFault, waitAfter } from '../../access/index.ts';
import { type Store, StoreError } from '../../store/index.ts';
import { mayOpen } from '../access/asking.ts';
import { setCookie } from '../access/cookie.ts';
import { field, passwordField } from '../access/fields.ts';
import { clockTime } from '../access/times.ts';
import { unitNamer } from '../access/unit-namer.ts';
import { sendPage } from '../html.ts';
import type { ServerOptions } from '../options.ts';
import { Problem } from '../problem.ts';
import { AccountPage } from './page.tsx';
import { type PasswordErrors, PasswordPage } from './password-page.tsx';

const signedIn = { config: { right: 'signed-in' } } as const;
const choosing = { config: { right: 'signed-in', withTemporary: true } } as const;

/** The pages of somebody's own account. */
export function accountRoutes(server: FastifyInstance, options: ServerOptions, store: Store, secure: boolean): void {
  const synthetic = (): boolean | null => options.figures()?.synthetic ?? null;

  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    { made = null, error = null }: { made?: string | null; error?: string | null } = {},
  ): Promise<FastifyReply> => {
    const { person, session, asking } = request;
    const now = options.now();
    const [account, sessions, tokens] = await Promise.all([
      store.accounts.at(person.id),
      store.sessions.list(person.id, now),
      store.tokens.list(person.id),
    ]);
    const own = {
      person,
      synthetic: synthetic(),
      hasPassword: account !== null,
      sessions,
      here: session?.hash ?? null,
    };
    const mayLook = mayOpen(asking, 'cases');
    reply.header('cache-control', 'no-store');
    const unitName = unitNamer(options.figures());
    return sendPage(reply, <AccountPage {...own} {...{ tokens, mayLook, now, made, error, unitName }} />);
  };

  server.get('/account', signedIn, async (request, reply) => show(request, reply));

  const choose = async (request: FastifyRequest, reply: FastifyReply, errors: PasswordErrors = {}) => {
    const known = await store.people.at(request.person.id);
    const temporary = request.session?.how === 'temporary';
    reply.header('cache-control', 'no-store');
    const props = { synthetic: synthetic(), temporary, email: known?.email ?? '', errors };
    return sendPage(reply, <PasswordPage {...props} />);
  };

  server.get('/account/password', choosing, async (request, reply) => {
    await accountOf(store, request.person.id);
    return choose(request, reply);
  });

  server.post('/account/password', choosing, async (request, reply) => {
    const { person, body, session } = request;
    const now = options.now();
    const account = await accountOf(store, person.id);
    const known = await store.people.at(person.id);
    // Guessing the present one here is held up as at the door.
    const name = `present password of ${person.id}`;
    const until = await store.failures.attempt(name, now, waitAfter);
    if (until) {
      return choose(request, reply.code(429), { present: `Too many tries. Try again after ${clockTime(until)}` });
    }
    if (!(await isPassword(passwordField(body, 'present'), account.hash))) {
      return choose(request, reply.code(400), { present: 'That is not the password you have now' });
    }
    await store.failures.forget(name);
    const password = passwordField(body, 'password');
    const fault = passwordFault(password, [person.name, person.post, known?.email ?? '']);
    if (fault !== null) return choose(request, reply.code(400), { password: fault });
    if (password === passwordField(body, 'present')) {
      return choose(request, reply.code(400), { password: 'Choose another than the one you have now' });
    }
    await store.accounts.set({
      person: person.id,
      hash: await hashPassword(password),
      changedAt: now,
      temporary: false,
    });
    await store.people.note(person.id, 'password', { who: person.id, role: person.post, at: now });
    await store.sessions.endAll(person.id);
    setCookie(reply, await beginSession(store, person.id, 'password', now, session?.grants), secure);
    return reply.redirect('/', 303);
  });

  server.post('/account/sessions/end', signedIn, async ({ person, body }, reply) => {
    const hash = field(body, 'session');
    const own = await store.sessions.list(person.id, options.now());
    // One of somebody else is as little there as none.
    if (own.some((session) => session.hash === hash)) await store.sessions.end(hash);
    return reply.redirect('/account', 303);
  });

  server.post('/account/tokens', signedIn, async (request, reply) => {
    const { person, body, asking } = request;
    const rights = field(body, 'rights')
      .split(' ')
      .filter((right) => right === 'figures' || (right === 'cases' && mayOpen(asking, 'cases')));
    const days = Number(field(body, 'days'));
    if (![30, 90, 365].includes(days))
      throw new Problem(400, 'That is not how long a token lasts', ['30, 90 or 365 days.']);
    const at = options.now();
    const expires = new Date(at.getTime() + days * 86_400_000);
    const act = { who: person.id, role: person.post, at };
    const name = field(body, 'name');
    if (name === '' || name.length > 200) return show(request, reply.code(400), { error: 'Say what the token is for' });
    const { token } = await store.tokens.add({ person: person.id, name, rights, expires }, act);
    return show(request, reply, { made: token });
  });

  server.post<{ Params: { number: string } }>(
    '/account/tokens/:number/revoke',
    signedIn,
    async ({ person, params }, reply) => {
      const number = Number(params.number);
      const own = await store.tokens.list(person.id);
      if (own.some((token) => token.number === number)) {
        await store.tokens
          .revoke(number, { who: person.id, role: person.post, at: options.now() })
          .catch((error: unknown) => {
            // Taken back twice is taken back.
            if (!(error instanceof StoreError) || error.code !== 'not-allowed') throw error;
          });
      }
      return reply.redirect('/account', 303);
    },
  );
}

/** @throws Problem 404 for who signs in otherwise */
async function accountOf(store: Store, person: string) {
  const account = await store.accounts.at(person);
  if (account) return account;
  const words = 'You sign in with your work account: change its password there.';
  throw new Problem(404, 'No password of yours is kept here', [words], [{ text: 'Your account', href: '/account' }]);
}
