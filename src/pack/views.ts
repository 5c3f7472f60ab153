import type { Node } from 'libpg-query';
import type { DiagnosticCode } from './codes.ts';
import { type Diagnostic, diagnose, type Particulars } from './diagnostic.ts';
import type { Dataset, View } from './model.ts';
import { offsetOfByte, placeOf } from './source/position.ts';
import { bindSelect } from './sql/bind-select.ts';
import type { BoundQuery, Relation } from './sql/bound.ts';
import { builtins } from './sql/builtins.ts';
import { firstLocation } from './sql/location.ts';
import { parseSelect, splitView } from './sql/parse.ts';
import type { Context } from './sql/scope.ts';

/** A view's file as text. */
export interface ViewFile {
  readonly file: string;
  readonly text: string;
}

/** What SQL may read in a pack, every name in it resolved. */
export interface Catalogue {
  /** In an order in which each view follows those it reads. */
  readonly views: ReadonlyMap<string, View>;
  /** Null where there is no dataset, view or built-in relation of that name. */
  relation(name: string): Relation | null;
  names(): readonly string[];
}

/**
 * Parses and binds the views, each after those it reads; a loop between them is reported once, where it closes.
 *
 * @param datasets null for one whose file is at fault, so that its columns are not known
 */
export function bindViews(
  files: ReadonlyMap<string, ViewFile>,
  datasets: ReadonlyMap<string, Dataset | null>,
  report: (diagnostic: Diagnostic) => void,
): Catalogue {
  const bound = new Map<string, Relation>();
  const views = new Map<string, View>();
  const path: string[] = [];
  const names = [...datasets.keys(), ...files.keys(), ...Object.keys(builtins)];

  const relation = (name: string): Relation | null => {
    const dataset = datasets.get(name);
    if (dataset === null) return { kind: 'broken' };
    if (dataset) return { kind: 'dataset', id: name, columns: Object.keys(dataset.columns) };
    const builtin = Object.hasOwn(builtins, name) ? builtins[name] : undefined;
    if (builtin) return { kind: 'built-in', id: name, columns: Object.keys(builtin.columns) };
    return bound.get(name) ?? bind(name);
  };

  const bind = (id: string): Relation | null => {
    const file = files.get(id);
    if (!file) return null;
    path.push(id);
    const view = bindView(id, file, relation, names, path, report);
    path.pop();
    const result: Relation = view
      ? { kind: 'view', id, columns: view.view.columns, query: view.query }
      : { kind: 'broken' };
    bound.set(id, result);
    if (view) views.set(id, view.view);
    return result;
  };

  for (const id of files.keys()) relation(id);
  return { views, relation, names: () => names };
}

function bindView(
  id: string,
  { file, text }: ViewFile,
  relation: (name: string) => Relation | null,
  relationNames: readonly string[],
  path: readonly string[],
  report: (diagnostic: Diagnostic) => void,
): { view: View; query: BoundQuery } | null {
  const parsed = parseSelect(text);
  if (parsed.problem) {
    const { code, offset, ...particulars } = parsed.problem;
    report(diagnose(code, placeOf(file, text, offset), particulars));
    return null;
  }
  const reads = new Set<string>();
  const say = (code: DiagnosticCode, location: number | undefined, particulars?: Particulars) =>
    report(diagnose(code, placeOf(file, text, offsetOfByte(text, location ?? 0)), particulars));
  const context: Context = {
    relation(name) {
      const loop = path.indexOf(name);
      if (loop < 0) return relation(name);
      const detail = [...path.slice(loop), name].join(' > ');
      say('view-cycle', nameLocation(parsed.select, name), { found: name, words: { detail } });
      return { kind: 'broken' };
    },
    relationNames: () => relationNames,
    report: say,
    reads,
  };
  const query = bindSelect(parsed.select, { context, scope: null, rowwise: false, named: new Map() });
  checkOutputs(query, (parsed.select.targetList ?? []).map(firstLocation), say);
  const columns = query.outputs.map((output) => output.name ?? '');
  return { view: { id, file, ...splitView(text), columns, reads }, query };
}

/** The outputs of a view need names that differ, and that both engines give alike. */
function checkOutputs(
  query: BoundQuery,
  locations: readonly (number | undefined)[],
  say: (code: DiagnosticCode, location: number | undefined, particulars?: Particulars) => void,
): void {
  const seen = new Set<string>();
  query.outputs.forEach(({ name }, index) => {
    const location = locations.length === query.outputs.length ? locations[index] : locations[0];
    if (name === null || name === '') say('sql-unnamed-column', location);
    else if (seen.has(name)) say('sql-duplicate-column', location, { found: name });
    if (name !== null) seen.add(name);
  });
}

/** Where a relation is named in the tree. */
function nameLocation(node: unknown, name: string): number | undefined {
  if (node === null || typeof node !== 'object') return undefined;
  const range = 'RangeVar' in node ? (node as Extract<Node, { RangeVar: unknown }>).RangeVar : undefined;
  if (range?.relname === name) return range.location;
  for (const inner of Object.values(node)) {
    const location = nameLocation(inner, name);
    if (location !== undefined) return location;
  }
  return undefined;
}
