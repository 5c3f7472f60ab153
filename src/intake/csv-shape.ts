import { parse } from 'csv-parse/sync';
import { foldedHeading } from './folded-heading.ts';

/** How a file separates its cells, and where its header stands. */
export interface CsvShape {
  readonly delimiter: string;
  /** Records above the header: titles and notes. */
  readonly above: number;
  /** The names in the header, trimmed; none where there is no readable header. */
  readonly header: readonly string[];
}

const delimiters = [',', ';', '\t', '|'];

/** Among how many records the header is looked for. */
const headerWithin = 60;

/**
 * Finds the separator and the header of a CSV file: the separator and the record that give the most headings that anything
 * here knows, at least two where it is not the first record; else the first record, with the separator that cuts it most.
 *
 * @param beginning the first characters of the file
 * @param known headings as `foldedHeading` gives them
 */
export function csvShapeOf(beginning: string, known: ReadonlySet<string>): CsvShape {
  let best = { delimiter: ',', above: 0, header: [] as readonly string[], hits: -1 };
  for (const delimiter of delimiters) {
    for (const [above, cells] of recordsOf(beginning, delimiter).entries()) {
      const header = cells.map((cell) => cell.trim());
      const hits = header.filter((cell) => known.has(foldedHeading(cell))).length;
      if (above > 0 && hits < 2) continue;
      const wider = hits === 0 && best.hits <= 0 && best.above === 0 && header.length > best.header.length;
      if (hits > best.hits || wider) best = { delimiter, above, header, hits };
    }
  }
  const { delimiter, above, header } = best;
  return { delimiter, above, header };
}

/** Ends of lines, which may be mixed in one file: the longest first. */
export const lineEnds = ['\r\n', '\n', '\r'];

function recordsOf(text: string, delimiter: string): string[][] {
  const options = {
    bom: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    delimiter,
    record_delimiter: lineEnds,
  };
  // A quotation mark that is not closed within the beginning spoils what comes after it, not what comes before.
  for (const to of [headerWithin, 1]) {
    try {
      return parse(text, { ...options, to });
    } catch {
      // Fewer records are tried.
    }
  }
  return [];
}

const total =
  /^(grand |overall |sub-?)?totals?\b|^(number|count|no\.?) of (rows|records|children)\b|^\(?\d+ rows?( affected| selected)?\)?$/i;

/** How many of the last records may be totals. */
export const totalsWithin = 5;

/** Whether a record is a total under the table: its first cell with anything in it says so. */
export function isTotal(cells: readonly string[]): boolean {
  const first = cells.find((cell) => cell.trim() !== '');
  return first !== undefined && total.test(first.trim());
}

/** Whether there may be totals among the last lines of a file, by a look that is cheap and may be wrong. */
export function mayEndInTotals(end: string): boolean {
  const firsts = end
    .split(/[\r\n]+/)
    .flatMap((line) => line.split(/[\t,;|"]+/).find((cell) => cell.trim() !== '') ?? []);
  return firsts.slice(-totalsWithin).some((cell) => isTotal([cell]));
}
