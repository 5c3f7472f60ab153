import type { Archive } from './archive.ts';
import { type CellProblem, cellText, type RawCell } from './cell.ts';
import { workbookLimits } from './limits.ts';
import type { Structure } from './structure.ts';
import { readXml } from './xml.ts';

/** A row of a sheet that holds something: its number, and its cells by column from 0. */
export interface SheetRow {
  readonly number: number;
  readonly cells: readonly (string | CellProblem | undefined)[];
}

/**
 * Reads a sheet row by row, in order.
 *
 * @param taken told of each row that holds something
 * @param pause awaited from time to time
 * @returns the first row with a cell beyond the columns that are read, or null
 */
export async function readSheet(
  archive: Archive,
  part: string,
  structure: Structure,
  taken: (row: SheetRow) => void,
  pause: () => Promise<void>,
): Promise<number | null> {
  let row = 0;
  let column = -1;
  let cells: (string | CellProblem | undefined)[] = [];
  let filled = false;
  let cell: { -readonly [K in keyof RawCell]: RawCell[K] } | null = null;
  let place: 'value' | 'inline' | null = null;
  // How a text is pronounced stands beside it in some languages.
  let phonetic = false;
  let beyond: number | null = null;
  const endCell = (done: RawCell) => {
    const text = cellText(done, structure);
    if (text === '') return;
    if (column >= workbookLimits.columns) {
      beyond ??= row;
      return;
    }
    cells[column] = text;
    filled = true;
  };
  await readXml(
    archive,
    part,
    {
      open(name, attributes) {
        if (name === 'row') {
          row = attributes.r === undefined ? row + 1 : Math.max(row + 1, Number(attributes.r) || 0);
          column = -1;
          cells = [];
          filled = false;
        } else if (name === 'c') {
          column = attributes.r === undefined ? column + 1 : columnOf(attributes.r);
          cell = { type: attributes.t ?? 'n', style: Number(attributes.s ?? 0), value: null, inline: null };
        } else if (name === 'v' && cell) {
          place = 'value';
          cell.value = '';
        } else if (name === 't' && cell && !phonetic) place = 'inline';
        else if (name === 'rPh') phonetic = true;
      },
      text(text) {
        if (!cell || place === null) return;
        cell[place] = (cell[place] ?? '') + text;
      },
      close(name) {
        if (name === 'v' || name === 't') place = null;
        else if (name === 'rPh') phonetic = false;
        else if (name === 'c' && cell) {
          endCell(cell);
          cell = null;
        } else if (name === 'row' && filled) taken({ number: row, cells });
      },
    },
    pause,
  );
  return beyond;
}

/** @example columnOf('AB12') // 27 */
function columnOf(reference: string): number {
  let column = 0;
  for (let index = 0; index < reference.length; index++) {
    const letter = reference.charCodeAt(index) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return column - 1;
}
