import type { Indicator, Pack, Version } from '../pack/index.ts';
import { emitFigures } from './emit-figures.ts';
import { type AttributedRows, inline, type Span } from './emit-list.ts';
import { hashOf } from './observation-store.ts';
import { type ListPlan, type Plan, planOf } from './plan.ts';

/** An indicator made ready to run: a plan for each version, over the months for which it is in force. */
export interface PlannedIndicator {
  readonly indicator: string;
  /** Of the definition and of the SQL that it became: a change of either is another figure. */
  readonly definitionHash: string;
  readonly parts: readonly { readonly plan: Plan; readonly span: Span }[];
}

export function planVersion(pack: Pack, version: Version): Plan {
  return planOf(version.definition, (relation) => columnsOf(pack, relation));
}

/** Whether the figures are counted from cases; collected ones are given. */
export function isComputed({ versions }: Indicator): boolean {
  return versions.every(({ definition }) => definition.source !== 'collected');
}

export function planIndicator(pack: Pack, indicator: Indicator): PlannedIndicator {
  const parts = indicator.versions.map((version, index) => ({
    plan: planVersion(pack, version),
    span: { from: version.from, before: indicator.versions[index + 1]?.from ?? null },
  }));
  const hashes = indicator.versions.map(({ hash }) => hash);
  const planned = { indicator: indicator.id, parts };
  return { ...planned, definitionHash: hashOf([hashes, queryOf(planned, inline)]) };
}

/** One query for all versions of an indicator: all its months and all units. */
export function queryOf({ parts }: Pick<PlannedIndicator, 'parts'>, rows: AttributedRows): string {
  const queries = parts.map(({ plan, span }) => emitFigures(plan, span, rows));
  const [only] = queries;
  return only && queries.length === 1
    ? only
    : queries.map((query) => `select * from (${query}) v`).join('\nunion all\n');
}

/** The lists of an indicator, over all its versions. */
export function listsOf({ parts }: PlannedIndicator): ListPlan[] {
  return parts.flatMap(({ plan }) => (plan.kind === 'ratio' ? [plan.numerator, plan.denominator] : [plan.list]));
}

/** The columns of a dataset or a view of the pack. */
export function columnsOf(pack: Pack, relation: string): readonly string[] {
  const dataset = pack.datasets.get(relation);
  if (dataset) return Object.keys(dataset.columns);
  const view = pack.views.get(relation);
  if (view) return view.columns;
  throw new Error(`${relation} is neither a dataset nor a view of the pack`);
}
