import type { DiagnosticCode } from './codes.ts';
import { type Diagnostic, diagnose, type Particulars } from './diagnostic.ts';
import {
  columnsOf,
  dueExpressionsOf,
  dueListOf,
  expressionsOf,
  type IndicatorExpression,
  type IndicatorList,
  listsOf,
} from './indicator-lists.ts';
import { type Item, placeIn, placeInText } from './merge.ts';
import type { Definition } from './model.ts';
import { offsetOfByte } from './source/position.ts';
import type { Path } from './source/yaml-source.ts';
import { noUses, type Relation, type Source, type Uses } from './sql/bound.ts';
import { isNoCondition } from './sql/condition.ts';
import { bindIn, expressionShift, parseExpression } from './sql/expression.ts';
import { type Lineage, lineage } from './sql/lineage.ts';
import type { Context, Env } from './sql/scope.ts';
import type { ResolvedVersion } from './versions.ts';
import type { Catalogue } from './views.ts';

export type Report = (diagnostic: Diagnostic) => void;

/** What the rules of one version read. */
export interface BoundVersion {
  /** Relations that its expressions name, beside those its lists are from. */
  readonly reads: ReadonlySet<string>;
  /** Dataset columns that decide its figures. */
  readonly needs: Lineage;
}

/** Resolves the names in the rules of one version, and reports those that are wrong. */
export function bindVersion(item: Item, version: ResolvedVersion, catalogue: Catalogue, report: Report): BoundVersion {
  const reads = new Set<string>();
  const uses: Uses[] = [];
  const sources: Source[] = [];
  for (const list of listsOf(version.definition)) {
    const say = (code: DiagnosticCode, path: Path, particulars: Particulars) =>
      report(diagnose(code, placeIn(item, version.locate(path)), particulars));
    const source = fromOf(list, catalogue, say);
    sources.push(source);
    uses.push(...bindColumns(list, source, say));
    const expressions = expressionsOf(version.definition, list);
    uses.push(...bindExpressions(item, version, expressions, source, catalogue, reads, report));
  }
  checkShown(item, version, sources, report);
  bindDue(item, version, catalogue, report);
  return { reads, needs: lineage({ uses, sources }) };
}

/** Resolves the names of a due rule, which decides no figure: what it reads is not needed for one. */
function bindDue(item: Item, version: ResolvedVersion, catalogue: Catalogue, report: Report): void {
  const { definition } = version;
  const list = dueListOf(definition);
  const say: Say = (code, path, particulars) =>
    report(diagnose(code, placeIn(item, version.locate(path)), particulars));
  if (!list) return;
  const source = fromOf(list, catalogue, say);
  if (source.relation.kind !== 'broken' && !source.columns.includes(list.cases.id)) {
    const words = { detail: list.cases.from };
    say('unknown-column', ['due'], { found: list.cases.id, allowed: source.columns, words });
  }
  bindExpressions(item, version, dueExpressionsOf(definition), source, catalogue, new Set(), report);
}

type Say = (code: DiagnosticCode, path: Path, particulars: Particulars) => void;

function fromOf(list: IndicatorList, catalogue: Catalogue, say: Say): Source {
  const { from } = list.cases;
  const relation: Relation | null = catalogue.relation(from);
  if (!relation || relation.kind === 'built-in') {
    const allowed = catalogue.names().filter((name) => catalogue.relation(name)?.kind !== 'built-in');
    say('unknown-relation', [...list.path, 'from'], { found: from, allowed });
    return { alias: 'this', relation: { kind: 'broken' }, columns: [], optional: null };
  }
  return { alias: 'this', relation, columns: relation.kind === 'broken' ? [] : relation.columns, optional: null };
}

function bindColumns(list: IndicatorList, source: Source, say: Say): Uses[] {
  if (source.relation.kind === 'broken') return [];
  return columnsOf(list).flatMap(({ path, column, decides }) => {
    const index = source.columns.indexOf(column);
    if (index < 0) {
      const words = { detail: list.cases.from };
      say('unknown-column', path, { found: column, allowed: source.columns, words });
    }
    return index >= 0 && decides ? [{ columns: [{ source, index }], queries: [] }] : [];
  });
}

function bindExpressions(
  item: Item,
  version: ResolvedVersion,
  expressions: readonly IndicatorExpression[],
  source: Source,
  catalogue: Catalogue,
  reads: Set<string>,
  report: Report,
): Uses[] {
  const monthEnds = catalogue.relation('month_ends') ?? { kind: 'broken' as const };
  const columns = monthEnds.kind === 'broken' ? [] : monthEnds.columns;
  const month: Source = { alias: 'month_ends', relation: monthEnds, columns, optional: null };
  return expressions.flatMap(({ path, text, decides, isCondition }) => {
    const say = (code: DiagnosticCode, offset: number, particulars?: Particulars) =>
      report(diagnose(code, placeInText(item, version.locate(path), offset), particulars));
    const { node, problem } = parseExpression(text);
    if (problem) {
      say(problem.code, problem.offset, problem);
      return [];
    }
    if (!node) return [];
    if (isCondition && isNoCondition(node)) say('not-a-condition', 0, { found: text });
    const context: Context = {
      relation: (name) => catalogue.relation(name),
      relationNames: () => catalogue.names(),
      report: (code, location, particulars) => {
        say(code, offsetOfByte(text, Math.max(0, (location ?? 0) - expressionShift)), particulars);
      },
      reads: decides ? reads : new Set(),
    };
    const env: Env = {
      context,
      scope: { sources: [source], outer: { sources: [month], outer: null } },
      rowwise: true,
      named: new Map(),
    };
    const bound = bindIn(node, env);
    return [decides ? bound : noUses()];
  });
}

/** A column that a list of cases shows is one of a relation of the indicator. */
function checkShown(item: Item, version: ResolvedVersion, sources: readonly Source[], report: Report): void {
  const { list }: Definition = version.definition;
  if (sources.length === 0 || sources.some((source) => source.relation.kind === 'broken')) return;
  const allowed = [...new Set(sources.flatMap((source) => source.columns))];
  const detail = listsOf(version.definition)
    .map(({ cases }) => cases.from)
    .join(' or ');
  list.forEach((column, index) => {
    if (allowed.includes(column)) return;
    const place = placeIn(item, version.locate(['list', index]));
    report(diagnose('unknown-column', place, { found: column, allowed, words: { detail } }));
  });
}
