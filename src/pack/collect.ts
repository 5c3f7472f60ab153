import { withoutIndicator } from './benchmarks.ts';
import { type Diagnostic, diagnose, type Place } from './diagnostic.ts';
import type { Layer } from './files.ts';
import { type Item, isRecord, mergeItem, placeIn } from './merge.ts';
import { csvSource } from './source/csv-source.ts';
import { yamlSource } from './source/yaml-source.ts';
import { isTableFile, type TableFile, tableKinds } from './table-kinds.ts';
import type { ViewFile } from './views.ts';

export const itemKinds = ['datasets', 'indicators', 'checks', 'mappings', 'schemes', 'labels', 'reports'] as const;
export type ItemKind = (typeof itemKinds)[number];
const excludable = [...itemKinds, 'views'] as const;

/** What the files of a pack and its parents say together, nothing checked yet. */
export interface Collected {
  pack: Item | null;
  benchmarks: Item | null;
  readonly datasets: Map<string, Item>;
  readonly indicators: Map<string, Item>;
  readonly checks: Map<string, Item>;
  readonly mappings: Map<string, Item>;
  readonly schemes: Map<string, Item>;
  readonly labels: Map<string, Item>;
  readonly reports: Map<string, Item>;
  readonly views: Map<string, ViewFile>;
  readonly targets: Map<string, Item>;
  readonly units: Map<string, Item>;
  readonly observations: Map<string, Item>;
  readonly overrides: Map<string, Item>;
  readonly comparators: Map<string, Item>;
  readonly comments: Map<string, Item>;
  readonly printed: Map<string, Item>;
  readonly diagnostics: Diagnostic[];
}

/** Lays the packs over each other, the one that all build on first. */
export function collect(layers: readonly Layer[]): Collected {
  const collected: Collected = {
    pack: null,
    benchmarks: null,
    datasets: new Map(),
    indicators: new Map(),
    checks: new Map(),
    mappings: new Map(),
    schemes: new Map(),
    labels: new Map(),
    reports: new Map(),
    views: new Map(),
    targets: new Map(),
    units: new Map(),
    observations: new Map(),
    overrides: new Map(),
    comparators: new Map(),
    comments: new Map(),
    printed: new Map(),
    diagnostics: [],
  };
  for (const layer of layers.toReversed()) addLayer(collected, layer);
  return collected;
}

function addLayer(collected: Collected, layer: Layer): void {
  const isParent = collected.pack !== null;
  addPackFile(collected, layer);
  if (isParent) excludeFromParent(collected);
  const ids = new Map<string, string>();
  for (const [path, text] of layer.files) {
    const file = `${layer.shown}/${path}`;
    const [folder = '', name = '', ...deeper] = path.split('/');
    const kind = itemKinds.find((candidate) => candidate === folder);
    if (path === 'pack.yaml') continue;
    if (deeper.length === 0 && kind && name.endsWith('.yaml')) addItem(collected, kind, file, text, ids);
    else if (deeper.length === 0 && folder === 'views' && name.endsWith('.sql')) {
      collected.views.set(name.slice(0, -'.sql'.length), { file, text });
    } else if (isTableFile(path)) addTable(collected, path, file, text);
    else if (path === 'benchmarks.yaml') addBenchmarks(collected, file, text);
    else if (!/(^|\/)(LICEN[CS]E|[^/]*\.(md|txt))$/.test(path)) {
      collected.diagnostics.push(diagnose('unknown-file', { file, line: 1, column: 1 }, { found: path }));
    }
  }
}

function addPackFile(collected: Collected, layer: Layer): void {
  const { source, diagnostics } = yamlSource(`${layer.shown}/pack.yaml`, layer.files.get('pack.yaml') ?? '');
  collected.diagnostics.push(...diagnostics);
  if (!source) return;
  // What a parent extends and leaves out is its own affair.
  const inherited = collected.pack && isRecord(collected.pack.value) ? { ...collected.pack.value } : null;
  delete inherited?.extends;
  delete inherited?.exclude;
  collected.pack = mergeItem(collected.pack && inherited ? { ...collected.pack, value: inherited } : undefined, source);
}

function excludeFromParent(collected: Collected): void {
  const { pack } = collected;
  const list = pack && isRecord(pack.value) ? pack.value.exclude : undefined;
  if (!pack || !Array.isArray(list)) return;
  list.forEach((entry: unknown, index) => {
    const [kind = '', id = ''] = String(entry).split('/');
    const group = excludable.find((known) => known === kind);
    if (group && collected[group].delete(id)) {
      if (group === 'indicators') {
        dropTargets(collected, id);
        collected.pack = withoutRules(collected.pack ?? pack, id);
        collected.benchmarks &&= withoutIndicator(collected.benchmarks, id);
      }
      return;
    }
    const allowed = excludable.flatMap((known) => [...collected[known].keys()].map((key) => `${known}/${key}`));
    collected.diagnostics.push(
      diagnose('unknown-exclude', placeIn(pack, ['exclude', index]), { found: String(entry), allowed }),
    );
  });
}

/** The rules of the parents' pack.yaml that name an indicator go with it; those of the child itself stay, to be told. */
function withoutRules(pack: Item, indicator: string): Item {
  if (!isRecord(pack.value)) return pack;
  const [own] = pack.sources;
  const names = (rule: unknown) =>
    JSON.stringify(rule)
      .match(/[a-z0-9-]+/g)
      ?.includes(indicator) ?? false;
  const kept = Object.entries(pack.value).map(([key, rules]) => {
    const inherited = !(isRecord(own.value) && key in own.value);
    const listed = (key === 'identities' || key === 'distributions') && Array.isArray(rules);
    return [key, inherited && listed ? rules.filter((rule) => !names(rule)) : rules];
  });
  return { ...pack, value: Object.fromEntries(kept) };
}

/** What the parent's tables hold of an indicator goes with it. */
function dropTargets(collected: Collected, indicator: string): void {
  const { targets, observations, overrides, comparators, comments, printed } = collected;
  for (const rows of [targets, observations, overrides, comparators, comments, printed]) {
    for (const [key, row] of rows) {
      if (isRecord(row.value) && row.value.indicator === indicator) rows.delete(key);
    }
  }
}

function addBenchmarks(collected: Collected, file: string, text: string): void {
  const { source, diagnostics } = yamlSource(file, text);
  collected.diagnostics.push(...diagnostics);
  if (source) collected.benchmarks = mergeItem(collected.benchmarks ?? undefined, source);
}

function addItem(collected: Collected, kind: ItemKind, file: string, text: string, ids: Map<string, string>): void {
  const { source, diagnostics } = yamlSource(file, text);
  collected.diagnostics.push(...diagnostics);
  if (!source) return;
  const id = isRecord(source.value) && typeof source.value.id === 'string' ? source.value.id : null;
  if (id === null) {
    collected.diagnostics.push(diagnose('missing-key', { file, line: 1, column: 1 }, { words: { detail: 'id' } }));
    return;
  }
  const other = ids.get(`${kind}/${id}`);
  if (other !== undefined) {
    const place = source.place(['id'], 'value') ?? { file, line: 1, column: 1 };
    collected.diagnostics.push(diagnose('duplicate-id', place, { found: id, words: { detail: other } }));
    return;
  }
  ids.set(`${kind}/${id}`, file);
  collected[kind].set(id, mergeItem(collected[kind].get(id), source));
}

/** A row of a CSV file is treated as a small YAML file whose keys are the columns. */
function addTable(collected: Collected, path: TableFile, file: string, text: string): void {
  const { group, columns, required, numbers, key } = tableKinds[path];
  const { source, diagnostics } = csvSource(file, text);
  collected.diagnostics.push(...diagnostics);
  if (!source) return;
  for (const found of source.header.filter((column) => !columns.includes(column))) {
    const particulars = { found, allowed: columns, words: { detail: 'this file' } };
    collected.diagnostics.push(diagnose('unknown-key', source.headerPlace(found), particulars));
  }
  const absent = required.filter((column) => !source.header.includes(column));
  for (const detail of absent) {
    collected.diagnostics.push(
      diagnose('missing-key', source.headerPlace(''), { words: { detail: `the column ${detail}` } }),
    );
  }
  if (absent.length > 0) return;
  const seen = new Map<string, Place>();
  for (const row of source.rows) {
    const cells = columns
      .map((column) => [column, row.cells[column] ?? ''] as const)
      // An empty number is absent, not nought.
      .filter(([column, cell]) => !(cell === '' && numbers.includes(column)));
    const value = Object.fromEntries(cells);
    const place = (column: PropertyKey) => row.place(String(column));
    const id = key.map((column) => value[column] ?? '').join('\n');
    const earlier = seen.get(id);
    if (earlier) {
      const words = { detail: key.join(', '), line: earlier.line };
      collected.diagnostics.push(diagnose('duplicate-row', row.place(''), { words }));
      continue;
    }
    seen.set(id, row.place(''));
    const rowSource = {
      file,
      value,
      place: (at: readonly PropertyKey[]) => (at.length === 0 || at.length === 1 ? place(at[0] ?? '') : null),
      placeInText: () => null,
    };
    // A row of the child replaces the parent's whole row.
    collected[group].set(id, { sources: [rowSource], value });
  }
}
