import type { Definition, Indicator } from '../../pack/index.ts';
import { type Context, chosenEntries, definitionOf, type Entry } from '../compile/context.ts';

/** An entry that has an indicator, with its definition in force. */
export interface MeasuredEntry extends Entry {
  readonly indicator: Indicator;
  readonly definition: Definition;
}

/** The indicators that a part is about; items of words have no figures to show. */
export function measuredEntries(context: Context, choice: Parameters<typeof chosenEntries>[1]): MeasuredEntry[] {
  return chosenEntries(context, choice).flatMap((entry): MeasuredEntry[] => {
    const definition = definitionOf(context, entry);
    if (entry.indicator === null || definition === null) return [];
    context.shownIndicators.add(entry.indicator.id);
    return [{ ...entry, indicator: entry.indicator, definition }];
  });
}
