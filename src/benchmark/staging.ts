import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { clearUnfinished, lockFolder, replaceFile, sync, syncFolder } from '../warehouse/index.ts';
import { benchmarksFolder, type Catalogue, catalogueFile, readCatalogue, releaseFolder } from './catalogue.ts';

/** A load of published statistics under way. Nothing of it can be seen before publish has ended. */
export interface BenchmarkStaging {
  /** Swept when the load ends, and by the next load where this one dies. */
  readonly folder: string;
  readonly before: Catalogue;
  /** The folder in which the files of a release are written. */
  place(id: string): Promise<string>;
  /** Moves the releases to where they stay, then puts the catalogue that names them in force. */
  publish(ids: readonly string[], catalogue: Catalogue): Promise<void>;
  close(): Promise<void>;
}

/** @throws Refusal locked, folder-unreadable */
export async function openBenchmarkStaging(data: string): Promise<BenchmarkStaging> {
  const home = benchmarksFolder(data);
  await mkdir(join(home, 'releases'), { recursive: true });
  const unlock = await lockFolder(home);
  const folder = join(home, 'loading');
  const close = async () => {
    await rm(folder, { recursive: true, force: true });
    await unlock();
  };
  try {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder);
    await clearUnfinished(catalogueFile(data));
    const before = await readCatalogue(data);
    return {
      folder,
      before,
      close,
      async place(id) {
        const path = join(folder, id);
        await mkdir(path, { recursive: true });
        return path;
      },
      async publish(ids, catalogue) {
        for (const id of ids) await store(join(folder, id), releaseFolder(data, id), catalogue, id);
        await sync(join(home, 'releases'));
        await replaceFile(catalogueFile(data), `${JSON.stringify(catalogue, null, 2)}\n`);
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function store(written: string, kept: string, { releases }: Catalogue, id: string): Promise<void> {
  await writeFile(
    join(written, 'release.json'),
    `${JSON.stringify(
      releases.find((release) => release.id === id),
      null,
      2,
    )}\n`,
  );
  await syncFolder(written);
  // A folder of this name was left by a load that died before its catalogue: no reader knows it.
  await rm(kept, { recursive: true, force: true });
  await rename(written, kept);
}
