import type { XmlShape, XmlTable, XmlUnit } from './shape.ts';

/** An element that may stand in a file, and what becomes of it. */
export interface PlannedElement {
  /** By name, in lower case. */
  readonly children: Map<string, PlannedElement>;
  /** By name as it was found written: what `children` has for it. */
  readonly written: Map<string, PlannedElement | null>;
  /** Set where the element is read whole before its rows are written. */
  unit: XmlUnit | null;
  /** The tables of which the element is a row; a unit is a record even without one. */
  readonly tables: PlannedTable[];
  /** In which of the slots of the nearest record its text is kept; null: its text means nothing. */
  slot: number | null;
  /** Of a record: its slots, by the path from it to the element whose text they keep. */
  readonly slots: Map<string, number>;
  /** Known to the standard and not read. */
  unread: boolean;
  /** The tables that the file is seen to speak of once the element stands in it. */
  readonly speaksOf: string[];
  /** Whether the element has been met in the file. */
  met: boolean;
}

export interface PlannedTable {
  readonly name: string;
  readonly columns: PlannedColumn[];
  /** The yes or no on which the row hangs: its element, and where the record keeps it. */
  flag: { readonly name: string; readonly slot: number } | null;
}

export type PlannedColumn =
  | { readonly name: string; readonly own: number }
  /** `record`: the records on the way to it from the unit. */
  | { readonly name: string; readonly record: readonly PlannedElement[]; readonly slot: number }
  | { readonly name: string; readonly numberAt: number };

function planned(): PlannedElement {
  return {
    children: new Map(),
    unit: null,
    tables: [],
    slot: null,
    slots: new Map(),
    unread: false,
    speaksOf: [],
    written: new Map(),
    met: false,
  };
}

export function steps(path: string): string[] {
  return path.toLowerCase().split('/').filter(Boolean);
}

function reach(from: PlannedElement, path: readonly string[]): PlannedElement {
  let at = from;
  for (const step of path) {
    const next = at.children.get(step) ?? planned();
    at.children.set(step, next);
    at = next;
  }
  return at;
}

export function isRecord({ unit, tables }: PlannedElement): boolean {
  return unit !== null || tables.length > 0;
}

/** Different spellings of names that are remembered under one element. */
const spellings = 1000;

/** The element of a name as written, whatever its case and prefix. */
export function childOf(around: PlannedElement, written: string): PlannedElement | null {
  const known = around.written.get(written);
  if (known !== undefined) return known;
  const found = around.children.get(written.slice(written.indexOf(':') + 1).toLowerCase()) ?? null;
  if (around.written.size < spellings) around.written.set(written, found);
  return found;
}

/** The tree of the elements that a shape knows, from above the root. */
export function planOf(shape: XmlShape): PlannedElement {
  const top = planned();
  for (const unit of shape.units) {
    const element = reach(top, steps(unit.path));
    element.unit = unit;
    // Records first: where a value is kept hangs on which elements are records.
    const rows = unit.tables.flatMap((table) => table.at.map((at) => ({ table, path: steps(at) })));
    const spots = rows.map(({ table, path }) => ({ table, path, row: reach(element, path) }));
    for (const { table, row } of spots) row.tables.push({ name: table.name, columns: [], flag: null });
    for (const { table, path, row } of spots) {
      if (row.tables.length === 1) row.speaksOf.push(table.name);
      const planned = row.tables.find(({ name }) => name === table.name);
      planned?.columns.push(...columnsOf(table, element, path));
      if (planned && table.flag !== undefined) {
        const slot = own(table.name, element, [...path, ...steps(table.flag)]);
        planned.flag = { name: table.flag, slot };
      }
    }
    for (const path of unit.unread ?? []) reach(element, steps(path)).unread = true;
  }
  return top;
}

function columnsOf(table: XmlTable, unit: PlannedElement, row: readonly string[]): PlannedColumn[] {
  const values = Object.entries(table.columns).map(([name, path]) => {
    if (path === '.') {
      const element = reach(unit, row);
      element.slot = slotOf(element, '.');
      return { name, own: element.slot };
    }
    return { name, own: own(table.name, unit, [...row, ...steps(path)]) };
  });
  const inherited = Object.entries(table.inherited ?? {}).map(([name, path]) => ({ name, ...keep(unit, steps(path)) }));
  const numbers = Object.entries(table.numbers ?? {}).map(([name, numberAt]) => ({ name, numberAt }));
  return [...values, ...inherited, ...numbers];
}

/** Keeps the text of an element that belongs to one table, and gives its slot. */
function own(table: string, unit: PlannedElement, path: readonly string[]): number {
  reach(unit, path).speaksOf.push(table);
  return keep(unit, path).slot;
}

/** Has the text of an element kept on the nearest record above it. */
function keep(unit: PlannedElement, path: readonly string[]): { record: PlannedElement[]; slot: number } {
  const around = path.map((_, depth) => reach(unit, path.slice(0, depth)));
  const record = around.filter((element, depth) => depth > 0 && isRecord(element));
  const nearest = record.at(-1) ?? unit;
  const slot = slotOf(nearest, path.slice(around.lastIndexOf(nearest)).join('/'));
  reach(unit, path).slot = slot;
  return { record, slot };
}

/** The slot of a record for a path below it; the same path has the same slot. */
function slotOf({ slots }: PlannedElement, path: string): number {
  const slot = slots.get(path) ?? slots.size;
  slots.set(path, slot);
  return slot;
}
