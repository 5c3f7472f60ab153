import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Claim, Delivery } from './format.ts';
import { isWorkbook } from './workbook/expand.ts';

/** How many folders are looked into, and how many are named. */
const lookedInto = 100;
const named = 10;

/** What the formats take of a delivery. */
type Recognise = (delivery: Delivery) => Promise<readonly Claim[]>;

/**
 * What to say of a folder whose own files are no delivery, where folders inside it look like deliveries: which, and how to
 * load them; null where none does. Workbooks are not opened for it.
 */
export async function folderAdvice({ source, folders }: Delivery, recognise: Recognise): Promise<string | null> {
  const likely: { path: string; what: string }[] = [];
  for (const folder of folders.slice(0, lookedInto)) {
    const path = join(source, folder);
    const names = await fileNames(path);
    const files = names.map((name) => ({ name, path: join(path, name) }));
    const claims = await recognise({ source: path, files, folders: [] });
    const workbooks = names.filter(isWorkbook).length;
    const parquet = names.filter((name) => /\.parquet$/i.test(name)).length;
    if (claims[0]) likely.push({ path, what: told(claims) });
    else if (parquet > 0) likely.push({ path, what: counted(parquet, 'Parquet file') });
    else if (workbooks > 0) likely.push({ path, what: counted(workbooks, 'workbook') });
  }
  if (likely.length === 0) return null;
  const shown = likely.slice(0, named);
  const list = shown.map(({ path, what }) => `  ${path} (${what})`);
  if (likely.length > named) list.push(`  and ${likely.length - named} more`);
  return `${source}: folders inside a delivery are not read, and it has no file of its own to load. These folders in it look like deliveries; give the one that is meant, or several that belong together, instead of ${source}:\n${list.join('\n')}`;
}

const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`;

function told([first, ...others]: readonly Claim[]): string {
  const what = `${first?.file.name}: ${first?.takenFor}`;
  return others.length === 0 ? what : `${what}; and ${counted(others.length, 'file')} more`;
}

async function fileNames(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.flatMap((entry) => (entry.isFile() && !entry.name.startsWith('.') ? [entry.name] : [])).sort();
}
