import { nastyCells } from './cells.ts';
import type { Draw } from './draw.ts';

/** A table of cells, the header first. */
export type Grid = string[][];

export function gridOf(text: string): Grid {
  return text
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => line.split(','));
}

/** Puts other values into some cells. */
export function mutateCells(grid: Grid, draw: Draw): Grid {
  const changed = grid.map((row) => [...row]);
  const times = 1 + draw.below(8);
  for (let time = 0; time < times; time++) {
    const row = changed[1 + draw.below(changed.length - 1)];
    if (!row) continue;
    const column = draw.below(row.length);
    const other = changed[1 + draw.below(changed.length - 1)];
    row[column] = draw.below(3) === 0 ? (other?.[column] ?? '') : draw.of(nastyCells);
  }
  return changed;
}

/** Drops, repeats and moves rows and columns, and puts around the table what stands around tables. */
export function mutateGrid(grid: Grid, draw: Draw): Grid {
  const changed = grid.map((row) => [...row]);
  const width = changed[0]?.length ?? 0;
  const column = draw.below(Math.max(1, width));
  const at = draw.below(changed.length);
  switch (draw.below(13)) {
    case 0:
      return changed.map((row) => row.toSpliced(column, 1));
    case 1:
      return changed.map((row) => [...row, row[column] ?? '']);
    case 2: {
      const order = Array.from({ length: width }, (_, index) => index).sort(() => draw.next() - 0.5);
      return changed.map((row) => order.map((index) => row[index] ?? ''));
    }
    case 3:
      return changed.map((row, index) =>
        index === 0 ? row.with(column, draw.of(['', 'Child', 'column', ...nastyCells])) : row,
      );
    case 4:
      return changed.slice(1);
    case 5:
      return [['Extract of the year'], ...(draw.below(2) ? [['Printed', 'today']] : []), ...changed];
    case 6:
      return [...changed, ['Total', ...Array.from({ length: width - 1 }, () => '')]];
    case 7:
      return changed.toSpliced(at, 0, changed[at] ?? []);
    case 8:
      return [...changed, ...changed];
    case 9:
      return changed.map((row, index) => (index === at ? row.slice(0, column) : row));
    case 10:
      return changed.map((row, index) => (index === at ? [...row, 'beyond'] : row));
    case 11:
      return changed.slice(0, 1);
    default:
      return changed.toSpliced(
        at,
        0,
        ...Array.from({ length: 1 + draw.below(3) }, () => Array.from({ length: width }, () => '')),
      );
  }
}

const encodings: readonly ((text: string) => Buffer)[] = [
  (text) => Buffer.from(text),
  (text) => Buffer.from(text),
  (text) => Buffer.from(text),
  (text) => Buffer.from(`\ufeff${text}`),
  (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
  // What Latin-1 does not have becomes a question mark, as systems write it.
  (text) => Buffer.from(text.replaceAll(/[^\0-\xff]/g, '?'), 'latin1'),
];

/** A table as bytes, and what separates its cells. */
export interface Written {
  readonly bytes: Buffer;
  readonly delimiter: string;
}

/** Writes a table in one of the ways in which tables are written; `plainly`: as CSV in UTF-8. */
export function writeGrid(grid: Grid, draw: Draw, plainly: boolean): Written {
  const delimiter = plainly ? ',' : draw.of([',', ',', ',', ';', '\t', '|']);
  const end = plainly ? '\n' : draw.of(['\n', '\n', '\r\n', '\r']);
  const always = !plainly && draw.below(5) === 0;
  const cell = (text: string) => (always || /[",;\t|\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const blank = !plainly && draw.below(5) === 0 ? end : '';
  const lines = grid.map((row) => row.map(cell).join(delimiter));
  const encode = plainly ? (text: string) => Buffer.from(text) : draw.of(encodings);
  return { bytes: encode(lines.map((line) => line + end + blank).join('')), delimiter };
}
