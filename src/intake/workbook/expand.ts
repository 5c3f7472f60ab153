import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Delivery } from '../format.ts';
import { hashOf } from '../hash-of.ts';
import { LoadError } from '../load-error.ts';
import type { Parsing } from '../parsing.ts';
import type { DeliveredFile } from '../source-file.ts';
import type { Workbench } from '../workbench.ts';

/** Whether a file is called a workbook. */
export function isWorkbook(name: string): boolean {
  return /\.(xlsx|xlsm|xls|xlsb)$/i.test(name);
}

/** How a sheet is named in claims, findings and manifests. */
export function sheetFileName(workbook: string, sheet: string): string {
  return `${workbook} › ${sheet}`;
}

interface Tools {
  readonly bench: Workbench;
  readonly parsing: Parsing;
}

/**
 * Puts the sheets of each workbook of a delivery in its place, each as a file of its own with the rows where they were.
 *
 * @param folder where the CSV files of the sheets go
 * @param known headings by which a header row is known
 * @throws LoadError where a workbook is the whole delivery and cannot be read; among other files that is a finding
 */
export async function expandWorkbooks(
  delivery: Delivery,
  tools: Tools,
  folder: string,
  known: readonly string[],
): Promise<Delivery> {
  const files: DeliveredFile[] = [];
  for (const file of delivery.files) {
    if (isWorkbook(file.name)) files.push(...(await sheetsOf(file, delivery.files.length === 1, tools, folder, known)));
    else files.push(file);
  }
  return { ...delivery, files };
}

async function sheetsOf(
  file: DeliveredFile,
  alone: boolean,
  { bench, parsing }: Tools,
  folder: string,
  known: readonly string[],
): Promise<DeliveredFile[]> {
  const workbook = { name: file.name, sha256: await hashOf(file.path), bytes: (await stat(file.path)).size };
  const place = join(folder, `workbook-${workbook.sha256}`);
  await mkdir(place, { recursive: true });
  const answer = await parsing.workbook({ path: file.path, folder: place, known });
  if ('refused' in answer) {
    if (alone) throw new LoadError(`${file.name} cannot be read: ${answer.refused}`);
    await bench.note({ code: 'file-unknown', file: file.name, detail: answer.refused });
    return [];
  }
  for (const detail of answer.lost) await bench.note({ code: 'file-unknown', file: file.name, detail });
  const sheets: DeliveredFile[] = [];
  for (const sheet of answer.sheets) {
    const name = sheetFileName(file.name, sheet.name);
    // An empty sheet is how spreadsheets begin: it says nothing. One with cells and no heading does.
    if (sheet.header.length === 0) {
      if (sheet.notes.length > 0) await bench.note({ code: 'file-empty', file: name });
      continue;
    }
    for (const { code, row, column, value } of sheet.notes) await bench.note({ code, file: name, row, column, value });
    sheets.push({
      name,
      path: join(place, sheet.file),
      sheet: { workbook, name: sheet.name, header: sheet.header, headerRow: sheet.headerRow },
    });
  }
  return sheets;
}
