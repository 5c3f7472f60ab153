import type { Context } from '../compile/context.ts';
import type { Block } from '../tree.ts';
import { changes } from './changes.ts';
import { chart } from './chart.ts';
import { checks } from './checks.ts';
import { combinedChart } from './combined-chart.ts';
import { commentary } from './commentary.ts';
import { comparators } from './comparators.ts';
import { demand } from './demand.ts';
import { distribution } from './distribution.ts';
import { glossary } from './glossary.ts';
import { guidance } from './guidance.ts';
import { method } from './method.ts';
import { narrative } from './narrative.ts';
import { numberTable } from './number-table.ts';
import { organisation } from './organisation.ts';
import type { Part, PartSpec } from './part.ts';
import { restatements } from './restatements.ts';
import { sources } from './sources.ts';
import { table } from './table.ts';
import { thresholds } from './thresholds.ts';
import { units } from './units.ts';
import { contents, cover, facts, list, notice, textPart } from './words.ts';

const parts: { readonly [K in PartSpec['part']]?: Part<K> } = {
  cover,
  contents,
  text: textPart,
  list,
  notice,
  facts,
  table,
  'number-table': numberTable,
  chart,
  'combined-chart': combinedChart,
  distribution,
  comparators,
  thresholds,
  units,
  demand,
  guidance,
  glossary,
  changes,
  commentary,
  narrative,
  organisation,
  sources,
  method,
  checks,
  restatements,
};

/** The blocks of one part of a section. */
export function blocksOf(context: Context, spec: PartSpec): readonly Block[] {
  const part = parts[spec.part] as Part<typeof spec.part> | undefined;
  return part === undefined ? [] : part(context, spec as never);
}
