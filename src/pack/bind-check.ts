import type { z } from 'zod';
import type { Report } from './bind-indicator.ts';
import type { DiagnosticCode } from './codes.ts';
import { diagnose, type Particulars } from './diagnostic.ts';
import { type Item, placeIn, placeInText } from './merge.ts';
import type { Check, CheckedRows, Dataset } from './model.ts';
import type { checkSchema } from './schema/check.ts';
import { offsetOfByte } from './source/position.ts';
import type { Path } from './source/yaml-source.ts';
import type { Relation, Source } from './sql/bound.ts';
import { bindIn, expressionShift, parseExpression } from './sql/expression.ts';
import { lineage } from './sql/lineage.ts';
import type { Env } from './sql/scope.ts';
import type { Catalogue } from './views.ts';

type CheckFile = z.output<typeof checkSchema>;
type Rows = CheckFile['on'][number];

/** Resolves the names of a check, reports those that are wrong, and writes out what it finds by each column of a kind. */
export function bindCheck(
  item: Item,
  file: CheckFile,
  catalogue: Catalogue,
  datasets: ReadonlyMap<string, Dataset>,
  report: Report,
): Check {
  const { id, title, says, remedy, severity, each } = file;
  const common = { id, title, says, remedy, severity };
  if ((each === undefined) === (file.on.length === 0)) report(diagnose('check-form', placeIn(item, ['id'])));
  if (each !== undefined) {
    const on = each === 'reference' ? references(datasets) : dates(datasets);
    return { ...common, on: on.map((rows) => bindRows(item, ['each'], rows, catalogue, () => undefined)) };
  }
  return { ...common, on: file.on.map((rows, index) => bindRows(item, ['on', index], rows, catalogue, report)) };
}

/** Every column that points at another table: its value is not there. */
function references(datasets: ReadonlyMap<string, Dataset>): Rows[] {
  return [...datasets.values()].flatMap((dataset) =>
    Object.entries(dataset.columns).flatMap(([column, { references: target }]) => {
      const [table = '', key = ''] = (target ?? '').split('.');
      if (target === undefined || !datasets.has(table) || dataset.key.length !== 1) return [];
      const where = `this.${column} is not null and not exists (select 1 from ${table} target where target.${key} = this.${column})`;
      return [{ dataset: dataset.id, columns: [column], where }];
    }),
  );
}

/** Every date of something that has happened: it lies ahead. */
function dates(datasets: ReadonlyMap<string, Dataset>): Rows[] {
  return [...datasets.values()].flatMap((dataset) =>
    Object.entries(dataset.columns).flatMap(([column, { type, planned }]) =>
      type === 'date' && !planned && dataset.key.length === 1
        ? [{ dataset: dataset.id, columns: [column], where: `this.${column} > as_at` }]
        : [],
    ),
  );
}

function bindRows(item: Item, path: Path, rows: Rows, catalogue: Catalogue, report: Report): CheckedRows {
  const say = (code: DiagnosticCode, at: Path, particulars: Particulars) =>
    report(diagnose(code, placeIn(item, [...path, ...at]), particulars));
  const relation = catalogue.relation(rows.dataset);
  if (relation?.kind !== 'dataset') {
    const allowed = catalogue.names().filter((name) => catalogue.relation(name)?.kind === 'dataset');
    if (relation?.kind !== 'broken') say('unknown-relation', ['dataset'], { found: rows.dataset, allowed });
    return { ...rows, needs: new Map() };
  }
  rows.columns.forEach((found, index) => {
    if (relation.columns.includes(found)) return;
    say('unknown-column', ['columns', index], { found, allowed: relation.columns, words: { detail: rows.dataset } });
  });
  return { ...rows, needs: needsOf(item, [...path, 'where'], rows, relation, catalogue, report) };
}

function needsOf(
  item: Item,
  path: Path,
  { where }: Rows,
  relation: Extract<Relation, { kind: 'dataset' | 'built-in' }>,
  catalogue: Catalogue,
  report: Report,
): CheckedRows['needs'] {
  const say = (code: DiagnosticCode, offset: number, particulars?: Particulars) =>
    report(diagnose(code, placeInText(item, path, offset), particulars));
  const { node, problem } = parseExpression(where);
  if (problem) say(problem.code, problem.offset, problem);
  if (!node) return new Map();
  const source: Source = { alias: 'this', relation, columns: relation.columns, optional: null };
  const monthEnds = catalogue.relation('month_ends') ?? { kind: 'broken' as const };
  const columns = monthEnds.kind === 'broken' ? [] : monthEnds.columns;
  const month: Source = { alias: 'month_ends', relation: monthEnds, columns, optional: null };
  const env: Env = {
    context: {
      relation: (name) => catalogue.relation(name),
      relationNames: () => catalogue.names(),
      report: (code, location, particulars) =>
        say(code, offsetOfByte(where, Math.max(0, (location ?? 0) - expressionShift)), particulars),
      reads: new Set(),
    },
    scope: { sources: [source], outer: { sources: [month], outer: null } },
    rowwise: true,
    named: new Map(),
  };
  return lineage({ uses: [bindIn(node, env)], sources: [source] });
}
