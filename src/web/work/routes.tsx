import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { DueList } from '../../measure/index.ts';
import { type Choice, chooseFrom, choosePage, type Query } from '../choice.ts';
import { StillLoading } from '../errors.tsx';
import { sendPage } from '../html.ts';
import type { ServerOptions } from '../options.ts';
import { ownUnit } from '../own-unit.ts';
import { Problem } from '../problem.ts';
import { workCsv, workXlsx } from './export.ts';
import { chooseWork } from './filter.ts';
import { type WorkView, workView } from './model.ts';
import { WorkPage } from './page.tsx';

interface Asked {
  Querystring: Query;
}

/** The work that waits in a unit: a page, and the same list as files. Each look is on record before anything is shown. */
export function dueRoutes(server: FastifyInstance, options: ServerOptions): void {
  const config = { right: 'cases' } as const;

  async function open(
    request: FastifyRequest<Asked>,
    reply: FastifyReply,
    what: string,
  ): Promise<{ choice: Choice; view: WorkView }> {
    reply.header('cache-control', 'no-store');
    const figures = options.figures();
    if (figures === null) throw new StillLoading();
    if (!figures.synthetic && !options.openCases) throw closed();
    const { query } = request;
    const month = figures.months.at(-1) ?? '';
    const first = ownUnit(figures.units(month), 'cases', request.asking);
    const choice = chooseFrom(figures, { unit: query.unit || first?.code });
    const list: DueList = (await figures.due?.(choice.unit)) ?? { asAt: figures.asAt, cases: [], without: [] };
    const change = (await figures.dueChange?.(choice.unit)) ?? null;
    const view = workView(choice, list, change, chooseWork(query, choice.unit, choosePage(query)));
    const { when, indicator, worker } = view.filter;
    const narrowed = [when, indicator, worker === null ? null : `worker ${worker || 'not known'}`];
    await options.audit({
      at: options.now(),
      who: request.person.id,
      what,
      unit: choice.unit,
      month: choice.month,
      list: narrowed.filter((part) => part !== null).join(', '),
      cases: view.chosen.length,
    });
    return { choice, view };
  }

  server.get<Asked>('/work', { config }, async (request, reply) => {
    const { choice, view } = await open(request, reply, 'work list');
    return sendPage(reply, <WorkPage choice={choice} view={view} />);
  });

  server.get<Asked>('/work.csv', { config }, async (request, reply) => {
    const { choice, view } = await open(request, reply, 'work list as CSV');
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${fileName(view, 'csv')}"`)
      .send(workCsv(view, choice));
  });

  server.get<Asked>('/work.xlsx', { config }, async (request, reply) => {
    const { choice, view } = await open(request, reply, 'work list as a workbook');
    return reply
      .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
      .header('content-disposition', `attachment; filename="${fileName(view, 'xlsx')}"`)
      .send(await workXlsx(view, choice));
  });
}

const fileName = ({ filter, asAt }: WorkView, ending: string): string =>
  `work_${filter.unit.replaceAll(/[^\w-]/g, '-')}_${asAt}.${ending}`;

const closed = (): Problem =>
  new Problem(
    403,
    'Lists of cases are closed',
    [
      'The data is about real children, and there is no sign-in yet by which Outturn could know who is looking.',
      'Who may see the cases on this computer can start it with: outturn serve --open-cases. Each look is then recorded.',
    ],
    [{ text: 'Back to the scorecard', href: '/scorecard' }],
  );
