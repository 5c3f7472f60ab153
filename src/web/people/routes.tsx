import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hashPassword, madePassword, type Person, roles } from '../../access/index.ts';
import { isDay } from '../../calendar/index.ts';
import type { Unit } from '../../measure/index.ts';
import { type Act, type PersonVersion, type Store, StoreError } from '../../store/index.ts';
import { field } from '../access/fields.ts';
import { sendPage } from '../html.ts';
import type { ServerOptions } from '../options.ts';
import { Problem } from '../problem.ts';
import { PeoplePage } from './list-page.tsx';
import { NewPersonPage, type TypedPerson } from './person-fields.tsx';
import { PersonPage } from './person-page.tsx';

interface OfPerson {
  Params: { id: string };
}
interface Shown {
  readonly made?: string;
  readonly error?: string;
  readonly typed?: TypedPerson;
}

const config = { config: { right: 'people' } } as const;
const back = [{ text: 'People', href: '/people' }];

/** The pages of who looks after people. They show no figure. @param unitsNow the names of all units, which they give roles in */
export function peopleRoutes(
  server: FastifyInstance,
  options: ServerOptions,
  store: Store,
  unitsNow: () => readonly Unit[],
): void {
  const synthetic = (): boolean | null => options.figures()?.synthetic ?? null;
  const accounts = options.signIn?.settings.accounts ?? false;
  const actOf = ({ id, post }: Person, why: string | null = null): Act => ({
    who: id,
    role: post,
    at: options.now(),
    why,
  });
  const unitName = (code: string): string =>
    code === '*' ? 'whole installation' : (unitsNow().find((unit) => unit.code === code)?.name ?? code);
  const personAt = async (id: string): Promise<PersonVersion> => {
    const person = await store.people.at(id);
    if (person) return person;
    throw new Problem(404, 'There is no such person', ['The address may be mistyped.'], back);
  };

  const show = async (request: FastifyRequest, reply: FastifyReply, person: PersonVersion, shown: Shown = {}) => {
    const now = options.now();
    const [grants, history, sessions, account, everybody] = await Promise.all([
      store.grants.list(person.id),
      store.people.history(person.id),
      store.sessions.list(person.id, now),
      store.accounts.at(person.id),
      store.people.list(),
    ]);
    const names = new Map(everybody.map(({ id, name }) => [id, name]));
    const { name, post, email } = person;
    reply.header('cache-control', 'no-store');
    const view = {
      ...{ person, grants, history, sessions, accounts, hasPassword: account !== null, day: request.asking.day },
      typed: shown.typed ?? { name, post, email: email ?? '' },
      units: withDepth(unitsNow()),
      made: shown.made ?? null,
      error: shown.error ?? null,
      synthetic: synthetic(),
      nameOf: (id: string) => names.get(id) ?? id,
    };
    return sendPage(reply, <PersonPage {...view} />);
  };

  /** Does a change and shows the person; what the store refuses is said on the page, with what was typed. */
  const changing = async (
    request: FastifyRequest,
    reply: FastifyReply,
    id: string,
    change: () => Promise<unknown>,
    typed?: TypedPerson,
  ) => {
    const person = await personAt(id);
    try {
      await change();
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      return show(request, reply.code(error.code === 'stale' ? 409 : 400), person, {
        error: error.message,
        ...(typed && { typed }),
      });
    }
    return reply.redirect(`/people/${id}`, 303);
  };

  server.get('/people', config, async ({ asking }, reply) => {
    const [people, grants] = await Promise.all([store.people.list(), store.grants.list()]);
    const held = grants.filter(({ from, to }) => from <= asking.day && (to === null || to >= asking.day));
    const listed = people.map((person) => ({ person, grants: held.filter((grant) => grant.person === person.id) }));
    return sendPage(reply, <PeoplePage people={listed} synthetic={synthetic()} unitName={unitName} />);
  });

  server.get('/people/new', config, async (_request, reply) =>
    sendPage(reply, <NewPersonPage typed={{ name: '', post: '', email: '' }} synthetic={synthetic()} error={null} />),
  );

  server.post('/people', config, async ({ person, body }, reply) => {
    const typed = typedOf(body);
    try {
      const { id } = await store.people.add({ ...typed, email: typed.email || null, subject: null }, actOf(person));
      return reply.redirect(`/people/${id}`, 303);
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      return sendPage(reply.code(400), <NewPersonPage typed={typed} synthetic={synthetic()} error={error.message} />);
    }
  });

  server.get<OfPerson>('/people/:id', config, async (request, reply) =>
    show(request, reply, await personAt(request.params.id)),
  );

  server.post<OfPerson>('/people/:id/change', config, async (request, reply) => {
    const { params, body, person } = request;
    const typed = typedOf(body);
    const { subject } = await personAt(params.id);
    const text = { ...typed, email: typed.email || null, subject };
    return changing(
      request,
      reply,
      params.id,
      () => store.people.change(params.id, text, seenOf(body), actOf(person)),
      typed,
    );
  });

  server.post<OfPerson>('/people/:id/grants', config, async (request, reply) => {
    const { params, body, person } = request;
    const [role, unit, from, to] = ['role', 'unit', 'from', 'to'].map((name) => field(body, name));
    return changing(request, reply, params.id, async () => {
      // Who gives rights could else give themselves the cases that their role keeps from them.
      if (params.id === person.id) throw new StoreError('not-allowed', 'Somebody else must give you a role.');
      const known = roles.find((each) => each === role);
      if (known === undefined) throw new StoreError('not-valid', 'Choose a role.');
      if (unit !== '*' && !unitsNow().some(({ code }) => code === unit))
        throw new StoreError('not-valid', 'Choose a unit.');
      if (!isDay(from ?? '') || (to !== '' && !isDay(to ?? ''))) {
        throw new StoreError('not-valid', 'Give the first day, and the last if there is one.');
      }
      const grant = { person: params.id, role: known, unit: unit ?? '', from: from ?? '', to: to || null };
      await store.grants.add(grant, actOf(person));
    });
  });

  server.post<{ Params: { number: string } }>('/people/grants/:number/end', config, async (request, reply) => {
    const number = Number(request.params.number);
    const grant = (await store.grants.list()).find((each) => each.number === number);
    if (!grant) throw new Problem(404, 'There is no such role', ['The address may be mistyped.'], back);
    return changing(request, reply, grant.person, () =>
      store.grants.end(number, dayBefore(request.asking.day), actOf(request.person)),
    );
  });

  for (const [step, state] of [
    ['disable', 'disabled'],
    ['enable', 'active'],
  ] as const) {
    server.post<OfPerson>(`/people/:id/${step}`, config, async (request, reply) => {
      const { id } = request.params;
      return changing(request, reply, id, async () => {
        if (id === request.person.id) throw new StoreError('not-allowed', 'Somebody else must disable you.');
        await store.people.turn(id, state, seenOf(request.body), actOf(request.person));
        await store.sessions.endAll(id);
      });
    });
  }

  server.post<OfPerson>('/people/:id/sign-out', config, async (request, reply) =>
    changing(request, reply, request.params.id, () => store.sessions.endAll(request.params.id)),
  );

  server.post<OfPerson>('/people/:id/reset', config, async (request, reply) => {
    const person = await personAt(request.params.id);
    if (!accounts || person.email === null) {
      const error = accounts ? 'Give them an email address first: they sign in by it.' : 'No passwords are kept here.';
      return show(request, reply.code(400), person, { error });
    }
    const made = madePassword();
    const now = options.now();
    await store.accounts.set({ person: person.id, hash: await hashPassword(made), changedAt: now, temporary: true });
    await store.people.note(person.id, 'reset', actOf(request.person));
    await store.sessions.endAll(person.id);
    await store.failures.forget(person.email);
    return show(request, reply, await personAt(person.id), { made });
  });
}

const typedOf = (body: unknown): TypedPerson => ({
  name: field(body, 'name'),
  post: field(body, 'post'),
  email: field(body, 'email'),
});

const seenOf = (body: unknown): number => Number(field(body, 'seen')) || 0;

/** Ended today means that it held until yesterday: nobody goes on for the rest of the day. */
const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

function withDepth(units: readonly Unit[]): { code: string; name: string; depth: number }[] {
  const depths = new Map<string | null, number>([[null, -1]]);
  return units.map(({ code, name, parent }) => {
    const depth = (depths.get(parent) ?? -1) + 1;
    depths.set(code, depth);
    return { code, name, depth };
  });
}
