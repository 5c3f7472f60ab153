import { setTimeout } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Document } from '../../document/index.ts';
import { commentsFor } from '../../edition/index.ts';
import { type Form, forms, TooManyWaiting } from '../../output/index.ts';
import type { Report } from '../../pack/index.ts';
import { reportAddress, reportsAddress } from '../address.ts';
import { type Choice, chooseFrom, type Query } from '../choice.ts';
import { placeOf, StillLoading } from '../errors.tsx';
import { sendPage } from '../html.ts';
import type { ServerOptions } from '../options.ts';
import { Problem } from '../problem.ts';
import { ReportsPage } from './list-page.tsx';
import { ReportMaker } from './made-report.ts';
import { MakingPage } from './making-page.tsx';
import { isPrinted } from './printed.ts';
import { ReportPage } from './report-page.tsx';

interface Asked {
  Querystring: Query;
}
interface AskedOfReport extends Asked {
  Params: { id: string };
}
interface AskedOfFile extends Asked {
  Params: { id: string; ending: string };
}

/** The pages of reports, and the reports as files. */
export function reportRoutes(server: FastifyInstance, options: ServerOptions): void {
  const { files, patience = 10_000 } = options;
  const { store } = options;
  const maker = new ReportMaker(
    () => options.benchmarks?.() ?? null,
    async (report, month) => (store === undefined ? [] : (await commentsFor(store, report, month)).approved),
  );
  const chosen = (query: Query): Choice => {
    const figures = options.figures();
    if (figures === null) throw new StillLoading();
    return chooseFrom(figures, query);
  };

  server.get<Asked>('/reports', { config: { right: 'figures' } }, async ({ query }, reply) =>
    sendPage(reply, <ReportsPage choice={chosen(query)} />),
  );

  server.get<AskedOfReport>('/reports/:id', { config: { right: 'figures' } }, async ({ params, query }, reply) => {
    const choice = chosen(query);
    const report = chooseReport(choice, params.id);
    const made = await maker.make(report, choice);
    return sendPage(reply, <ReportPage choice={choice} report={report} made={made} files={files} />);
  });

  server.get<AskedOfFile>(
    '/reports/:id/files/:ending',
    { config: { right: 'figures' } },
    async ({ params, query }, reply) => {
      const choice = chosen(query);
      const report = chooseReport(choice, params.id);
      const form = chooseForm(choice, report, params.ending);
      const { document } = await maker.make(report, choice);
      const content = await inTime(document, form).catch((error: unknown) => {
        throw failure(error, choice, report, form, reply);
      });
      if (content === null) {
        const state = files.state(document, form);
        reply.code(202).header('cache-control', 'no-store');
        return sendPage(reply, <MakingPage choice={choice} report={report} form={form} state={state} />);
      }
      return reply
        .type(form.mediaType)
        .header('cache-control', 'private, no-cache')
        .header('content-disposition', `attachment; filename="${fileName(report, choice, form)}"`)
        .send(content);
    },
  );

  /** The file, or null where it is not there in time; it goes on being made. */
  async function inTime(document: Document, form: Form): Promise<Uint8Array | null> {
    const ended = new AbortController();
    const late = setTimeout(patience, null, { signal: ended.signal, ref: false }).catch(() => null);
    try {
      return await Promise.race([files.file(document, form), late]);
    } finally {
      ended.abort();
    }
  }

  function failure(error: unknown, choice: Choice, report: Report, form: Form, reply: FastifyReply): Problem {
    const back = { text: `Back to ${report.title}`, href: reportAddress(report.id, choice) };
    reply.header('cache-control', 'no-store');
    if (error instanceof TooManyWaiting) {
      reply.header('retry-after', '30');
      const words = 'So many files are being made and waited for that no other can be taken on. Try again in a minute.';
      return new Problem(503, 'Too many files are being made', [words], [back]);
    }
    options.report?.(`the ${form.label} of the report ${report.id} could not be made: ${placeOf(error)}`);
    const words =
      'It is not your doing. The report itself can be read here, and the other kinds of file may still work.';
    return new Problem(500, `The ${form.label} could not be made`, [words], [back]);
  }
}

/** @throws Problem 404 for a report that the pack does not have, or that is a scorecard on its page alone */
function chooseReport(choice: Choice, id: string): Report {
  const report = choice.figures.pack.reports.get(id);
  if (report !== undefined && isPrinted(report)) return report;
  throw new Problem(
    404,
    'There is no such report',
    ['The address may be mistyped, or the report may belong to another pack.'],
    [{ text: 'All reports', href: reportsAddress(choice) }],
  );
}

function chooseForm(choice: Choice, report: Report, ending: string): Form {
  const form = forms.find((one) => one.ending === ending);
  if (form !== undefined) return form;
  throw new Problem(
    404,
    'There is no such kind of file',
    [`A report can be had as ${forms.map(({ label }) => label).join(', ')}.`],
    [{ text: report.title, href: reportAddress(report.id, choice) }],
  );
}

/** @example 'outturn-contract-D2-2026-10.pdf': letters that a file system may refuse become hyphens */
function fileName(report: Report, { unit, month }: Choice, { ending }: Form): string {
  const name = `outturn-${report.id}-${unit}-${month}`.replaceAll(/[^\w-]/g, '-');
  return `${name}.${ending}`;
}
