import type { FastifyInstance } from 'fastify';
import { lineOf, may } from '../../access/index.ts';
import { mayOpen } from '../access/asking.ts';
import { type Choice, chooseFrom, type Query } from '../choice.ts';
import { cycleDesk } from '../cycle/gather.ts';
import { totalOf } from '../data/model.ts';
import { mayRead } from '../editions/gate.ts';
import { StillLoading } from '../errors.tsx';
import { sendPage } from '../html.ts';
import type { ServerOptions } from '../options.ts';
import { ownUnit } from '../own-unit.ts';
import { homeOf, type OnItsWay } from './model.ts';
import { HomePage } from './page.tsx';
import { found } from './search.ts';
import { SearchPage } from './search-page.tsx';

interface Asked {
  Querystring: Query;
}

/** Where each person begins, and the search over what they may see. */
export function homeRoutes(server: FastifyInstance, options: ServerOptions): void {
  const config = { right: 'figures' } as const;
  const { store } = options;
  const desk = store && cycleDesk(options, store);

  const current = () => {
    const figures = options.figures();
    if (figures === null) throw new StillLoading();
    return figures;
  };

  async function onTheirWay(choice: Choice): Promise<readonly OnItsWay[] | null> {
    if (!desk) return null;
    const reports: OnItsWay[] = [];
    for (const report of choice.figures.pack.reports.values()) {
      if (report.cycle === undefined) continue;
      reports.push({ report, standing: await desk.standing(report, choice) });
    }
    return reports.filter(({ standing }) => standing.nextMonth === null);
  }

  server.get<Asked>('/home', { config }, async ({ query, asking }, reply) => {
    const figures = current();
    const latest = figures.months.at(-1) ?? '';
    const units = figures.units(latest);
    const own = ownUnit(units, 'cases', asking) ?? ownUnit(units, 'figures', asking);
    const choice = chooseFrom(figures, { unit: query.unit || own?.code });
    const { person, day } = asking;
    const cases = may(person, 'cases', lineOf(units, choice.unit), day) && (figures.synthetic || options.openCases);
    const looksAfter = mayOpen(asking, 'define') || mayOpen(asking, 'load');
    const signs = looksAfter || mayOpen(asking, 'publish') || mayOpen(asking, 'approve');
    const all = options.editions?.figures() ?? null;
    const home = homeOf(choice, {
      due: cases ? ((await figures.due?.(choice.unit)) ?? null) : null,
      change: cases ? ((await figures.dueChange?.(choice.unit)) ?? null) : null,
      // Where the checks cannot be run the home still stands: the data page is where that is told.
      findings: looksAfter ? totalOf((await figures.quality?.().catch(() => [])) ?? []) : null,
      reports: signs ? await onTheirWay(choice) : null,
      editions:
        store && options.editions ? (await store.editions.list()).filter((entry) => mayRead(asking, entry, all)) : [],
    });
    return sendPage(reply.header('cache-control', 'no-store'), <HomePage home={home} />);
  });

  server.get<Asked>('/search', { config }, async ({ query, asking }, reply) => {
    const choice = chooseFrom(current(), { month: query.month });
    const words = typeof query.q === 'string' ? query.q.slice(0, 200) : '';
    const hits = found(choice, words, asking);
    return sendPage(reply, <SearchPage choice={choice} words={words} hits={hits} />);
  });
}
