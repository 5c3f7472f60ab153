import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Files in a folder by a name that says what they hold, never changed, and together no larger than a limit: what has not
 * been asked for the longest goes first. What an earlier run left is removed, for another version may have made it.
 */
export class KeptFiles {
  private readonly folder: string;
  private readonly limit: number;
  /** Sizes in bytes, the one asked for last at the end. */
  private readonly sizes = new Map<string, number>();
  private ready: Promise<void> | null = null;

  /** @param limit of all files together, in bytes */
  constructor(folder: string, limit: number) {
    this.folder = folder;
    this.limit = limit;
  }

  /** How large a file is, in bytes; null where it is not kept. */
  size(name: string): number | null {
    return this.sizes.get(name) ?? null;
  }

  /** The content of a file; null where it is not kept, or somebody has removed it. */
  async read(name: string): Promise<Uint8Array | null> {
    const size = this.sizes.get(name);
    if (size === undefined) return null;
    this.sizes.delete(name);
    const content = await readFile(join(this.folder, name)).catch(() => null);
    // One that was cut short by a full disk or by hand is no longer the file.
    if (content?.byteLength !== size) return null;
    this.sizes.set(name, size);
    return content;
  }

  /** Keeps a file, whole or not at all; one that is larger than the limit is not kept. */
  async keep(name: string, content: Uint8Array): Promise<void> {
    if (content.byteLength > this.limit) return;
    this.ready ??= rm(this.folder, { recursive: true, force: true });
    await this.ready;
    // Somebody may have cleared the folder meanwhile.
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const file = join(this.folder, name);
    try {
      await writeFile(`${file}.new`, content, { mode: 0o600 });
      await rename(`${file}.new`, file);
    } catch (error) {
      await rm(`${file}.new`, { force: true });
      throw error;
    }
    this.sizes.delete(name);
    this.sizes.set(name, content.byteLength);
    await this.makeRoom();
  }

  private async makeRoom(): Promise<void> {
    let total = this.sizes.values().reduce((sum, size) => sum + size, 0);
    for (const [name, size] of [...this.sizes]) {
      if (total <= this.limit) return;
      this.sizes.delete(name);
      total -= size;
      await rm(join(this.folder, name), { force: true });
    }
  }
}
