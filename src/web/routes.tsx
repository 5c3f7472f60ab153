import type { FastifyInstance, FastifyReply } from 'fastify';
import { dayOf, type Person } from '../access/index.ts';
import { judge } from '../judgement/index.ts';
import type { CasesBehind, Figures, ListedFinding } from '../measure/index.ts';
import type { Indicator } from '../pack/index.ts';
import { mayOpen } from './access/asking.ts';
import { type FindingsChoice, scorecardAddress } from './address.ts';
import { casesCsv } from './cases/csv.ts';
import { casesView, selected } from './cases/model.ts';
import { CasesPage } from './cases/page.tsx';
import {
  type Choice,
  chooseFindings,
  chooseFrom,
  chooseIndicator,
  choosePage,
  chooseReport,
  chooseShown,
  type Query,
} from './choice.ts';
import { handOf } from './commentary/hand.ts';
import { saidBeside, saidOf } from './commentary/said.ts';
import { FindingsPage, findingsCsv } from './data/findings-page.tsx';
import { findingsView, listed, totalOf } from './data/model.ts';
import { DataPage } from './data/page.tsx';
import { StillLoading } from './errors.tsx';
import { sendPage } from './html.ts';
import { indicatorView } from './indicator/model.ts';
import { IndicatorPage } from './indicator/page.tsx';
import type { ServerOptions, ShownFigures } from './options.ts';
import { IndicatorsPage } from './pages/indicators-page.tsx';
import { Problem } from './problem.ts';
import { reportOf, scorecardOf } from './scorecard/model.ts';
import { ScorecardPage } from './scorecard/page.tsx';

interface Asked {
  Querystring: Query;
}
interface AskedOfIndicator extends Asked {
  Params: { id: string };
}

/** Every page there is. Figures are read, never computed. */
export function routes(server: FastifyInstance, options: ServerOptions): void {
  const current = (): ShownFigures => {
    const figures = options.figures();
    if (figures === null) throw new StillLoading();
    return figures;
  };

  server.get('/healthz', { config: { right: 'open' } }, async (_request, reply) => {
    const ready = options.figures() !== null;
    return reply
      .code(ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: ready ? 'ready' : 'loading' });
  });

  server.get('/', { config: { right: 'signed-in' } }, async ({ asking }, reply) =>
    // Whoever looks after people sees no figures for it.
    reply.redirect(
      mayOpen(asking, 'figures') || !mayOpen(asking, 'people') ? (asking.signIn ? '/home' : '/scorecard') : '/people',
    ),
  );

  server.get<Asked>('/scorecard', { config: { right: 'figures' } }, async ({ query }, reply) => {
    const choice = chooseFrom(current(), query);
    const scorecard = scorecardOf(choice, reportOf(choice, chooseReport(query)));
    // Where the checks cannot be run the scorecard still stands: the data page is where that is told.
    const qualities = (await choice.figures.quality?.().catch(() => [])) ?? [];
    const said = options.store ? await saidOf(options.store, choice) : new Set<string>();
    return sendPage(reply, <ScorecardPage {...{ choice, scorecard, said }} findings={totalOf(qualities)} />);
  });

  server.get<Asked>('/indicators', { config: { right: 'figures' } }, async ({ query }, reply) => {
    const choice = chooseFrom(current(), query);
    return sendPage(reply, <IndicatorsPage choice={choice} sections={scorecardOf(choice, null).sections} />);
  });

  server.get<AskedOfIndicator>(
    '/indicators/:id',
    { config: { right: 'figures' } },
    async ({ person, params, query }, reply) => {
      const figures = current();
      const indicator = chooseIndicator(figures, params.id);
      const choice = chooseFrom(figures, query);
      const doubts = (await figures.doubts?.(indicator.id, choice.unit, choice.month)) ?? null;
      const benchmarks = options.benchmarks?.() ?? null;
      const view = indicatorView(choice, indicator, benchmarks);
      const hand = handOf(person, choice, dayOf(options.now()));
      const said = options.store ? await saidBeside(options.store, choice, indicator.id, hand, benchmarks) : null;
      return sendPage(reply, <IndicatorPage choice={choice} view={view} doubts={doubts} said={said} />);
    },
  );

  server.get<AskedOfIndicator>(
    '/indicators/:id/cases',
    { config: { right: 'cases' } },
    async ({ person, params, query }, reply) => {
      const shown = chooseShown(query);
      const page = choosePage(query);
      const { choice, indicator, list } = await openList(person, current(), params.id, query, reply, 'cases');
      const judgement = judge(choice.figures, indicator.id, choice.unit, choice.month);
      const view = casesView(list, shown, page);
      return sendPage(reply, <CasesPage choice={choice} judgement={judgement} view={view} />);
    },
  );

  server.get<AskedOfIndicator>(
    '/indicators/:id/cases.csv',
    { config: { right: 'cases' } },
    async ({ person, params, query }, reply) => {
      const shown = chooseShown(query);
      const { choice, indicator, list } = await openList(person, current(), params.id, query, reply, 'cases as CSV');
      const name = `${indicator.id}_${choice.unit.replaceAll(/[^\w-]/g, '-')}_${choice.month}_cases.csv`;
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="${name}"`)
        .send(casesCsv(list, selected(list, shown)));
    },
  );

  server.get('/data', { config: { right: 'figures' } }, async (_request, reply) => {
    const figures = current();
    const qualities = (await figures.quality?.()) ?? [];
    return sendPage(reply, <DataPage figures={figures} qualities={qualities} canLoad={options.loads !== undefined} />);
  });

  server.get<Asked>('/data/findings', { config: { right: 'cases' } }, async ({ person, query }, reply) => {
    const figures = openFindings(current(), reply);
    const choice = chooseFindings(query);
    const view = await findingsView((await figures.quality?.()) ?? [], choice, choosePage(query));
    await auditFindings(person, choice, 'findings', view.count);
    return sendPage(reply, <FindingsPage figures={figures} view={view} />);
  });

  server.get<Asked>('/data/findings.csv', { config: { right: 'cases' } }, async ({ person, query }, reply) => {
    const figures = openFindings(current(), reply);
    const choice = chooseFindings(query);
    const list: ListedFinding[] = [];
    for await (const finding of listed((await figures.quality?.()) ?? [], choice)) list.push(finding);
    await auditFindings(person, choice, 'findings as CSV', list.length);
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="findings.csv"')
      .send(findingsCsv(list));
  });

  /** A list of findings names rows of people, so it is open where lists of cases are, and never cached. */
  function openFindings(figures: Figures, reply: FastifyReply): Figures {
    reply.header('cache-control', 'no-store');
    if (!figures.synthetic && !options.openCases) throw closedCases('/data', 'Back to the data');
    return figures;
  }

  function auditFindings(person: Person, choice: FindingsChoice, what: string, cases: number): Promise<void> {
    const list = Object.entries(choice).flatMap(([name, value]) => (value === undefined ? [] : [`${name} ${value}`]));
    return options.audit({ at: options.now(), who: person.id, what, list: list.join(', ') || 'all', cases });
  }

  /** The list behind a figure, once it may be shown and the look is on record. It is never cached. */
  async function openList(
    person: Person,
    figures: ShownFigures,
    id: string,
    query: Query,
    reply: FastifyReply,
    what: string,
  ): Promise<{ choice: Choice; indicator: Indicator; list: CasesBehind }> {
    reply.header('cache-control', 'no-store');
    const indicator = chooseIndicator(figures, id);
    const choice = chooseFrom(figures, query);
    if (!figures.synthetic && !options.openCases) throw closedCases(scorecardAddress(choice), 'Back to the scorecard');
    const { unit, month } = choice;
    const list = await figures.cases(indicator.id, unit, month);
    await options.audit({
      at: options.now(),
      who: person.id,
      what,
      indicator: id,
      unit,
      month,
      cases: list.cases.length,
    });
    return { choice, indicator, list };
  }
}

function closedCases(href: string, text: string): Problem {
  return new Problem(
    403,
    'Lists of cases are closed',
    [
      'The data is about real children, and there is no sign-in yet by which Outturn could know who is looking.',
      'Who may see the cases on this computer can start it with: outturn serve --open-cases. Each look is then recorded.',
    ],
    [{ text, href }],
  );
}
