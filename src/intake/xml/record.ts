import type { PlannedColumn, PlannedElement } from './plan.ts';

/** An element that is a row of a table, or holds such: its values, and the records inside it. */
export interface XmlRecord {
  readonly element: PlannedElement;
  readonly line: number;
  /** Its place among the elements of its kind in the file, from 1. */
  readonly number: number;
  /** By slot of its element. */
  readonly values: (string | undefined)[];
  readonly records: XmlRecord[];
}

const yes = new Set(['1', 'y', 'yes', 'true']);
const no = new Set(['0', 'n', 'no', 'false']);

/** Takes the cells of a row: its line, then the columns in their order. */
export type RowSink = (table: string, cells: readonly string[]) => void;

/** What a mark of yes or no was found to say against the row it stands in. */
export type MarkProblem = 'yes-no-unreadable' | 'row-marked-no';

/** Told of such a mark. */
export type MarkSink = (code: MarkProblem, record: XmlRecord, mark: string) => void;

/**
 * Gives the rows of a unit and of all records in it. An element without a value of its own and without records in it
 * is no row: standards leave such as place holders.
 */
export function writeRows(unit: XmlRecord, sink: RowSink, marks: MarkSink): void {
  writeRecord([unit], sink, marks);
}

/** @param chain the records from the unit to the one that is written, which is the last */
function writeRecord(chain: XmlRecord[], sink: RowSink, marks: MarkSink): void {
  const record = chain[chain.length - 1] as XmlRecord;
  const { tables } = record.element;
  for (const { name, columns, flag } of tables) {
    let said = columns.some((column) => 'own' in column && record.values[column.own] !== undefined);
    const marked = flag === null ? undefined : record.values[flag.slot]?.toLowerCase();
    if (flag !== null && marked !== undefined) {
      if (no.has(marked)) {
        if (said) marks('row-marked-no', record, flag.name);
        continue;
      }
      if (yes.has(marked)) said = true;
      else marks('yes-no-unreadable', record, flag.name);
    }
    if (!said && (record.records.length === 0 || tables.length > 1)) continue;
    const cells = [String(record.line)];
    for (const column of columns) cells.push(cellOf(column, record, chain));
    sink(name, cells);
  }
  for (const inner of record.records) {
    chain.push(inner);
    writeRecord(chain, sink, marks);
    chain.pop();
  }
}

function cellOf(column: PlannedColumn, record: XmlRecord, chain: readonly XmlRecord[]): string {
  if ('own' in column) return record.values[column.own] ?? '';
  if ('numberAt' in column) return String(chain[column.numberAt]?.number ?? '');
  return inheritedValue(column.record, column.slot, chain);
}

/** From the records around the row where they are on the way, else from the first such record of the unit. */
function inheritedValue(path: readonly PlannedElement[], slot: number, chain: readonly XmlRecord[]): string {
  let at = chain[0];
  for (let depth = 0; depth < path.length; depth++) {
    const around = chain[depth + 1];
    const step = path[depth];
    at = around?.element === step && chain[depth] === at ? around : at?.records.find(({ element }) => element === step);
  }
  return at?.values[slot] ?? '';
}
