import { monthEnd, monthLabel } from '../../calendar/index.ts';
import {
  demandChange,
  demandChangeInWords,
  formatValue,
  type Judgement,
  largestMovers,
  type Mover,
} from '../../judgement/index.ts';
import { text } from '../../narrative/index.ts';
import { breakBetween } from '../../pack/index.ts';
import type { Context } from '../compile/context.ts';
import { unitName, unitsAt } from '../compile/units-at.ts';
import type { Block } from '../tree.ts';
import { demandTable } from './demand-table.ts';
import { type MeasuredEntry, measuredEntries } from './measured.ts';
import type { Part, PartSpec } from './part.ts';

type Spec = Extract<PartSpec, { part: 'demand' }>;

/** How demand has moved since an earlier month, in number and per cent together, who moved most, and the table. */
export const demand: Part<'demand'> = (context, spec) => {
  const entries = measuredEntries({ ...context, entry: null }, { indicators: spec.indicators });
  const since = context.when(spec.since);
  return [
    {
      kind: 'list',
      ordered: false,
      items: entries.map((entry) => text(`${changeOf(context, entry, since)}${moversOf(context, entry, spec, since)}`)),
    } satisfies Block,
    ...demandTable(context, entries, spec.level, since),
  ];
};

/** What a change counts: the report's word for it, else cases. */
export const thingsOf = ({ given }: MeasuredEntry): string => given.words.things ?? 'cases';

function changeOf(context: Context, entry: MeasuredEntry, since: string): string {
  const now = context.judgement(entry.indicator.id);
  const before = context.judgement(entry.indicator.id, since);
  return `${entry.title}: ${saidOf(now, before, entry, since)}.`;
}

/** 'down by 17.6% (662 cases), from 3,761 in October 2025 to 3,099', or why that cannot be said. */
function saidOf(now: Judgement, before: Judgement, entry: MeasuredEntry, since: string): string {
  const { definition, indicator } = entry;
  if (now.figure === null) return `there is no figure for ${monthLabel(now.month)}`;
  const printed = formatValue(now.figure, definition);
  if (before.figure === null) return `${printed}; there is no figure for ${monthLabel(since)} to compare with`;
  if (breakBetween(indicator, monthEnd(since), monthEnd(now.month)) !== null) {
    return `${printed}; not compared with ${monthLabel(since)}, because the definition has changed`;
  }
  const change = demandChangeInWords(demandChange(now.figure, before.figure), thingsOf(entry));
  return `${change}, from ${formatValue(before.figure, definition)} in ${monthLabel(since)} to ${printed}`;
}

/** Of the units of a level, those that moved most: in each part of the organisation, where it has several. */
function moversOf(context: Context, entry: MeasuredEntry, { level, movers }: Spec, since: string): string {
  if (level === undefined || movers === 0) return '';
  const { input, month } = context;
  const { units, things } = unitsAt(context, level);
  const byParent = Map.groupBy(units, ({ parent }) => parent ?? '');
  const rule = { since, way: 'either', by: 'percent', most: movers } as const;
  const told = [...byParent].flatMap(([parent, own]) => {
    const codes = own.map(({ code }) => code);
    const found = largestMovers(input.figures, entry.indicator.id, codes, month, rule);
    if (found.length === 0) return [];
    const where = byParent.size > 1 ? `in ${unitName(context, parent)}, ` : '';
    return [`${where}${found.map((mover) => moved(context, entry, mover)).join('; ')}`];
  });
  return told.length === 0 ? '' : ` The ${things} that moved most: ${told.join('; ')}.`;
}

const moved = (context: Context, entry: MeasuredEntry, { unit, change, now, before }: Mover): string => {
  const { definition } = entry;
  const range = `from ${formatValue(before, definition)} to ${formatValue(now, definition)}`;
  return `${unitName(context, unit)} ${demandChangeInWords(change, thingsOf(entry))}, ${range}`;
};
