import type { PlannedColumn, PlannedElement } from './plan.ts';

/** An element that is a row of a table, or holds such: its values, and the records inside it. */
export interface XmlRecord {
  readonly element: PlannedElement;
  readonly name: string;
  readonly line: number;
  /** Its place among the elements of its kind in the file, from 1. */
  readonly number: number;
  readonly values: Map<string, string>;
  readonly records: XmlRecord[];
}

const yes = new Set(['1', 'y', 'yes', 'true']);
const no = new Set(['0', 'n', 'no', 'false']);

/** Takes the cells of a row, in the order of its columns. */
export type RowSink = (table: string, line: number, cells: readonly string[]) => void;

/**
 * Gives the rows of a unit and of all records in it. An element without a value of its own and without records in it
 * is no row: standards leave such as place holders.
 *
 * @param noFlag told of a flag that is neither yes nor no
 */
export function writeRows(unit: XmlRecord, sink: RowSink, noFlag: (record: XmlRecord, flag: string) => void): void {
  writeRecord([unit], sink, noFlag);
}

function writeRecord(chain: readonly XmlRecord[], sink: RowSink, noFlag: Parameters<typeof writeRows>[2]): void {
  const record = chain[chain.length - 1] as XmlRecord;
  for (const { name, columns, flag } of record.element.tables) {
    const marked = flag === null ? undefined : record.values.get(flag)?.toLowerCase();
    if (marked !== undefined && no.has(marked)) continue;
    if (marked !== undefined && !yes.has(marked)) noFlag(record, flag ?? '');
    const said =
      (marked !== undefined && yes.has(marked)) ||
      columns.some((column) => 'own' in column && record.values.has(column.own));
    if (!said && (record.records.length === 0 || record.element.tables.length > 1)) continue;
    sink(
      name,
      record.line,
      columns.map((column) => cellOf(column, chain)),
    );
  }
  for (const inner of record.records) writeRecord([...chain, inner], sink, noFlag);
}

function cellOf(column: PlannedColumn, chain: readonly XmlRecord[]): string {
  const record = chain[chain.length - 1] as XmlRecord;
  if ('own' in column) return record.values.get(column.own) ?? '';
  if ('numberAt' in column) return String(chain[column.numberAt]?.number ?? '');
  return inheritedValue(column.record, column.slot, chain);
}

/** From the records around the row where they are on the way, else from the first such record of the unit. */
function inheritedValue(path: readonly string[], slot: string, chain: readonly XmlRecord[]): string {
  let at = chain[0];
  for (const [depth, step] of path.entries()) {
    const around = chain[depth + 1];
    at = around?.name === step && chain[depth] === at ? around : at?.records.find(({ name }) => name === step);
  }
  return at?.values.get(slot) ?? '';
}
