/** What a column asks for; widths are in ems, of one letter size. */
export interface ColumnNeeds {
  /** Its share of the width against the others. */
  readonly share: number;
  /** As wide as its longest word: narrower would cut it. */
  readonly least: number;
  /** As wide as its longest cell on one line: wider would be empty. */
  readonly whole: number;
  /** Figures, marks and a word or two, which get their room before sentences do. */
  readonly isShort: boolean;
}

/** Letter sizes of tables, in points, from what reads best to the least that still reads. */
const sizes = [9, 8.5, 8, 7.5, 7, 6.5, 6];
/** Letters may be made as small as this to keep what is short on one line; below it, lines break instead. */
const readable = 8;
/** Points between the words of two columns. */
const gutter = 11;

/**
 * The largest letters at which no word of a table is cut, and what is short stands on one line where letters that read well
 * allow it; and the widths of its columns in points, which fill the page.
 * Room beyond the longest words goes to columns by their shares, until each has what it can use: first to short ones.
 *
 * @param width points between the margins
 */
export function fitColumns(columns: readonly ColumnNeeds[], width: number): { size: number; widths: number[] } {
  const unbroken = ({ least, whole, isShort }: ColumnNeeds): number => (isShort ? Math.max(least, whole) : least);
  const uncut = ({ least }: ColumnNeeds): number => least;
  const needed = (of: typeof uncut, size: number) => columns.map((column) => of(column) * size + gutter);
  const fits = (of: typeof uncut, size: number) => sum(needed(of, size)) <= width;
  const whole = sizes.find((size) => size >= readable && fits(unbroken, size));
  const size = whole ?? sizes.find((one) => fits(uncut, one)) ?? sizes.at(-1) ?? 6;
  const least = needed(whole === undefined ? uncut : unbroken, size);
  const widths = sum(least) <= width ? least : least.map((own) => (own / sum(least)) * width);
  const most = columns.map(({ whole }) => whole * size + gutter);
  const short = columns.flatMap(({ isShort }, at) => (isShort ? [at] : []));
  share(widths, short, columns, most, width);
  share(widths, [...columns.keys()], columns, most, width);
  // What is still left makes the gaps wider, in equal parts.
  const left = (width - sum(widths)) / Math.max(columns.length, 1);
  return { size, widths: widths.map((own) => Math.round((own + left) * 10) / 10) };
}

/** Gives out what is left of a width among some columns by shares, to none more than it can use. */
function share(
  widths: number[],
  among: readonly number[],
  columns: readonly ColumnNeeds[],
  most: readonly number[],
  width: number,
): void {
  for (let round = 0; round < among.length; round++) {
    const free = width - sum(widths);
    const open = among.filter((at) => (widths[at] ?? 0) < (most[at] ?? 0));
    const shares = sum(open.map((at) => columns[at]?.share ?? 0));
    if (free < 0.1 || shares === 0) return;
    for (const at of open) {
      const more = (free * (columns[at]?.share ?? 0)) / shares;
      widths[at] = Math.min((widths[at] ?? 0) + more, most[at] ?? 0);
    }
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
