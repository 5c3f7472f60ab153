import { monthLabel } from '../../calendar/index.ts';
import type { Context, Entry } from '../compile/context.ts';
import { definitionOf } from '../compile/context.ts';
import { prose } from '../compile/prose.ts';
import type { Cell } from '../table.ts';
import { stateCell, textCell } from './cell.ts';
import type { ColumnKind, ColumnSpec, Measured } from './column.ts';
import { figures } from './figures.ts';
import { said } from './said.ts';
import { spark } from './spark.ts';
import { units } from './units.ts';

export * from './cell.ts';
export type { ColumnKind, ColumnSpec, Measured } from './column.ts';

const kinds: Readonly<Record<string, ColumnKind>> = { ...said, ...figures, ...spark, ...units };

/** @throws RangeError for a column that has no kind: the schema lets none pass but periods, which a table lays out. */
export function kindOf({ show }: ColumnSpec): ColumnKind {
  const kind = kinds[show];
  if (kind === undefined) throw new RangeError(`no column shows ${show}`);
  return kind;
}

/** What stands at the head of a column. */
export const headingOf = (context: Context, spec: ColumnSpec): string =>
  spec.label?.replaceAll('{period}', monthLabel(context.when(spec.when ?? 'now'))) ?? kindOf(spec).label(context, spec);

/** What a column says of an entry. An item of words has its title, its own words, and nothing else. */
export function cellOf(context: Context, entry: Entry, spec: ColumnSpec): Cell {
  const definition = definitionOf(context, entry);
  const { indicator, given } = entry;
  if (indicator === null || definition === null) {
    if (spec.show === 'title') return textCell(entry.title);
    if (spec.show === 'number') return textCell(entry.number);
    if (spec.show === 'frequency') return textCell(given.frequency ?? '–');
    if (spec.show === 'class') return textCell(given.class ?? '–');
    const words = given.words[spec.show === 'words' ? (spec.field ?? '') : spec.show];
    return words === undefined ? stateCell('none') : { kind: 'text', text: prose(context, words) };
  }
  context.shownIndicators.add(indicator.id);
  const measured: Measured = { ...entry, id: indicator.id, definition };
  return kindOf(spec).cell(context, measured, spec);
}
