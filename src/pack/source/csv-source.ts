import { CsvError, type Info, parse } from 'csv-parse/sync';
import { type Diagnostic, diagnose, type Place } from '../diagnostic.ts';

export interface CsvRow {
  readonly cells: Readonly<Record<string, string>>;
  /** Where a cell stands; the row's beginning for a column the file does not have. */
  place(column: string): Place;
}

/** A CSV file with a header, and where each cell stands. */
export interface CsvSource {
  readonly file: string;
  readonly header: readonly string[];
  readonly rows: readonly CsvRow[];
  headerPlace(column: string): Place;
}

interface RawRow {
  readonly record: string[];
  readonly raw: string;
  readonly info: Info;
}

/** Parses a CSV file; null with a diagnostic where it is not readable. Cells are trimmed, empty lines skipped. */
export function csvSource(file: string, text: string): { source: CsvSource | null; diagnostics: Diagnostic[] } {
  try {
    const options = { bom: true, trim: true, skip_empty_lines: true, info: true, raw: true } as const;
    // The parser's types do not know that info and raw change what a row is.
    const records = parse(text, options) as unknown as RawRow[];
    const [first, ...rest] = records;
    const header = first?.record ?? [];
    const source: CsvSource = {
      file,
      header,
      rows: rest.map((row) => ({
        cells: Object.fromEntries(header.map((name, index) => [name, row.record[index] ?? ''])),
        place: (column) => cellPlace(file, row, header.indexOf(column)),
      })),
      headerPlace: (column) => (first ? cellPlace(file, first, header.indexOf(column)) : { file, line: 1, column: 1 }),
    };
    return { source, diagnostics: [] };
  } catch (failure) {
    if (!(failure instanceof CsvError)) throw failure;
    const line = typeof failure.lines === 'number' ? failure.lines : 1;
    const detail = failure.message.replace(/ (?:on|at) line \d+.*$/s, '');
    return { source: null, diagnostics: [diagnose('csv-syntax', { file, line, column: 1 }, { words: { detail } })] };
  }
}

/** Finds a cell by walking its record: a comma inside quotes does not part cells, a line end inside quotes is counted. */
function cellPlace(file: string, row: RawRow, index: number): Place {
  const record = row.raw.replace(/^(?:\uFEFF|[\r\n])+/, '').replace(/[\r\n]+$/, '');
  let line = row.info.lines - (record.match(/\n/g)?.length ?? 0);
  let column = 1;
  let cell = 0;
  let quoted = false;
  for (const letter of record) {
    if (cell >= index) break;
    if (letter === '"') quoted = !quoted;
    if (letter === ',' && !quoted) cell++;
    if (letter === '\n') {
      line++;
      column = 1;
    } else column += letter.length;
  }
  return { file, line, column };
}
