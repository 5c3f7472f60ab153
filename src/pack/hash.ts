import { createHash } from 'node:crypto';
import { listsOf } from './indicator-lists.ts';
import type { Dataset, Definition, View } from './model.ts';
import type { Lineage } from './sql/lineage.ts';

/** What a definition's figures are worked out with. */
export interface Surroundings {
  readonly views: ReadonlyMap<string, View>;
  readonly datasets: ReadonlyMap<string, Dataset>;
  readonly holding: string | undefined;
  readonly financialYearStart: number;
}

/**
 * SHA-256 of what decides the figures of a definition: its rules, the SQL of every view it reads (that of the holding
 * team too, where a unit comes from it), and how the columns it needs are read. Words (title, guide) and what is only
 * shown beside a figure (list, due, decimals) are left out, so that a better wording does not set figures aside.
 *
 * @param reads relations that the definition's own expressions name
 */
export function definitionHash(
  definition: Definition,
  reads: ReadonlySet<string>,
  needs: Lineage,
  { views, datasets, holding, financialYearStart }: Surroundings,
): string {
  const { measuredIn, basis, source, cases, numerator, denominator, weight, value, looksBackMonths } = definition;
  const findings = definition.findings.filter((finding) => finding.leaveOut).map(({ when }) => when);
  const lists = listsOf(definition);
  const byHolding = lists.some(({ cases }) => cases.unit?.from?.includes('holding') ?? true);
  const start = new Set([...reads, ...lists.map((list) => list.cases.from)]);
  if (byHolding && holding !== undefined) start.add(holding);
  const population = denominator && 'population' in denominator ? denominator.population : undefined;
  const columns = [...needs, ...(population === undefined ? [] : [['population', new Set([population])] as const])];
  const content = {
    definition: { measuredIn, basis, source, cases, numerator, denominator, weight, value, looksBackMonths, findings },
    financialYearStart,
    views: [...closure(start, views)].sort().map((id) => [id, views.get(id)?.sql]),
    columns: columns
      .map(
        ([dataset, names]) =>
          [dataset, [...names].sort().map((name) => columnKey(datasets.get(dataset), name))] as const,
      )
      .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
  };
  return createHash('sha256')
    .update(JSON.stringify(sorted(content)))
    .digest('hex');
}

/** How a column's values are read: its type, and the codes they are matched to. */
function columnKey(dataset: Dataset | undefined, name: string): unknown {
  const column = dataset?.columns[name];
  return [name, column?.type, Object.keys(column?.codes ?? {}).sort()];
}

function closure(start: ReadonlySet<string>, views: ReadonlyMap<string, View>): Set<string> {
  const found = new Set<string>();
  const add = (id: string): void => {
    const view = views.get(id);
    if (!view || found.has(id)) return;
    found.add(id);
    for (const read of view.reads) add(read);
  };
  for (const id of start) add(id);
  return found;
}

/** The same value whatever the order of its keys. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
