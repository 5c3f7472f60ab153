import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readWorkbook } from '../../src/intake/workbook/read-workbook.ts';
import type { Draw } from './draw.ts';
import { mark } from './marks.ts';
import type { Grid } from './mutate-grid.ts';
import type { Tables } from './seeds.ts';
import { csvRecords } from './simple-csv.ts';

const sample = join(import.meta.dirname, '../../test/third-party/annex-a/Annex_A_2024_Jan.xlsx');

let read: Promise<Tables> | undefined;

/** The sheets of the sample workbook as tables. */
async function readSample(): Promise<Tables> {
  const folder = mkdtempSync(join(tmpdir(), 'outturn-fuzz-annex-'));
  try {
    const answer = await readWorkbook({ path: sample, folder, known: ['child unique id', 'gender', 'ethnicity'] });
    if ('refused' in answer) throw new Error(answer.refused);
    return Object.fromEntries(
      answer.sheets.map(({ name, file }): [string, Grid] => {
        const records = csvRecords(readFileSync(join(folder, file), 'utf8'), ',') ?? [];
        return [name, records.map(({ cells }) => cells.slice(1))];
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One or two lists of the sample; the children of about half of their rows are marked, the others are in several lists. */
export async function annexTables(): Promise<(draw: Draw) => Tables> {
  read ??= readSample();
  const sheets = Object.entries(await read).filter(([, [header]]) => header?.includes('Child Unique ID'));
  return (draw) => {
    const chosen = new Set(Array.from({ length: 1 + draw.below(2) }, () => draw.below(sheets.length)));
    return Object.fromEntries(
      [...chosen].map((index) => {
        const [name, grid] = sheets[index] as [string, Grid];
        const at = grid[0]?.indexOf('Child Unique ID') ?? 0;
        return [name, grid.map((row, line) => (line % 2 === 1 ? row.with(at, mark(100 * index + line)) : row))];
      }),
    );
  };
}
