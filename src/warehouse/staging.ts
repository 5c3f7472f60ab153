import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Current, clearUnfinishedCurrent, readCurrent, writeCurrent } from './current.ts';
import { sync, syncFolder } from './durable.ts';
import { extractFolder, manifestsOf } from './extracts.ts';
import { lockFolder } from './lock.ts';
import { type Manifest, sameStandard } from './manifest.ts';
import { Refusal } from './refusal.ts';

/** What became of an extract: published; made current again, being stored already; or already the current one. */
export type Outcome = 'published' | 'restored' | 'unchanged';

/** A load under way: a place to write in, and the one step that makes what was written the current state. */
export interface Staging {
  /** Where temporary files go; swept when the load ends, and by the next load where this one dies. */
  readonly folder: string;
  /** The extracts in force before this load. */
  readonly before: readonly Manifest[];
  /** The folder in which to write the files of an extract. */
  place(name: string): Promise<string>;
  /**
   * Publishes extracts, each written in the place of its source, all at once: a reader sees the state before or the
   * state after, and a process that dies in between leaves the state before.
   *
   * @param beside extracts that are kept and do not become current: returns that a history was made from
   * @throws Refusal source-owned, authority-unusable
   */
  publishExtracts(manifests: readonly Manifest[], beside?: readonly Manifest[]): Promise<Outcome[]>;
  /** The place of a return that is kept beside the current extracts, by the last day of its period. */
  placeBeside(source: string, end: string): Promise<string>;
  close(): Promise<void>;
}

/**
 * Begins a load into a data folder, which is made where there is none.
 *
 * @throws Refusal locked, pack-differs, folder-unreadable
 */
export async function openStaging(data: string, pack: Manifest['pack']): Promise<Staging> {
  await mkdir(data, { recursive: true });
  const unlock = await lockFolder(data);
  try {
    const current = await readCurrent(data);
    if (current && current.pack.id !== pack.id) {
      throw new Refusal(
        'pack-differs',
        `${data} holds data loaded with the pack ${current.pack.id}; load ${pack.id} into another folder`,
      );
    }
    const loading = join(data, 'loading');
    await rm(loading, { recursive: true, force: true });
    await clearUnfinishedCurrent(data);
    const folder = join(loading, String(process.pid));
    await mkdir(folder, { recursive: true });
    const before = current === null ? [] : await manifestsOf(data, current);
    const sweep = async () => {
      await rm(loading, { recursive: true, force: true });
      await unlock();
    };
    return new OpenStaging(data, folder, before, { pack, authorities: current?.authorities ?? {} }, current, sweep);
  } catch (error) {
    await unlock();
    throw error;
  }
}

class OpenStaging implements Staging {
  readonly folder: string;
  readonly before: readonly Manifest[];
  readonly close: () => Promise<void>;
  private readonly data: string;
  private readonly target: Current;
  private readonly current: Current | null;

  constructor(
    data: string,
    folder: string,
    before: readonly Manifest[],
    target: Current,
    current: Current | null,
    close: () => Promise<void>,
  ) {
    this.data = data;
    this.folder = folder;
    this.before = before;
    this.target = target;
    this.current = current;
    this.close = close;
  }

  async place(name: string): Promise<string> {
    const path = join(this.folder, name);
    await mkdir(path, { recursive: true });
    return path;
  }

  placeBeside(source: string, end: string): Promise<string> {
    return this.place(`${source}-to-${end}`);
  }

  async publishExtracts(manifests: readonly Manifest[], beside: readonly Manifest[] = []): Promise<Outcome[]> {
    for (const manifest of [...manifests, ...beside]) this.checkFit(manifest);
    for (const manifest of beside) {
      await this.store(manifest, await this.placeBeside(manifest.source, manifest.period?.to ?? manifest.asAt));
    }
    const authorities = structuredClone(this.target.authorities);
    const outcomes: Outcome[] = [];
    for (const manifest of manifests) {
      const sources = authorities[manifest.authority] ?? {};
      const same = sources[manifest.source] === manifest.id;
      outcomes.push(same ? 'unchanged' : await this.store(manifest, await this.place(manifest.source)));
      authorities[manifest.authority] = { ...sources, [manifest.source]: manifest.id };
    }
    const next = { pack: this.target.pack, authorities };
    if (JSON.stringify(next) !== JSON.stringify(this.current)) await writeCurrent(this.data, next);
    return outcomes;
  }

  /** Moves a finished extract to where it stays. One of the same id has the same content and is left as it is. */
  private async store(manifest: Manifest, written: string): Promise<Outcome> {
    await writeFile(join(written, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
    await syncFolder(written);
    const kept = extractFolder(this.data, manifest);
    await mkdir(dirname(kept), { recursive: true });
    try {
      await rename(written, kept);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error;
      return 'restored';
    }
    await sync(dirname(kept));
    return 'published';
  }

  /** A delivery replaces the one before it only where both are of one standard; a dataset has one owning source. */
  private checkFit({ authority, source, format, tables }: Manifest): void {
    if (!/^[^/\\.\p{Cc}][^/\\\p{Cc}]{0,99}$/u.test(authority)) {
      throw new Refusal(
        'authority-unusable',
        `the authority's code ${JSON.stringify(authority)} cannot name a folder: give another with --authority`,
      );
    }
    for (const other of this.before.filter((manifest) => manifest.authority === authority)) {
      if (other.source === source && !sameStandard(other.format, format)) {
        throw new Refusal(
          'source-owned',
          `${authority} already has ${source} data from the format ${other.format}, which ${format} would replace: load it into another folder`,
        );
      }
      const shared = other.source === source ? undefined : Object.keys(tables).find((id) => id in other.tables);
      if (shared !== undefined) {
        throw new Refusal(
          'source-owned',
          `${shared} of ${authority} already comes from ${other.source} (${other.format}): one dataset has one source`,
        );
      }
    }
  }
}
