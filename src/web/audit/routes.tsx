import type { FastifyInstance, FastifyReply } from 'fastify';
import { lineOf, may } from '../../access/index.ts';
import { isDay, monthEnd } from '../../calendar/index.ts';
import type { Unit } from '../../measure/index.ts';
import { versionAt } from '../../pack/index.ts';
import type { Store } from '../../store/index.ts';
import { mayOpen } from '../access/asking.ts';
import { field } from '../access/fields.ts';
import { returnAddress } from '../access/return-address.ts';
import { choosePage, type Query } from '../choice.ts';
import { sendPage } from '../html.ts';
import type { ServerOptions } from '../options.ts';
import { ChangesPage } from './changes-page.tsx';
import { LooksPage, OpeningsPage } from './looks-page.tsx';
import { OpenCasesPage } from './open-page.tsx';

interface Asked {
  Querystring: Query;
}

const rows = 50;
/** For how long cases outside one's units stay open, in ms. */
const opened = 3_600_000;
const audit = { config: { right: 'audit' } } as const;
const cases = { config: { right: 'cases' } } as const;

/** The pages of the audit, and where cases are opened that it tells of. @param unitsNow all units, by the latest month */
export function auditRoutes(
  server: FastifyInstance,
  options: ServerOptions,
  store: Store,
  unitsNow: () => readonly Unit[],
): void {
  const synthetic = (): boolean | null => options.figures()?.synthetic ?? null;
  const unitName = (code: string): string => unitsNow().find((unit) => unit.code === code)?.name ?? code;
  const indicatorName = (id: string): string => {
    const figures = options.figures();
    const indicator = figures?.pack.indicators.get(id);
    return figures && indicator
      ? versionAt(indicator, monthEnd(figures.months.at(-1) ?? figures.asAt.slice(0, 7))).definition.title
      : id;
  };
  const namer = async () => {
    const people = await store.people.list();
    const names = new Map(people.map(({ id, name }) => [id, name]));
    return { people, nameOf: (id: string) => names.get(id) ?? (id === 'local' ? 'This computer' : id) };
  };
  const text = (value: Query[string]): string => (typeof value === 'string' ? value.trim() : '');
  const day = (value: Query[string]): string => (isDay(text(value)) ? text(value) : '');

  server.get<Asked>('/audit', audit, async ({ query }, reply) => {
    const filter = {
      ...{ who: text(query.who), unit: text(query.unit), from: day(query.from), to: day(query.to) },
      opened: query.opened === 'yes',
    };
    const asked = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== '' && value !== false));
    const page = choosePage(query);
    const { count, looks } = await store.looks.list(asked, { skip: (page - 1) * rows, take: rows });
    const check = query.check === 'yes' ? await store.audit.verify() : null;
    const { people, nameOf } = await namer();
    const view = {
      looks,
      count,
      page,
      pages: Math.max(Math.ceil(count / rows), 1),
      filter,
      check,
      synthetic: synthetic(),
    };
    reply.header('cache-control', 'no-store');
    return sendPage(reply, <LooksPage {...view} {...{ people, nameOf, unitName, indicatorName }} />);
  });

  server.get<Asked>('/audit/changes', audit, async ({ query }, reply) => {
    const page = choosePage(query);
    const total = await store.audit.count();
    const last = Math.max(total - (page - 1) * rows, 0);
    const first = Math.max(last - rows, 0);
    const entries = last === 0 ? [] : await store.audit.entries({ after: first, limit: last - first });
    const { nameOf } = await namer();
    const pages = Math.max(Math.ceil(total / rows), 1);
    reply.header('cache-control', 'no-store');
    const view = { entries: entries.toReversed(), page, pages, synthetic: synthetic(), nameOf };
    return sendPage(reply, <ChangesPage {...view} />);
  });

  // Whoever may see cases sees who opened those of their own units; the auditor sees all.
  server.get('/openings', { config: { right: 'signed-in' } }, async (request, reply) => {
    const { person, asking } = request;
    const auditor = mayOpen(asking, 'audit');
    const all = await store.openings.list();
    // An opening of one's own does not make the unit one's own.
    const own = { ...person, opened: [] };
    const theirs = all.filter(({ unit }) => auditor || may(own, 'cases', lineOf(unitsNow(), unit), asking.day));
    const { looks } = await store.looks.list({ opened: true }, { skip: 0, take: 100_000 });
    const openings = theirs.map((opening) => ({
      opening,
      looks: looks.filter((look) => look.opening === opening.number).length,
    }));
    const { nameOf } = await namer();
    reply.header('cache-control', 'no-store');
    return sendPage(reply, <OpeningsPage {...{ openings, auditor, nameOf, unitName }} synthetic={synthetic()} />);
  });

  const ask = (reply: FastifyReply, unit: string, to: string, said: { reason?: string; error?: string } = {}) => {
    const figures = options.figures();
    const seen = figures?.units(figures.months.at(-1) ?? '').find(({ code }) => code === unit);
    reply.header('cache-control', 'no-store');
    const page = { unit, unitName: seen?.name ?? null, to, synthetic: synthetic() };
    return sendPage(reply, <OpenCasesPage {...page} {...said} />);
  };

  server.get<Asked>('/open-cases', cases, async (request, reply) =>
    ask(reply, text(request.query.unit), returnAddress(request.query.to)),
  );

  server.post('/open-cases', cases, async (request, reply) => {
    const { body, person, asking } = request;
    const [unit, reason] = [field(body, 'unit'), field(body, 'reason')];
    const to = returnAddress(field(body, 'to'));
    const refuse = (error: string) => ask(reply.code(400), unit, to, { reason, error });
    if (reason.length < 10 || reason.length > 500) return refuse('Say in a sentence why you need to see them');
    if (!unitsNow().some(({ code }) => code === unit)) return refuse('There is no such unit');
    if (may({ ...person, opened: [] }, 'cases', lineOf(unitsNow(), unit), asking.day)) return reply.redirect(to, 303);
    const at = options.now();
    const until = new Date(at.getTime() + opened);
    await store.openings.open({ unit, until }, { who: person.id, role: person.post, at, why: reason });
    return reply.redirect(to, 303);
  });
}
