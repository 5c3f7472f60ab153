import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { arrive, beginSession, Provider, signInByPassword } from '../../access/index.ts';
import type { Session, Store } from '../../store/index.ts';
import { type Asking, answering } from '../access/asking.ts';
import { dropCookie, setCookie } from '../access/cookie.ts';
import { field, passwordField } from '../access/fields.ts';
import { formTokenOf, freshCookie } from '../access/form-token.ts';
import { signInLimit } from '../access/rate.ts';
import { returnAddress } from '../access/return-address.ts';
import { clockTime } from '../access/times.ts';
import { placeOf } from '../errors.tsx';
import { sendPage } from '../html.ts';
import type { ServerOptions } from '../options.ts';
import { Problem } from '../problem.ts';
import { SignedOutPage, SignInPage } from './page.tsx';
import { Underway } from './underway.ts';

type SignIn = NonNullable<ServerOptions['signIn']>;
interface AskedWhereTo {
  Querystring: { to?: unknown };
}

/** The pages by which people come in and go out. */
export function signInRoutes(
  server: FastifyInstance,
  options: ServerOptions,
  { settings, secret }: SignIn,
  store: Store,
): void {
  const { accounts, origin } = settings;
  const secure = origin?.startsWith('https:') ?? false;
  const underway = new Underway(secure);
  const provider = settings.provider && new Provider(settings.provider, secret, `${origin}/sign-in/back`);
  const synthetic = (): boolean | null => options.figures()?.synthetic ?? null;
  const name = provider?.name ?? null;
  const open = { config: { right: 'open' } } as const;
  const again = [{ text: 'Sign in', href: '/sign-in' }];

  /** The form, in a browser that has a cookie for its token to follow from. */
  const show = (
    request: FastifyRequest,
    reply: FastifyReply,
    to: string,
    said: { email?: string; error?: string } = {},
  ) => {
    reply.header('cache-control', 'no-store');
    const page = <SignInPage synthetic={synthetic()} accounts={accounts} provider={name} to={to} {...said} />;
    if (request.asking.formToken !== null) return sendPage(reply, page);
    const cookie = freshCookie();
    setCookie(reply, cookie, secure);
    const asking: Asking = { ...request.asking, formToken: formTokenOf(cookie) };
    return answering(asking, () => sendPage(reply, page));
  };

  /** A new id for whoever it is, whatever the browser came with; the session it came with is over. */
  const enter = async (request: FastifyRequest, reply: FastifyReply, begun: Promise<string>): Promise<void> => {
    const { session } = request;
    setCookie(reply, await begun, secure);
    if (session) await store.sessions.end(session.hash);
  };

  server.get<AskedWhereTo>('/sign-in', open, async (request, reply) => {
    const to = returnAddress(request.query.to);
    return request.asking.signedIn ? reply.redirect(to, 303) : show(request, reply, to);
  });

  server.post('/sign-in', { config: { ...open.config, rateLimit: signInLimit } }, async (request, reply) => {
    const [email, to, now] = [field(request.body, 'email'), returnAddress(field(request.body, 'to')), options.now()];
    const password = passwordField(request.body, 'password');
    const refuse = (status: number, error: string) => show(request, reply.code(status), to, { email, error });
    if (!accounts) throw new Problem(404, 'Page not found', ['No passwords are kept here.'], again);
    if (email === '' || password === '') return refuse(400, 'Enter your email address and your password');
    const tried = await signInByPassword(store, { email, password, now });
    if (tried.came === 'wait') {
      return refuse(429, `Too many tries under this address. Try again after ${clockTime(tried.until)}`);
    }
    if (tried.came === 'wrong') return refuse(401, 'The email address or the password is not right');
    const how: Session['how'] = tried.temporary ? 'temporary' : 'password';
    await enter(request, reply, beginSession(store, tried.person, how, now));
    return reply.redirect(tried.temporary ? '/account/password' : to, 303);
  });

  server.post('/sign-out', { config: { ...open.config, withTemporary: true } }, async (request, reply) => {
    const { session } = request;
    if (session) await store.sessions.end(session.hash);
    dropCookie(reply, secure);
    return reply.redirect(`/signed-out${session?.how === 'provider' ? '?from=provider' : ''}`, 303);
  });

  server.get<{ Querystring: { from?: unknown } }>('/signed-out', open, async ({ query }, reply) => {
    const asks = query.from === 'provider' ? provider : undefined;
    const leave = (await asks?.endAddress(`${origin}/signed-out`).catch(() => null)) ?? null;
    return sendPage(reply, <SignedOutPage synthetic={synthetic()} provider={name} leave={leave} />);
  });

  if (!provider || !settings.provider) return;
  const { provider: rules } = settings;

  server.get<AskedWhereTo>(
    '/sign-in/provider',
    { config: { ...open.config, rateLimit: signInLimit } },
    async ({ query }, reply) => {
      const { address, begun } = await provider.begin().catch((error: unknown) => {
        options.report?.(`the provider of sign-in cannot be asked: ${placeOf(error)}`);
        throw new Problem(
          503,
          `${provider.name} cannot be reached`,
          ['Signing in with it does not work just now. Try again in some minutes.'],
          again,
        );
      });
      underway.keep(reply, { ...begun, to: returnAddress(query.to) });
      return reply.header('cache-control', 'no-store').redirect(address, 303);
    },
  );

  server.get('/sign-in/back', { config: { ...open.config, rateLimit: signInLimit } }, async (request, reply) => {
    const begun = underway.take(request, reply);
    reply.header('cache-control', 'no-store');
    const failed = (): Problem =>
      new Problem(
        401,
        'You could not be signed in',
        ['What came back does not fit what was begun in this browser, or came too late. Begin again.'],
        again,
      );
    if (!begun) throw failed();
    const query = request.url.slice(request.url.indexOf('?') + 1);
    const came = await provider.end(query, begun).catch((error: unknown) => {
      options.report?.(`a sign-in with the provider failed: ${placeOf(error)}`);
      throw failed();
    });
    const now = options.now();
    const arrived = await arrive(store, came, rules, now);
    if (!arrived) {
      throw new Problem(403, 'You have no place in Outturn yet', [
        `${provider.name} says who you are, but nobody has given you a role here. Ask whoever looks after people in Outturn.`,
      ]);
    }
    await enter(request, reply, beginSession(store, arrived.person, 'provider', now, arrived.grants));
    return reply.redirect(begun.to, 303);
  });
}
