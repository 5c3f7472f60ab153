import { type Month, monthEnd } from '../calendar/index.ts';
import type { Indicator, Pack, Version } from '../pack/index.ts';
import { emitFigures } from './emit-figures.ts';
import { hashOf } from './observation-store.ts';
import { type Plan, planOf } from './plan.ts';

/** An indicator made ready to run: one plan per version, and one query for all its months. */
export interface PlannedIndicator {
  readonly indicator: string;
  readonly definitionHash: string;
  readonly sql: string;
}

/** The version in force at the end of a month. */
export function versionAt(indicator: Indicator, month: Month): Version {
  const day = monthEnd(month);
  const version = indicator.versions.findLast(({ from }) => from === null || from <= day);
  if (!version) throw new Error(`${indicator.id}: no version in force at ${day}`);
  return version;
}

export function planVersion(pack: Pack, version: Version): Plan {
  return planOf(version.definition, (relation) => columnsOf(pack, relation));
}

/** Whether the figures are counted from cases; collected ones are given. */
export function isComputed({ versions }: Indicator): boolean {
  return versions.every(({ definition }) => definition.source !== 'collected');
}

/** One query for all versions of an indicator, each over the month ends for which it is in force. */
export function planIndicator(pack: Pack, indicator: Indicator): PlannedIndicator {
  const parts = indicator.versions.map((version, index) => {
    const next = indicator.versions[index + 1]?.from ?? null;
    return emitFigures(planVersion(pack, version), { from: version.from, before: next });
  });
  const sql =
    parts.length === 1 ? (parts[0] ?? '') : parts.map((part) => `select * from (${part}) v`).join('\nunion all\n');
  const hashes = indicator.versions.map(({ hash }) => hash);
  return { indicator: indicator.id, definitionHash: hashOf([hashes, sql]), sql };
}

function columnsOf(pack: Pack, relation: string): readonly string[] {
  const dataset = pack.datasets.get(relation);
  if (dataset) return Object.keys(dataset.columns);
  const view = pack.views.get(relation);
  if (view) return view.columns;
  throw new Error(`${relation} is neither a dataset nor a view of the pack`);
}
