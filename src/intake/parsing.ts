import { readInProcess } from './workbook/capped-process.ts';
import type { WorkbookAnswer, WorkbookRequest } from './workbook/read-workbook.ts';
import { type ParseAnswer, type ParseRequest, parseApart } from './xml/index.ts';

/** How untrusted files are taken apart: into CSV files in the folder that is named. */
export interface Parsing {
  workbook(request: WorkbookRequest): Promise<WorkbookAnswer>;
  /** @param file its name and size, by which its time is limited. @throws LoadError where a limit is exceeded */
  xml(request: ParseRequest, file: { readonly name: string; readonly bytes: number }): Promise<ParseAnswer>;
}

/** Each file in a process of its own, which may use so much memory and time and no more. */
export const apart: Parsing = { workbook: readInProcess, xml: parseApart };
