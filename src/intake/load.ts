import { join } from 'node:path';
import type { Pack } from '../pack/index.ts';
import { type Manifest, type Outcome, openStaging, type Staging, sameStandard } from '../warehouse/index.ts';
import { asAtFromData, noteAssumedAsAt } from './as-at.ts';
import { openDelivery } from './deliveries.ts';
import { departments, settleDepartments } from './departments.ts';
import type { Engine } from './engine.ts';
import { type ExtractNote, noteName, readExtractNote } from './extract-note.ts';
import { type ExtractDraft, writeExtract } from './extract-writer.ts';
import { type FindingSummary, summarise } from './finding-summary.ts';
import type { DeliveredTable, Delivery, FormatReading } from './format.ts';
import { recognise } from './formats.ts';
import { writeHistory } from './history.ts';
import { keepApart } from './keep-apart.ts';
import { knownHeadings } from './known-headings.ts';
import { knownUnits } from './known-units.ts';
import { LoadError } from './load-error.ts';
import { type LoadStep, readingSteps, writingSteps } from './load-step.ts';
import { organisation, settleOrganisation } from './organisation.ts';
import { describeParquet } from './parquet-file.ts';
import { apart, type Parsing } from './parsing.ts';
import { previousTable } from './previous-table.ts';
import { inspectFile, type SourceFile } from './source-file.ts';
import { windowStart } from './window-start.ts';
import { Workbench } from './workbench.ts';
import { expandWorkbooks } from './workbook/expand.ts';

export interface LoadRequest {
  /** The data folder. */
  readonly data: string;
  readonly pack: Pack;
  /** Folders and files. */
  readonly sources: readonly string[];
  /** Code of the authority; default what the delivery says, then the root of its departments. */
  readonly authority?: string;
  /** YYYY-MM-DD; default what the delivery says, then the format's rule, then the data. */
  readonly asAt?: string;
  /** The instant of the load. */
  readonly now: Date;
  /** Told of each step, in a line for a person. */
  readonly progress?: (line: string) => void;
  /** Told how far the load is, as it goes. */
  readonly step?: (step: LoadStep) => void;
  /** Ends the load as if it had not begun; without effect once the extracts are in force. */
  readonly signal?: AbortSignal;
  /** What the work is done on; default an engine of its own. */
  readonly engine?: Engine;
  /** How workbooks and XML files are taken apart; default in capped processes. */
  readonly parsing?: Parsing;
}

export interface LoadResult {
  readonly extracts: readonly { readonly manifest: Manifest; readonly outcome: Outcome }[];
  /** By code, the most frequent first. */
  readonly findings: readonly FindingSummary[];
}

/** What one format made of one SOURCE, with what the delivery says of itself. */
interface Part extends FormatReading {
  readonly delivery: Delivery;
  readonly note: ExtractNote | null;
  readonly format: string;
}

/**
 * Loads deliveries into a data folder: each file is recognised, read set-wise into the tables of its datasets and checked;
 * then there is one extract per source, and all of them become current at once.
 *
 * @throws LoadError the delivery cannot be loaded
 * @throws Refusal the data folder does not take it
 * @throws what `signal` gives as its reason, where the load was to end
 */
export async function load(request: LoadRequest): Promise<LoadResult> {
  const { pack, signal } = request;
  signal?.throwIfAborted();
  const staging = await openStaging(request.data, { id: pack.id, version: pack.version });
  try {
    const bench = await Workbench.open(join(staging.folder, 'work'), request.engine);
    const interrupt = () => bench.interrupt();
    signal?.addEventListener('abort', interrupt);
    try {
      return await loadInto(staging, bench, request);
    } finally {
      signal?.removeEventListener('abort', interrupt);
      bench.close();
    }
  } finally {
    await staging.close();
  }
}

async function loadInto(staging: Staging, bench: Workbench, request: LoadRequest): Promise<LoadResult> {
  const parts: Part[] = [];
  for (const [index, source] of request.sources.entries()) {
    bench.delivery = index;
    for (const part of await readSource(source, index, staging, bench, request)) {
      parts.push(request.sources.length > 1 ? await keepApart(bench, part, index) : part);
    }
  }
  bench.delivery = null;
  refuseDoubleDatasets(parts);
  const roots = await settleRoots(bench, parts);
  const authority = authorityOf(request, parts, roots, staging.before);
  const drafts = await draftExtracts(bench, request, parts, authority);
  const tables = drafts.reduce((sum, draft) => sum + draft.tables.length, 0);
  const wrote = writingSteps(tables, request.step);
  const manifests: Manifest[] = [];
  const beside: Manifest[] = [];
  for (const [source, [draft, ...others]] of Map.groupBy(drafts, (one) => one.source)) {
    if (!draft) continue;
    request.signal?.throwIfAborted();
    const written = await writeHistory(bench, [draft, ...others], staging, { ...request, wrote });
    const manifest = written?.current ?? (await writeExtract(bench, draft, staging, { ...request, wrote }));
    manifests.push(manifest);
    beside.push(...(written?.beside ?? []));
    request.progress?.(`${source}: ${Object.keys(manifest.tables).length} tables written`);
  }
  for (const line of lostTables(staging.before, manifests)) request.progress?.(line);
  request.signal?.throwIfAborted();
  const outcomes = await staging.publishExtracts(manifests, beside);
  return {
    extracts: manifests.map((manifest, index) => ({ manifest, outcome: outcomes[index] ?? 'unchanged' })),
    findings: await summarise(bench),
  };
}

/** What the deliveries before held and these no longer do, because a source is replaced as a whole. */
function* lostTables(before: readonly Manifest[], after: readonly Manifest[]): Generator<string> {
  for (const { authority, source, tables } of after) {
    const former = before.find((manifest) => manifest.authority === authority && manifest.source === source);
    const lost = Object.keys(former?.tables ?? {}).filter((id) => !(id in tables));
    if (lost.length > 0) yield `${source}: no longer there, since this delivery has no such table: ${lost.join(', ')}`;
  }
}

async function readSource(
  source: string,
  index: number,
  staging: Staging,
  bench: Workbench,
  { pack, data, authority, progress, step, signal, sources, parsing = apart }: LoadRequest,
): Promise<Part[]> {
  const work = join(staging.folder, 'work');
  const delivered = await expandWorkbooks(
    await openDelivery(source, bench),
    { bench, parsing },
    work,
    knownHeadings(pack),
  );
  const delivery = await describeParquet(delivered, bench);
  const noteFile = delivery.files.find(({ name }) => name === noteName);
  const note = noteFile ? await readExtractNote(noteFile) : null;
  const shares = await recognise(delivery, pack, bench);
  const parts: Part[] = [];
  const claimed = shares.flatMap(({ claims }) => claims.map(({ file }) => file));
  const reading = await readingSteps(bench, claimed, { index, of: sources.length }, step);
  for (const { format, claims } of shares) {
    for (const { file, takenFor } of claims) progress?.(`${file.name}: ${takenFor}`);
    const known = new Set(knownHeadings(pack));
    const inspect = async (file: SourceFile | Delivery['files'][number]) => {
      signal?.throwIfAborted();
      await reading(file);
      return inspectFile(file, work, known);
    };
    const previous = (dataset: string) => previousTable(staging.before, data, dataset, authority);
    const units = () => knownUnits(bench, pack, staging.before, data);
    parts.push({
      ...(await format.read(claims, { bench, parsing, pack, inspect, units, previous })),
      delivery,
      note,
      format: format.name,
    });
  }
  return parts;
}

function refuseDoubleDatasets(parts: readonly Part[]): void {
  const seen = new Map<string, DeliveredTable>();
  // Returns of several years bring the same tables, one beside the other.
  const returns = parts.filter(({ period }) => period);
  const years = new Set(returns.map(({ period }) => period?.to));
  const once = years.size === returns.length ? parts.filter((part) => !part.period || part === returns[0]) : parts;
  for (const table of once.flatMap(({ tables }) => tables)) {
    const before = seen.get(table.dataset);
    if (before) {
      const files = [...before.files, ...table.files].join(' and ');
      throw new LoadError(`${table.dataset} comes twice in this delivery: ${files}`);
    }
    seen.set(table.dataset, table);
  }
}

/** The roots of the organisations that come with the delivery; null where none does. */
interface Roots {
  readonly departments: string | null;
  readonly units: string | null;
}

async function settleRoots(bench: Workbench, parts: readonly Part[]): Promise<Roots> {
  const tables = parts.flatMap((part) => part.tables);
  const settled = async (dataset: string, settle: typeof settleDepartments) => {
    const table = tables.find((one) => one.dataset === dataset);
    if (!table) return null;
    const read = { table: table.relation, present: table.columns, line: `"${table.relation}".rowid + 2` };
    return settle(bench, read, table.files[0] ?? dataset);
  };
  return {
    departments: await settled(departments, settleDepartments),
    units: await settled(organisation, settleOrganisation),
  };
}

/** The unit of the pack that has no parent. */
const rootOf = ({ units }: Pack) => units.find(({ parent }) => parent === undefined)?.code;

/**
 * As given; else as the delivery says; else the root of its departments; else the authority already loaded that its units are
 * of, or the only one; else the root of its units; else that of the pack's.
 */
function authorityOf(
  { authority, pack }: LoadRequest,
  parts: readonly Part[],
  roots: Roots,
  before: readonly Manifest[],
): string {
  if (authority !== undefined) return authority;
  const said = new Set(parts.flatMap(({ note }) => note?.authority ?? []));
  const [first, ...others] = said;
  if (others.length > 0) throw new LoadError(`The deliveries are of several authorities: ${[...said].join(', ')}`);
  const known = new Set(before.map((manifest) => manifest.authority));
  const loaded = roots.units !== null && known.has(roots.units) ? roots.units : known.size === 1 ? [...known][0] : null;
  return first ?? roots.departments ?? loaded ?? roots.units ?? rootOf(pack) ?? 'authority';
}

type AsAt = Pick<Manifest, 'asAt' | 'asAtBasis'>;

async function asAtOf(bench: Workbench, request: LoadRequest, part: Part, all: readonly Part[]): Promise<AsAt> {
  if (request.asAt !== undefined) return { asAt: request.asAt, asAtBasis: 'given' };
  if (part.note?.['as-at']) return { asAt: part.note['as-at'], asAtBasis: 'extract' };
  if (part.asAt !== null) return { asAt: part.asAt, asAtBasis: 'format' };
  const tables = all.flatMap((other) => other.tables);
  const undated = tables.every(({ dataset }) => request.pack.datasets.get(dataset)?.undated);
  const loadDay = request.now.toISOString().slice(0, 10);
  if (undated) return { asAt: loadDay, asAtBasis: 'none' };
  const asAt = await asAtFromData(bench, request.pack, tables, loadDay);
  await noteAssumedAsAt(bench, part.delivery.source, asAt);
  return { asAt, asAtBasis: 'data' };
}

/** One extract per source that the delivered datasets name, and of it one per part, in the order of the call. */
async function draftExtracts(
  bench: Workbench,
  request: LoadRequest,
  parts: readonly Part[],
  authority: string,
): Promise<ExtractDraft[]> {
  const drafts = new Map<string, ExtractDraft>();
  for (const part of parts) {
    const asAt = await asAtOf(bench, request, part, parts);
    const returned = part.period ? ` to ${part.period.to}` : '';
    // A file that fills no table still decided the reading: it goes with the first source of its part.
    const used = new Set(part.tables.flatMap(({ files }) => files));
    let unused = part.files.filter(({ name }) => !used.has(name));
    for (const [source, tables] of Map.groupBy(part.tables, ({ dataset }) => sourceOf(request.pack, dataset))) {
      const names = new Set(tables.flatMap(({ files }) => files));
      const before = drafts.get(`${source}${returned}`);
      const other = [...drafts.values()].find((draft) => draft.source === source && !draft.period !== !part.period);
      if (other || (before && (!sameStandard(before.format, part.format) || before.asAt !== asAt.asAt))) {
        throw new LoadError(
          `The ${source} data comes in two parts that differ in format or as-at date: load them one after the other into different folders, or give --as-at`,
        );
      }
      drafts.set(`${source}${returned}`, {
        authority,
        source,
        format: part.format,
        ...asAt,
        synthetic: (before?.synthetic ?? true) && (part.note?.synthetic ?? false),
        tables: [...(before?.tables ?? []), ...tables.map((table) => withWindow(table, part, asAt.asAt))],
        files: [...(before?.files ?? []), ...part.files.filter(({ name }) => names.has(name)), ...unused],
        ...(part.period && !before
          ? { period: part.period, delivery: request.sources.indexOf(part.delivery.source) }
          : {}),
      });
      unused = [];
    }
  }
  if (drafts.size === 0) throw new LoadError('None of the files has a header: there is nothing to load');
  return [...drafts.values()];
}

function sourceOf(pack: Pack, dataset: string): string {
  return pack.datasets.get(dataset)?.source ?? '';
}

/** From when to when a table is complete: what the note says of it, else of the whole delivery, else the format's rule. */
function withWindow(table: DeliveredTable, part: Part, asAt: string): ExtractDraft['tables'][number] {
  const { note } = part;
  const own = note?.tables[table.dataset];
  const to = own?.to ?? (part.asAt === asAt ? table.to : undefined) ?? asAt;
  return {
    ...table,
    from: own?.from ?? note?.['complete-from'] ?? (table.window ? windowStart(table.window, asAt) : table.from),
    to,
  };
}
