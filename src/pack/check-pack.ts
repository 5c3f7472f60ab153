import type { Report } from './bind-indicator.ts';
import { diagnose } from './diagnostic.ts';
import { type Item, placeIn } from './merge.ts';
import { builtins } from './sql/builtins.ts';
import type { Catalogue, ViewFile } from './views.ts';

/** Something of the pack with the file it came from. */
export interface Placed<T> {
  readonly item: Item;
  readonly value: T;
}

/** Datasets, views and built-in relations share one space of names. */
export function checkViewNames(
  views: ReadonlyMap<string, ViewFile>,
  datasets: ReadonlyMap<string, Item>,
  report: Report,
): void {
  for (const [id, { file }] of views) {
    if (!datasets.has(id) && !Object.hasOwn(builtins, id)) continue;
    report(diagnose('name-collision', { file, line: 1, column: 1 }, { found: id }));
  }
  for (const [id, item] of datasets) {
    if (Object.hasOwn(builtins, id)) report(diagnose('name-collision', placeIn(item, ['id']), { found: id }));
  }
}

const columnsRead = {
  holding: ['person_id', 'held_from', 'held_to', 'team_id'],
  workers: ['person_id', 'worker_id', 'started_on', 'ended_on'],
} as const;

/** A view that pack.yaml names for who holds a person, or who works with one, is there with the columns that are read. */
export function checkNamedView(
  key: keyof typeof columnsRead,
  named: string | undefined,
  pack: Item,
  catalogue: Catalogue,
  report: Report,
): void {
  if (named === undefined) return;
  const relation = catalogue.relation(named);
  const place = placeIn(pack, [key]);
  if (!relation || relation.kind === 'built-in') {
    report(diagnose('unknown-relation', place, { found: named, allowed: catalogue.views.keys() }));
    return;
  }
  if (relation.kind === 'broken') return;
  const missing = columnsRead[key].filter((column) => !relation.columns.includes(column));
  if (missing.length === 0) return;
  report(diagnose(`${key}-columns`, place, { found: named, words: { detail: missing.join(', ') } }));
}

interface DatasetFile {
  readonly id: string;
  readonly key: readonly string[];
  readonly columns: Readonly<Record<string, { readonly references?: string | undefined }>>;
}

/** Keys and references of datasets name columns that exist. */
export function checkReferences(datasets: readonly Placed<DatasetFile>[], report: Report): void {
  const known = datasets.flatMap(({ value }) => Object.keys(value.columns).map((column) => `${value.id}.${column}`));
  const names = new Set(known);
  for (const { item, value } of datasets) {
    const allowed = Object.keys(value.columns);
    value.key.forEach((found, index) => {
      if (allowed.includes(found)) return;
      const words = { detail: value.id };
      report(diagnose('unknown-column', placeIn(item, ['key', index]), { found, allowed, words }));
    });
    for (const [column, { references }] of Object.entries(value.columns)) {
      if (references === undefined || names.has(references)) continue;
      const place = placeIn(item, ['columns', column, 'references']);
      report(diagnose('unknown-reference', place, { found: references, allowed: known }));
    }
  }
}
