import { monthEnd, shortDayLabel } from '../../calendar/index.ts';
import type { Unit } from '../../measure/index.ts';
import { textCell } from '../columns/index.ts';
import type { Context } from '../compile/context.ts';
import type { Row, RowGroup } from '../table.ts';
import type { Part } from './part.ts';

/** The units of the month, level by level, with their codes and the dates they are in force between. */
export const organisation: Part<'organisation'> = (context, { levels }) => {
  const { input, month, report } = context;
  const all = input.figures.units(month);
  const names = new Map(all.map(({ code, name }) => [code, name]));
  const shown = all.filter(({ kind }) =>
    levels === undefined ? kind !== 'not-attributed' : levels.some((level) => level === kind),
  );
  if (shown.length === 0) return [];
  const groups = [...Map.groupBy(shown, ({ kind }) => kind)].map(
    ([kind, units]): RowGroup => ({
      title: levelWord(context, kind),
      rows: units.map((unit) => rowOf(context, unit, names)),
    }),
  );
  const caption = `Units in ${report.title}`;
  const columns = [
    { id: 'name', label: 'Unit', kind: 'text', width: 3, heads: true },
    { id: 'code', label: 'Code', kind: 'text', width: 1 },
    { id: 'part-of', label: 'Part of', kind: 'text', width: 2 },
    { id: 'in-force', label: 'In force', kind: 'text', width: 2 },
  ] as const;
  return [{ kind: 'table', id: context.id(caption), caption, columns, spanners: [], groups, notes: [] }];
};

function levelWord({ input }: Context, kind: Unit['kind']): string {
  const word = kind === 'not-attributed' ? 'not attributed' : (input.figures.pack.unitWords?.[kind] ?? kind);
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}

function rowOf({ input, month }: Context, { code, name, parent }: Unit, names: ReadonlyMap<string, string>): Row {
  // Where several authorities are shown, a code is written after that of its authority.
  const plain = code.slice(code.lastIndexOf('/') + 1);
  const day = monthEnd(month);
  const row = input.figures.pack.units.find(
    (unit) => unit.code === plain && (unit.from ?? '') <= day && (unit.to === undefined || unit.to >= day),
  );
  const above = parent === null ? '–' : (names.get(parent) ?? parent);
  return { cells: [name, code, above, inForce(row?.from, row?.to)].map(textCell) };
}

function inForce(from: string | undefined, to: string | undefined): string {
  if (from === undefined) return to === undefined ? 'Throughout' : `Until ${shortDayLabel(to)}`;
  return to === undefined ? `From ${shortDayLabel(from)}` : `${shortDayLabel(from)} to ${shortDayLabel(to)}`;
}
