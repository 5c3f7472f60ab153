import type { KnownPart } from './known.ts';

/** What a load has made of an input. */
export interface Taken {
  /** The tables of rows as read, before they are mapped: how many rows, and all that stands in them. */
  readonly tables: ReadonlyMap<string, { readonly rows: number; readonly text: string }>;
  readonly findings: readonly {
    readonly code: string;
    readonly severity: string;
    readonly file: string | null;
    readonly row: number | null;
    /** What it says in words. */
    readonly message?: string;
  }[];
}

/** A finding that speaks for all that a file or sheet holds. */
const ofFile = new Set(['file-unknown', 'file-empty', 'folder-not-read']);
/** Findings after which a value may not be where it was, although its row is. */
const ofColumn = new Set([
  'column-unknown',
  'column-twice',
  'column-guessed',
  'column-without-place',
  'element-unknown',
  'element-twice',
  'text-stray',
]);
/** Findings that say of a row that something of it was not read, or all of it. */
const ofRow = new Set(['title-rows', 'cells-without-heading', 'cell-error', 'cell-twice', 'number-unreadable']);

/**
 * Says what is missing without a word: a record whose mark is neither in a table nor in a row that a finding tells of, or
 * fewer rows and refused rows than records. Null where all is accounted for.
 *
 * @param parts what the input holds, by a reader of its own
 */
export function silentDrop(parts: readonly KnownPart[], { tables, findings }: Taken): string | null {
  const text = [...tables.values()].map((table) => table.text).join('\n');
  const told = (file: string | null) => findings.filter((one) => file === null || one.file === file);
  const spokenFor = ({ file }: KnownPart) => {
    const book = file?.split(' › ')[0] ?? null;
    return findings.some((one) => ofFile.has(one.code) && (file === null || one.file === file || one.file === book));
  };
  const open = parts.filter((part) => part.records.length > 0 && !spokenFor(part));
  for (const part of open) {
    const own = told(part.file);
    if (part.table !== undefined && part.exact && !tables.has(part.table))
      return `${part.file}: ${part.records.length} records, and no table ${part.table}`;
    if (own.some(({ code }) => ofColumn.has(code)) || (!part.whole && part.exact)) continue;
    const rows = new Set(
      own.filter(({ severity, code }) => severity === 'refused-row' || ofRow.has(code)).flatMap(rowsTold),
    );
    const lost = part.records.find(
      (record) =>
        !record.quiet &&
        record.marks.some((mark) => !text.includes(mark)) &&
        !record.rows.some((row) => rows.has(row)) &&
        !(record.rows.length === 0 && own.length > 0),
    );
    if (lost) return `${part.file}: ${lost.marks.join(' ')} of row ${lost.rows.join(' or ')} is nowhere`;
  }
  return miscounted(open, tables, findings);
}

/** The row of a finding, and the lines below it that it says went with it. */
function rowsTold({ row, message = '' }: Taken['findings'][number]): (number | null)[] {
  const [, lines = '0'] = /lines below it that went with it: (\d+)/.exec(message) ?? [];
  return row === null ? [null] : Array.from({ length: Number(lines) + 1 }, (_, below) => row + below);
}

/** Where the records are counted for certain, rows and refused rows must be as many. */
function miscounted(parts: readonly KnownPart[], tables: Taken['tables'], findings: Taken['findings']): string | null {
  const named = parts.filter((part) => part.table !== undefined || !part.exact);
  const groups = named.length === parts.length ? Map.groupBy(parts, ({ file }) => file) : new Map([['all', parts]]);
  for (const [name, group] of groups) {
    const exact = group.filter((part) => part.exact);
    if (exact.length < group.filter(({ whole }) => whole).length || exact.length === 0) continue;
    if (name === 'all' && exact.length < group.length) continue;
    const files = new Set(group.map(({ file }) => file));
    const own = findings.filter(({ file }) => files.has(file));
    const read = exact.every(({ table }) => table !== undefined)
      ? [...new Set(exact.map(({ table }) => table))].map((table) => tables.get(table ?? '')?.rows ?? 0)
      : [...tables.values()].map(({ rows }) => rows);
    const rows = read.reduce((sum, count) => sum + count, 0);
    const refused = own.filter(({ severity }) => severity === 'refused-row').length;
    const excused = own.filter(
      ({ code }) => code === 'cells-without-heading' || code === 'cell-error' || code === 'number-unreadable',
    ).length;
    const records = exact.flatMap((part) => part.records);
    const quiet = records.filter((record) => record.quiet).length;
    if (rows > records.length || rows + refused + excused + quiet < records.length)
      return `${[...files].join(', ')}: ${records.length} records became ${rows} rows and ${refused} refused`;
  }
  return null;
}
