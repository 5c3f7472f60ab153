import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { clearUnfinished, replaceFile } from './durable.ts';
import { Refusal } from './refusal.ts';

const currentSchema = z.strictObject({
  /** The pack this data folder is bound to. */
  pack: z.strictObject({ id: z.string(), version: z.string() }),
  /** Authority to source to extract. */
  authorities: z.record(z.string(), z.record(z.string(), z.string())),
});

/** Which extract of each authority and source is in force, and the pack that the data folder is bound to. */
export type Current = Readonly<z.output<typeof currentSchema>>;

const fileName = 'current.json';

/** Reads what is in force; null in a folder that nothing has been loaded into. */
export async function readCurrent(data: string): Promise<Current | null> {
  const path = join(data, fileName);
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  const read = currentSchema.safeParse(parseJson(text));
  if (!read.success) throw new Refusal('folder-unreadable', `${path} is not what outturn wrote there`);
  return read.data;
}

/** Puts another set of extracts in force, at once for every reader. */
export function writeCurrent(data: string, current: Current): Promise<void> {
  return replaceFile(join(data, fileName), `${JSON.stringify(current, null, 2)}\n`);
}

/** Clears what a load that died left of it. Only the holder of the folder's lock may call it. */
export const clearUnfinishedCurrent = (data: string): Promise<void> => clearUnfinished(join(data, fileName));

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
