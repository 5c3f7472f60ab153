import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { compareSides, documentOf, EditionError, editionSide, presentSide } from '../../edition/index.ts';
import { forms } from '../../output/index.ts';
import type { Edition } from '../../store/index.ts';
import { mayOpen } from '../access/asking.ts';
import type { Query } from '../choice.ts';
import { StillLoading } from '../errors.tsx';
import { sendPage } from '../html.ts';
import type { EditionsOptions, ServerOptions, ShownFigures } from '../options.ts';
import { Problem } from '../problem.ts';
import { allowScript } from '../security.ts';
import { publishedFiles } from './about.tsx';
import { editionAddress, restatementsAddress } from './address.ts';
import { ComparePage } from './compare-page.tsx';
import { EditionPage } from './edition-page.tsx';
import { Explained } from './explained.ts';
import { ExplainingPage } from './explaining-page.tsx';
import { mayLookBehind, mayPublish, mayRead, maySeeCases, numberFrom, openFor, unreadable } from './gate.ts';
import { namesIn } from './names.ts';
import { RegisterPage } from './register-page.tsx';
import { markedToday } from './restated.ts';
import { changesOf, RestatedCasesPage } from './restated-cases-page.tsx';
import { RestatementsPage } from './restatements-page.tsx';

interface OfEdition {
  Params: { number: string };
  Querystring: Query;
}
interface OfFile {
  Params: { number: string; name: string };
}

const one = (query: Query, name: string): string | undefined => {
  const value = query[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** The pages of what has been published. */
export function editionRoutes(server: FastifyInstance, options: ServerOptions, of: EditionsOptions): void {
  const { store, patience = 10_000 } = options;
  if (!store) throw new Error('Editions need the store');
  const { data } = of.desk;
  const right = { config: { right: 'figures' } } as const;
  const explained = new Explained({ data, store, definitions: of.definitions });
  const known = () => ({ data, store, all: of.figures() });
  const needed = (): ShownFigures => {
    const all = of.figures();
    if (all === null) throw new StillLoading();
    return all;
  };
  const isSynthetic = (): boolean | null => of.figures()?.synthetic ?? null;

  server.get<{ Querystring: Query }>('/editions', right, async ({ asking, query }, reply) => {
    const all = of.figures();
    const readable = (await store.editions.list()).filter((entry) => mayRead(asking, entry, all));
    const chosen = { report: one(query, 'report'), kind: one(query, 'kind') };
    const shown = readable.filter(
      ({ report, kind }) => report === (chosen.report ?? report) && kind === (chosen.kind ?? kind),
    );
    const reports = [...new Set(readable.map(({ report }) => report))].toSorted();
    const own = { names: namesIn(all), synthetic: isSynthetic(), mayPublish: mayOpen(asking, 'publish') };
    return sendPage(reply, <RegisterPage editions={shown} reports={reports} chosen={chosen} {...own} />);
  });

  server.get<OfEdition>('/editions/:number', right, async ({ asking, params }, reply) => {
    const edition = await openFor(asking, params.number, known());
    const { entry } = edition;
    const all = of.figures();
    const document = await readOr(entry.number, () => documentOf(edition));
    const behind = mayLookBehind(asking, entry, all);
    const marked = await readOr(entry.number, () => markedToday(edition, document, behind ? all : null));
    const correctedBy = (await store.editions.list(whereOf(entry))).find(({ corrects }) => corrects === entry.number);
    const own = {
      correctedBy: correctedBy ?? null,
      unit: namesIn(all).unit(entry.unit, entry.month),
      synthetic: edition.manifest.synthetic,
      mayPublish: mayPublish(asking, entry.unit, entry.month, all),
      behind,
    };
    return sendPage(reply, <EditionPage edition={edition} {...marked} {...own} />);
  });

  server.get<OfFile>('/editions/:number/files/:name', right, async ({ asking, params }, reply) => {
    const { entry, folder, manifest } = await openFor(asking, params.number, known());
    const file = publishedFiles(manifest).find(({ name }) => name === params.name);
    if (file === undefined) {
      const back = [{ text: `Edition ${entry.number}`, href: editionAddress(entry.number) }];
      throw new Problem(404, 'There is no such file', ['The edition was published without it.'], back);
    }
    const bytes = await readFile(join(folder, file.name)).catch(() => null);
    // What is handed out as published is that to the last byte, or nothing.
    if (bytes === null || createHash('sha256').update(bytes).digest('hex') !== file.sha256)
      throw unreadable(entry.number);
    const ending = file.name.slice('report.'.length);
    const name = `outturn-${entry.report}-${entry.unit}-${entry.month}-edition-${entry.number}`;
    return reply
      .type(forms.find((form) => form.ending === ending)?.mediaType ?? 'application/octet-stream')
      .header('cache-control', 'private, no-cache')
      .header('content-disposition', `attachment; filename="${name.replaceAll(/[^\w-]/g, '-')}.${ending}"`)
      .send(bytes);
  });

  server.get<OfEdition>('/editions/:number/compare', right, async ({ asking, params, query }, reply) => {
    const all = needed();
    const edition = await openFor(asking, params.number, known(), mayLookBehind);
    const wanted = one(query, 'with') ?? 'now';
    const other = wanted === 'now' ? null : await openFor(asking, String(numberFrom(wanted)), known(), mayLookBehind);
    const [before, after] = await readOr(edition.entry.number, async () => [
      await editionSide(edition),
      other === null ? await presentSide(data, store, edition, all) : await editionSide(other),
    ]);
    const { report, unit } = edition.entry;
    const choices = (await store.editions.list({ report, unit })).filter(
      ({ number }) => number !== edition.entry.number,
    );
    const own = { choices, names: namesIn(all), synthetic: edition.manifest.synthetic };
    const differences = compareSides(before, after);
    return sendPage(
      reply,
      <ComparePage edition={edition.entry} other={other?.entry ?? 'now'} differences={differences} {...own} />,
    );
  });

  server.get<OfEdition>('/editions/:number/restatements', right, async ({ asking, params }, reply) => {
    const all = needed();
    const { entry, manifest } = await openFor(asking, params.number, known(), mayLookBehind);
    const ended = new AbortController();
    const late = setTimeout(patience, null, { signal: ended.signal, ref: false }).catch(() => null);
    const explaining = readOr(entry.number, () => explained.restatement(entry, all));
    explaining.catch(() => undefined);
    const restatement = await Promise.race([explaining, late]).finally(() => ended.abort());
    const own = { names: namesIn(all), synthetic: manifest.synthetic };
    if (restatement === null) {
      return sendPage(
        allowScript(reply).code(202).header('cache-control', 'no-store'),
        <ExplainingPage number={entry.number} {...own} />,
      );
    }
    const unit = own.names.unit(entry.unit, entry.month);
    const cases = maySeeCases(asking, entry.unit, entry.month, all);
    return sendPage(reply, <RestatementsPage restatement={restatement} unit={unit} cases={cases} {...own} />);
  });

  server.get<OfEdition>(
    '/editions/:number/restatements/cases',
    { config: { right: 'cases' } },
    async ({ asking, params }, reply) => {
      reply.header('cache-control', 'no-store');
      const all = needed();
      const { entry, manifest } = await openFor(asking, params.number, known(), mayLookBehind);
      const { report, unit, month, number } = entry;
      const open = (all.synthetic || options.openCases) && maySeeCases(asking, unit, month, all);
      if (!open) {
        const back = [{ text: 'Back to the counts', href: restatementsAddress(number) }];
        throw new Problem(403, 'These cases are closed', ['You may see how many they are, and not which.'], back);
      }
      const restatement = await readOr(number, () => explained.restatement(entry, all));
      const changes = changesOf(restatement);
      await options.audit({
        at: options.now(),
        who: asking.person.id,
        what: 'cases of restatements',
        unit,
        month,
        list: `edition ${number} of ${report}`,
        cases: changes.length,
      });
      const own = { names: namesIn(all), synthetic: manifest.synthetic };
      return sendPage(reply, <RestatedCasesPage restatement={restatement} changes={changes} {...own} />);
    },
  );

  /** What an edition keeps, or a page that says that it is not as it was. */
  async function readOr<T>(number: number, read: () => Promise<T>): Promise<T> {
    try {
      return await read();
    } catch (error) {
      if (error instanceof EditionError) throw unreadable(number);
      throw error;
    }
  }
}

const whereOf = ({ report, month, unit, kind }: Edition) => ({ report, month, unit, kind });
