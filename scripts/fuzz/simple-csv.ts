import { isUtf8 } from 'node:buffer';
import type { KnownPart } from './known.ts';
import { marksIn } from './marks.ts';

export interface Line {
  readonly row: number;
  readonly cells: readonly string[];
}

/** The text of a file: by its mark, else UTF-8, else a byte a character. */
function decoded(bytes: Buffer): { text: string; certain: boolean } {
  const mark = bytes.toString('hex', 0, 2);
  if (mark === 'fffe' && bytes.length % 2 === 0) return { text: bytes.toString('utf16le', 2), certain: true };
  if (mark === 'feff' && bytes.length % 2 === 0)
    return { text: Buffer.from(bytes.subarray(2)).swap16().toString('utf16le'), certain: true };
  if (isUtf8(bytes)) return { text: bytes.toString('utf8').replace(/^\ufeff/, ''), certain: !bytes.includes(0) };
  return { text: bytes.toString('latin1'), certain: !bytes.includes(0) };
}

/** Splits into records by the letter of RFC 4180; null where a quotation mark stands where it may not. */
export function csvRecords(text: string, delimiter: string): Line[] | null {
  const lines: Line[] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted: 'no' | 'in' | 'after' = 'no';
  let row = 1;
  const endRecord = () => {
    cells.push(cell);
    if (cells.length > 1 || cells[0] !== '' || quoted !== 'no') lines.push({ row, cells });
    row += 1;
    [cells, cell, quoted] = [[], '', 'no'];
  };
  for (let at = 0; at < text.length; at++) {
    const char = text[at] as string;
    if (quoted === 'in') {
      if (char !== '"') cell += char;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = 'after';
    } else if (char === delimiter) {
      cells.push(cell);
      [cell, quoted] = ['', 'no'];
    } else if (char === '\n' || char === '\r') {
      if (char === '\r' && text[at + 1] === '\n') at += 1;
      endRecord();
    } else if (char === '"') {
      if (cell !== '' || quoted === 'after') return null;
      quoted = 'in';
    } else if (quoted === 'after') return null;
    else cell += char;
  }
  if (quoted === 'in') return null;
  if (cell !== '' || cells.length > 0 || quoted !== 'no') endRecord();
  return lines;
}

const folded = (cell: string) => cell.trim().toLowerCase();

/** Whether the ends of lines are all of one kind, so that readers agree on what a line is. */
function oneKindOfEnd(text: string): boolean {
  return new Set(text.match(/\r\n|\n|\r/g) ?? []).size <= 1;
}

/**
 * Reads a file with the separator that it was written with.
 *
 * @param headings the header as it was before anything was changed
 * @param quiet whether a record, told by heading, may go without a finding
 */
export function knowCsv(bytes: Buffer, { file, delimiter, headings, table, quiet }: KnowCsv): KnownPart {
  const { text, certain } = decoded(bytes);
  const records = certain ? csvRecords(text, delimiter) : null;
  if (records === null) return { file, records: looseRecords(text), exact: false, whole: false, table };
  const hits = records.map(({ cells }) => cells.filter((cell) => headings.includes(folded(cell))).length);
  const header = records[hits.indexOf(Math.max(0, ...hits))];
  const whole = header !== undefined && header.cells.map(folded).sort().join('\n') === [...headings].sort().join('\n');
  // Quoted cells and doubtful line ends are where readers may differ and both be right.
  const exact = whole && oneKindOfEnd(text) && !/"[^"]*[\r\n]/.test(text);
  return {
    file,
    table,
    exact,
    whole,
    records: records
      .filter(({ row }) => header !== undefined && row > header.row)
      .map(({ row, cells }) => ({
        rows: [row],
        marks: marksIn(cells.join('\n')),
        quiet: quiet?.(new Map(header?.cells.map((heading, index) => [folded(heading), cells[index] ?? '']))),
      })),
  };
}

export interface KnowCsv {
  readonly file: string;
  readonly delimiter: string;
  readonly headings: readonly string[];
  readonly table: string;
  readonly quiet?: (cells: ReadonlyMap<string, string>) => boolean;
}

/** The lines that hold marks, counted by every kind of line end and by one. */
function looseRecords(text: string): KnownPart['records'] {
  const number = (before: string, end: RegExp) => (before.match(end) ?? []).length + 1;
  return [...text.matchAll(/MK\d{4}K/g)].map(({ 0: found, index }) => {
    const before = text.slice(0, index);
    return { rows: [number(before, /\n/g), number(before, /\r\n|\n|\r/g), number(before, /\r/g)], marks: [found] };
  });
}
