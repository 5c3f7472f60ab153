import type { Document } from '../../document/index.ts';
import { figureKey, figuresOf, markRestated, type OpenEdition, sameFigure } from '../../edition/index.ts';
import type { ShownFigures } from '../options.ts';

/**
 * A document of an edition in which each figure that is another one today says so. Figures that are given and not counted, and
 * months and units that the data of today do not reach, are left as they are.
 */
export async function markedToday(
  edition: OpenEdition,
  document: Document,
  figures: ShownFigures | null,
): Promise<{ readonly document: Document; readonly restated: number }> {
  if (figures === null) return { document, restated: 0 };
  const { month } = edition.entry;
  const units = new Map(figures.months.map((at) => [at, new Set(figures.units(at).map(({ code }) => code))]));
  const changed = new Set<string>();
  let restated = 0;
  for (const { observation: kept } of (await figuresOf(edition)).figures) {
    if (!units.get(kept.month)?.has(kept.unit)) continue;
    const indicator = figures.pack.indicators.get(kept.indicator);
    if (indicator === undefined || indicator.versions.some(({ definition }) => definition.source === 'collected'))
      continue;
    if (sameFigure(kept, figures.observation(kept.indicator, kept.unit, kept.month))) continue;
    changed.add(figureKey(kept.indicator, kept.unit, kept.month));
    if (kept.month === month) restated++;
  }
  const isRestated = (indicator: string, unit: string, at: string) => changed.has(figureKey(indicator, unit, at));
  return { document: markRestated(document, 'as-published', isRestated), restated };
}
