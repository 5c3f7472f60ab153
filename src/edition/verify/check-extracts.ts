import { join } from 'node:path';
import { extractFolder } from '../../warehouse/index.ts';
import { fileHash } from '../folder.ts';
import { extractHash } from '../hashes.ts';
import type { EditionManifest } from '../manifest.ts';
import type { Fault } from './fault.ts';

/** Whether the extracts of an edition are still stored as they were. */
export async function checkExtracts(
  data: string,
  { number, extracts, ...manifest }: EditionManifest,
): Promise<Fault[]> {
  const faults: Fault[] = [];
  const found = (code: Fault['code'], where: string, says: string): void => {
    faults.push({ code, edition: number, where, says });
  };
  for (const extract of extracts) {
    for (const [file, hash] of Object.entries(extract.files)) {
      const where = `${extract.authority}/${extract.id.slice(0, 12)}/${file}`;
      const is = await fileHash(join(extractFolder(data, extract), file)).catch(() => null);
      if (is === null) found('extract-missing', where, 'A table of the extract that it was made from is missing.');
      else if (is !== hash)
        found('extract-changed', where, 'A table of the extract that it was made from has changed.');
    }
  }
  if (extractHash(extracts) !== manifest.extractHash) {
    found('register-differs', 'extractHash', 'The extracts that the manifest names are not those it has the hash of.');
  }
  return faults;
}
