import { open, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';

const noteName = 'extract.yaml';

/** The folder of an upload in which its files are put. It stands in findings as the name of the delivery. */
export const filesFolder = 'files';

/**
 * Sorts the files of an upload into deliveries, as one would name them to the command: each workbook and each XML file is a
 * delivery of its own, since each is a whole return; the others are one, since tables come as files beside one another. A
 * note (extract.yaml) speaks for everything beside it, so with one all files are one delivery.
 *
 * @returns the sources of a load, seen from the folder of the upload
 */
export async function sourcesOf(folder: string): Promise<string[]> {
  const place = join(folder, filesFolder);
  const names = (await readdir(place)).sort();
  const whole: string[] = [];
  for (const name of names) if (name !== filesFolder && (await isWhole(join(place, name)))) whole.push(name);
  if (names.includes(noteName) || whole.length === 0) return [filesFolder];
  for (const name of whole) await rename(join(place, name), join(folder, name));
  return whole.length < names.length ? [filesFolder, ...whole] : whole;
}

/** Whether a file is a workbook (an archive, or the container of before 2007) or XML, by its first bytes. */
async function isWhole(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0);
    const first = buffer.subarray(0, bytesRead);
    if (/^(504b0304|d0cf11e0)/.test(first.toString('hex', 0, 4))) return true;
    return /^[\0\s\u00fe\u00ff\u00ef\u00bb\u00bf]*</.test(first.toString('latin1'));
  } finally {
    await file.close();
  }
}
