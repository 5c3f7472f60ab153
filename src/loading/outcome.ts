import { findingRemedy, type LoadResult } from '../intake/index.ts';
import { openQuality } from '../measure/index.ts';
import type { Pack } from '../pack/index.ts';
import { compareExtracts, type Manifest } from '../warehouse/index.ts';
import type { LoadedExtract, LoadFinding } from './messages.ts';

function formerOf(before: readonly Manifest[], { authority, source }: Manifest): Manifest | undefined {
  return before.find((one) => one.authority === authority && one.source === source);
}

/** What a load made, before anything is compared. */
export function loadedOf({ extracts }: LoadResult, before: readonly Manifest[], pack: Pack): LoadedExtract[] {
  return extracts.map(({ manifest, outcome }) => ({
    authority: manifest.authority,
    source: manifest.source,
    format: manifest.format,
    asAt: manifest.asAt,
    asAtBasis: manifest.asAtBasis,
    outcome,
    former: formerOf(before, manifest)?.asAt ?? null,
    tables: Object.entries(manifest.tables).map(([id, { rows }]) => ({
      id,
      title: pack.datasets.get(id)?.title ?? id,
      rows,
      change: null,
    })),
  }));
}

/** The same with what changed in each table against the extract that was in force before. */
export async function changesOf(
  loaded: readonly LoadedExtract[],
  { extracts }: LoadResult,
  before: readonly Manifest[],
  pack: Pack,
  data: string,
): Promise<LoadedExtract[]> {
  const compared: LoadedExtract[] = [];
  for (const [index, extract] of loaded.entries()) {
    const manifest = extracts[index]?.manifest;
    const former = manifest && formerOf(before, manifest);
    if (!manifest || !former || former.id === manifest.id) {
      compared.push(extract);
      continue;
    }
    const changes = await compareExtracts(data, former, manifest, (table) => pack.datasets.get(table)?.key ?? []);
    compared.push({
      ...extract,
      tables: changes.map(({ table, before: was, after, added, gone, changed }) => ({
        id: table,
        title: pack.datasets.get(table)?.title ?? table,
        rows: after,
        change: { before: was, added, gone, changed },
      })),
    });
  }
  return compared;
}

const words = (code: string): string => `${code.charAt(0).toUpperCase()}${code.slice(1).replaceAll('-', ' ')}`;

/** What was found wrong while reading. */
export function readingFindings({ findings }: LoadResult): LoadFinding[] {
  return findings.map(({ code, severity, count }) => ({
    code,
    title: words(code),
    severity,
    count,
    remedy: findingRemedy(code),
  }));
}

/** What the checks of the pack find between the rows that are now in force. */
export async function checksOf({ extracts }: LoadResult, pack: Pack, data: string): Promise<LoadFinding[]> {
  const found = new Map<string, LoadFinding>();
  for (const authority of new Set(extracts.map(({ manifest }) => manifest.authority))) {
    const { qualities, close } = await openQuality({ data, pack, authority });
    await close();
    for (const { kind, code, severity, count } of qualities.flatMap(({ current }) => current.counts)) {
      if (kind !== 'check') continue;
      const check = pack.checks.get(code);
      found.set(code, {
        code,
        title: check?.title ?? words(code),
        severity,
        count: (found.get(code)?.count ?? 0) + count,
        remedy: check?.remedy ?? findingRemedy(code),
      });
    }
  }
  return [...found.values()].toSorted((a, b) => b.count - a.count);
}
