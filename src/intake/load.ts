import { join } from 'node:path';
import type { Pack } from '../pack/index.ts';
import { type Manifest, type Outcome, openStaging, type Staging } from '../warehouse/index.ts';
import { authorityOf, settleRoots } from './authority.ts';
import type { Part } from './delivered-part.ts';
import { openDelivery } from './deliveries.ts';
import { draftExtracts } from './drafts.ts';
import type { Engine } from './engine.ts';
import { noteName, readExtractNote } from './extract-note.ts';
import { writeExtract } from './extract-writer.ts';
import { type FindingSummary, summarise } from './finding-summary.ts';
import type { DeliveredTable, Delivery } from './format.ts';
import { recognise } from './formats.ts';
import { writeHistory } from './history.ts';
import { keepApart } from './keep-apart.ts';
import { knownHeadings } from './known-headings.ts';
import { knownUnits } from './known-units.ts';
import { LoadError } from './load-error.ts';
import { type LoadStep, readingSteps, writingSteps } from './load-step.ts';
import { describeParquet } from './parquet-file.ts';
import { apart, type Parsing } from './parsing.ts';
import { previousTable } from './previous-table.ts';
import { inspectFile, type SourceFile } from './source-file.ts';
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
