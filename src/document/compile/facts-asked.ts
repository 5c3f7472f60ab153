import type { factsOf } from '../../narrative/index.ts';
import type { Report } from '../../pack/index.ts';
import type { Context } from './context.ts';
import { previousMonth } from './when.ts';

type NarrativeSpec = Extract<Report['sections'][number]['parts'][number], { part: 'narrative' }>;
type FactsAsked = Parameters<typeof factsOf>[1];

/** Which facts are told of an indicator of a report: set beside the units right under its own, or those of a level. */
export function factsAsked(
  context: Context,
  indicator: string,
  { level, since }: Pick<NarrativeSpec, 'level' | 'since'>,
): FactsAsked {
  const { input, report, unit, month, labels } = context;
  const units = input.figures
    .units(month)
    .filter(({ kind, parent, code }) =>
      level === undefined ? parent === unit.code && kind !== 'not-attributed' : kind === level && code !== unit.code,
    );
  return {
    indicator,
    unit: unit.code,
    month,
    previous: previousMonth(report.rhythm, month),
    ...(since !== undefined && { since: context.when(since) }),
    ...(units.length > 0 && { units: units.map(({ code }) => code) }),
    ...(report.hotspots !== undefined && { hotspots: report.hotspots }),
    beside: input.beside(indicator, month),
    labels,
  };
}
