import { monthEnd, monthLabel } from '../../calendar/index.ts';
import { changeInWords } from '../../judgement/index.ts';
import type { Observation } from '../../measure/index.ts';
import { text } from '../../narrative/index.ts';
import { type Definition, versionAt } from '../../pack/index.ts';
import { dataWords, numberCell, stateCell, textCell } from '../columns/index.ts';
import { type Context, entryOf } from '../compile/context.ts';
import type { RestatedFigure } from '../compile/input.ts';
import type { Cell, Row } from '../table.ts';
import type { Part } from './part.ts';

/** Figures published before that are others today: as published, as known now, the difference and why, in counts of cases. */
export const restatements: Part<'restatements'> = (context, { units }) => {
  const { input, unit, entries } = context;
  const measured = new Set(entries.map(({ indicator }) => indicator?.id));
  const listed = (input.restatements ?? []).filter(
    (one) => measured.has(one.indicator) && (units === 'all' || one.unit === unit.code),
  );
  if (listed.length === 0) {
    return [{ kind: 'paragraph', text: text('No figure published before has been restated.') }];
  }
  const caption = 'Restated figures';
  const columns = [
    { id: 'indicator', label: 'Indicator', kind: 'text', width: 3, heads: true },
    ...(units === 'all' ? [{ id: 'unit', label: 'Unit', kind: 'text', width: 2 } as const] : []),
    { id: 'month', label: 'Month', kind: 'text' },
    { id: 'published', label: 'As published', kind: 'number' },
    { id: 'now', label: 'As known now', kind: 'number' },
    { id: 'difference', label: 'Difference', kind: 'text' },
    { id: 'why', label: 'Why', kind: 'text', width: 4 },
  ] as const;
  const rows = listed.map((one): Row => rowOf(context, one, units === 'all'));
  const words =
    'These figures were published in earlier editions and are others today, because records were made, corrected or deleted since, or definitions changed. The editions stand as they were published.';
  return [
    { kind: 'paragraph', text: text(words) },
    {
      kind: 'table',
      id: context.id(caption),
      caption,
      columns: [...columns],
      spanners: [],
      groups: [{ title: null, rows }],
      notes: [],
    },
  ];
};

function rowOf(context: Context, one: RestatedFigure, withUnit: boolean): Row {
  const { indicator, title } = entryOf(context, one.indicator);
  const definition = indicator && versionAt(indicator, monthEnd(one.month)).definition;
  const { figures } = context.input;
  const name = figures.units(one.month).find(({ code }) => code === one.unit)?.name ?? one.unit;
  return {
    cells: [
      textCell(title),
      ...(withUnit ? [textCell(name)] : []),
      textCell(monthLabel(one.month)),
      figureCell(one.published, definition),
      figureCell(one.now, definition),
      differenceCell(one, definition),
      textCell(one.reasons.length === 0 ? 'Not explained' : one.reasons.join('; ')),
    ],
  };
}

/** The figure of the note stands for itself: it is not marked as restated once more. */
function figureCell(observation: Observation | undefined, definition: Definition | null): Cell {
  if (observation === undefined) return stateCell('not-collected', 'None');
  const { value, state } = observation;
  if (value !== null && definition !== null) return numberCell(value, definition, null);
  return state === 'value' ? stateCell('none') : stateCell(state, dataWords[state]);
}

function differenceCell({ published, now }: RestatedFigure, definition: Definition | null): Cell {
  const [before, after] = [published.value, now?.value ?? null];
  if (before === null || after === null || definition === null) return stateCell('none');
  const words = changeInWords(after, before, definition);
  return textCell(`${words.charAt(0).toUpperCase()}${words.slice(1)}`);
}
