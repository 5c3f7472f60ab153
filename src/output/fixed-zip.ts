import { type Zippable, zipSync } from 'fflate';

/** The first moment a zip can tell, by the clock of the machine, because that is what the format writes. */
const fixed = (): Date => new Date(1980, 0, 1);

/** Files by their paths as a zip archive: same files, same bytes, at whatever time and place. */
export function fixedZip(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const entries: Zippable = {};
  for (const [path, content] of Object.entries(files)) {
    entries[path] = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  }
  return zipSync(entries, { mtime: fixed(), level: 6 });
}
