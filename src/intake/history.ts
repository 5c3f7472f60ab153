import { join } from 'node:path';
import { dayLabel } from '../calendar/index.ts';
import { extractFolder, literal, type Manifest, quoted, readManifest, type Staging } from '../warehouse/index.ts';
import { type ExtractDraft, findingsFile, idOf, type WriteRequest, writeExtract } from './extract-writer.ts';
import { joinReturns, nameIn, type ReturnPart } from './ssda903/history.ts';
import { fileIn } from './ssda903/history-span.ts';
import { storedColumns, type Workbench } from './workbench.ts';

interface Request extends WriteRequest {
  readonly data: string;
  readonly progress?: (line: string) => void;
}

/** What becomes current, and what is kept beside it. */
interface Written {
  readonly current: Manifest;
  readonly beside: readonly Manifest[];
}

/**
 * Writes returns that come together or beside earlier ones of the same standard, and the history of them all: one set of
 * tables, an extract of its own, which becomes current. The returns stay as they are; one of a period that was there
 * replaces the former.
 *
 * @returns null where there is nothing to join: the draft is no return, or the only one
 */
export async function writeHistory(
  bench: Workbench,
  drafts: readonly [ExtractDraft, ...ExtractDraft[]],
  staging: Staging,
  request: Request,
): Promise<Written | null> {
  const [draft] = drafts;
  const before = staging.before.find(
    ({ authority, source }) => authority === draft.authority && source === draft.source,
  );
  if (drafts.some(({ period }) => !period)) return null;
  const ids = new Set(drafts.map((one) => idOf(one, request.pack)));
  const known = before?.history ?? (before?.period ? [{ ...before.period, id: before.id }] : []);
  const there = known.filter(({ id }) => ids.has(id)).length;
  if (before?.history && there === ids.size) return { current: before, beside: [] };
  const years = new Set(drafts.map(({ period }) => period?.to));
  const others = known.filter(({ to }) => !years.has(to));
  if (drafts.length + others.length === 1) return null;
  const own: Kept[] = [];
  for (const one of drafts) {
    const folder = await staging.placeBeside(one.source, one.period?.to ?? one.asAt);
    const manifest = await writeExtract(bench, one, staging, request, folder);
    // One that is current already was not written again: it is where it is kept.
    own.push(
      manifest.id === before?.id ? await keptReturn(request.data, draft.authority, manifest.id) : { manifest, folder },
    );
  }
  const kept = await Promise.all(others.map((part) => keptReturn(request.data, draft.authority, part.id)));
  const returns = [...kept, ...own].toSorted((a, b) => (endOf(a) < endOf(b) ? -1 : 1));
  const parts = returns.flatMap(({ manifest, folder: place }): ReturnPart[] =>
    manifest.period ? [{ ...manifest.period, folder: place }] : [],
  );
  const ends = parts.map(({ to }) => dayLabel(to));
  request.progress?.(`One history of ${ends.length} returns, to ${ends.join(', ')}`);
  const tables = await joinReturns(bench, request.pack, parts);
  const history = returns.map(({ manifest }) => ({
    id: manifest.id,
    from: manifest.period?.from ?? '',
    to: manifest.period?.to ?? manifest.asAt,
  }));
  const current = await writeExtract(
    bench,
    {
      authority: draft.authority,
      source: draft.source,
      format: draft.format,
      asAt: returns.at(-1)?.manifest.asAt ?? draft.asAt,
      asAtBasis: draft.asAtBasis,
      synthetic: returns.every(({ manifest }) => manifest.synthetic),
      tables: tables.map((table) => ({ ...table, to: table.to ?? draft.asAt })),
      files: returns.flatMap(({ manifest }) => filesOf(manifest)),
      joined: { history, findings: returns.map(findingsOf).join(' union all ') },
    },
    staging,
    request,
  );
  return { current, beside: own.filter(({ manifest }) => manifest.id !== before?.id).map(({ manifest }) => manifest) };
}

interface Kept {
  readonly manifest: Manifest;
  readonly folder: string;
}

async function keptReturn(data: string, authority: string, id: string): Promise<Kept> {
  const folder = extractFolder(data, { authority, id });
  return { manifest: await readManifest(folder), folder };
}

/** The files of a return, under the year that it ends in. */
function filesOf({ files, period }: Manifest): ExtractDraft['files'] {
  return files.map((file) => {
    const rows = Object.entries(period?.rows ?? {}).find(([, { name }]) => name === file.name);
    return { ...file, name: period && rows ? fileIn(period, rows[0]) : `${period?.to.slice(0, 4)}/${file.name}` };
  });
}

/** A query of the findings of a return; the file is told with its year. */
function findingsOf({ manifest, folder }: Kept): string {
  const columns = storedColumns.map((column) =>
    column === 'file'
      ? `file || ${literal(nameIn({ to: manifest.period?.to ?? manifest.asAt }, ''))} as file`
      : quoted(column),
  );
  return `select ${columns.join(', ')} from read_parquet(${literal(join(folder, findingsFile))})`;
}

const endOf = ({ manifest }: Kept): string => manifest.period?.to ?? manifest.asAt;
