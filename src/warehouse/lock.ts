import { link, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { Refusal } from './refusal.ts';

/** What a folder is taken for: the file that says so, and what whoever holds it is doing. */
export interface Purpose {
  readonly file: string;
  readonly doing: string;
}

const loading: Purpose = { file: 'load.lock', doing: 'is loading into this folder' };

/** Who holds a lock. The start of the process tells it from a later one with the same number. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly started: string | null;
}

/**
 * Takes a folder for one load, or for other work that one process at a time may do; the promise gives the function that
 * lets go of it. A lock whose process is gone is taken over; one of another machine is left alone, because nothing here
 * can tell whether it still runs.
 *
 * @throws Refusal locked
 */
export async function lockFolder(data: string, purpose: Purpose = loading): Promise<() => Promise<void>> {
  const path = join(data, purpose.file);
  const mine: Holder = { pid: process.pid, host: hostname(), started: await startOf(process.pid) };
  for (let attempt = 0; attempt < 3; attempt++) {
    if (await create(path, mine)) {
      await clearDrafts(path);
      return () => rm(path, { force: true });
    }
    const text = await readFile(path, 'utf8').catch(() => null);
    if (text === null) continue;
    const holder = parseHolder(text);
    if (holder === null || (await isAlive(holder))) throw busy(path, holder, purpose);
    await setAside(path, text);
  }
  throw busy(path, null, purpose);
}

/** Makes the lock with its content in one step; false where there is one already. */
async function create(path: string, holder: Holder): Promise<boolean> {
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, JSON.stringify(holder));
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    // It is there already, or the draft was taken for that of a process that is gone.
    if (['EEXIST', 'ENOENT'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** How old a draft is that nobody can still be writing. */
const oldMs = 60_000;

/** Deletes what processes left that died while they took the lock. */
async function clearDrafts(path: string): Promise<void> {
  const name = basename(path);
  for (const other of await readdir(dirname(path))) {
    if (!other.startsWith(`${name}.`) || !/^(dead\.)?\d+$/.test(other.slice(name.length + 1))) continue;
    const draft = join(dirname(path), other);
    const text = await readFile(draft, 'utf8').catch(() => null);
    const written = await stat(draft).catch(() => null);
    if (text === null || written === null) continue;
    const holder = parseHolder(text);
    const isGone = holder ? !(await isAlive(holder)) : Date.now() - written.mtimeMs > oldMs;
    if (isGone) await rm(draft, { force: true });
  }
}

/** Takes a dead lock out of the way, unless somebody else did so and has put a live one in its place. */
async function setAside(path: string, deadText: string): Promise<void> {
  const aside = `${path}.dead.${process.pid}`;
  const moved = await rename(path, aside).then(
    () => true,
    () => false,
  );
  if (!moved) return;
  if ((await readFile(aside, 'utf8')) !== deadText) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
}

function parseHolder(text: string): Holder | null {
  try {
    const { pid, host, started } = JSON.parse(text) as Partial<Holder>;
    return typeof pid === 'number' && typeof host === 'string' ? { pid, host, started: started ?? null } : null;
  } catch {
    return null;
  }
}

async function isAlive(holder: Holder): Promise<boolean> {
  if (holder.host !== hostname()) return true;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return holder.started === null || holder.started === (await startOf(holder.pid));
}

/** When a process started, in the kernel's ticks; null where the machine does not say. */
async function startOf(pid: number): Promise<string | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  // The second field is the command in brackets and may hold spaces; the start is the 20th after it.
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
}

function busy(path: string, holder: Holder | null, { doing }: Purpose): Refusal {
  const who = holder ? `process ${holder.pid} on ${holder.host}` : 'another process';
  return new Refusal('locked', `${who} ${doing}; if it is not, delete ${path}`);
}
