import type { Pack } from '../pack/index.ts';
import { type Manifest, sameStandard } from '../warehouse/index.ts';
import { asAtFromData, noteAssumedAsAt } from './as-at.ts';
import type { Part } from './delivered-part.ts';
import type { ExtractDraft } from './extract-writer.ts';
import type { DeliveredTable } from './format.ts';
import { LoadError } from './load-error.ts';
import { windowStart } from './window-start.ts';
import type { Workbench } from './workbench.ts';

/** What a call of load says of the extracts as a whole. */
export interface DraftRequest {
  readonly pack: Pack;
  readonly sources: readonly string[];
  /** YYYY-MM-DD; default what the delivery says, then the format's rule, then the data. */
  readonly asAt?: string;
  /** The instant of the load. */
  readonly now: Date;
}

type AsAt = Pick<Manifest, 'asAt' | 'asAtBasis'>;

async function asAtOf(bench: Workbench, request: DraftRequest, part: Part, all: readonly Part[]): Promise<AsAt> {
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
export async function draftExtracts(
  bench: Workbench,
  request: DraftRequest,
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
          `The ${source} data comes in two parts that differ in format or as-at date: load them one after the other into different folders, or give one as-at date for both`,
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
