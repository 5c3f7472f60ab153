import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { verify } from '../../src/edition/index.ts';
import { checkFiles } from '../../src/edition/verify/check-files.ts';
import { scratch } from '../intake/delivery.ts';
import { loadRecords, packIn, publishBoard, storeOf, versions } from './county.ts';

const folder = scratch();
const data = join(folder, 'data');
const kills = Number(process.env.OUTTURN_PUBLISH_KILLS ?? 12);

/** Lets a process publish until it has told a line of a kind and a moment more, and kills it; gives the last edition it told of. */
async function killed(packFolder: string, after: RegExp, pauseMs: number, steps: number): Promise<number> {
  const child = spawn(
    process.execPath,
    ['--no-warnings', join(import.meta.dirname, 'killed/child.ts'), data, packFolder, String(steps)],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let wrong = '';
  child.stderr.on('data', (text: Buffer) => {
    wrong += text;
  });
  const ended = new Promise<NodeJS.Signals | null>((resolve) => child.once('close', (_, signal) => resolve(signal)));
  let last = 0;
  const enough = new Promise<void>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (/^\d+$/.test(line)) last = Number(line);
      if (after.test(line)) resolve();
    });
  });
  await Promise.race([enough, ended]);
  if (steps > 0) await ended;
  else await setTimeout(pauseMs);
  child.kill('SIGKILL');
  if ((await ended) !== 'SIGKILL') throw new Error(`the process ended by itself: ${wrong}`);
  return last;
}

test('a process killed while it publishes leaves the state before or the state after, and the next one clears up', async () => {
  const packFolder = join(folder, 'packs/small');
  const { pack, layers } = await packIn(packFolder);
  const task = { id: 'K1', person: 'P1', team: 'T1', started: '2025-04-01', ended: '2025-04-05', hours: 1 };
  await loadRecords(data, pack, { tasks: [task], posts: [], people: 100 }, '2025-04-30');
  const left = { staging: 0, unregistered: 0 };
  let state = 7;
  for (let n = 0; n < kills; n++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    // Most moments are of the writing, each of whose steps has its turn; the others are of any.
    const isAny = n % 3 === 0;
    const told = await killed(packFolder, isAny ? /^\d+$/ : /^made$/, (state / 2 ** 32) * 400, isAny ? 0 : n);
    const store = await storeOf(data);
    const entries = await store.editions.list();
    const last = entries.length;
    const names = (await readdir(join(data, 'editions'))).filter((name) => !/\.lock/.test(name));
    const numbers = names.filter((name) => /^\d{4}$/.test(name)).map(Number);
    left.staging += names.filter((name) => name.startsWith('staging-')).length;
    left.unregistered += numbers.includes(last + 1) ? 1 : 0;
    expect(await store.editions.verify()).toBe(null);
    expect(last).toBeGreaterThanOrEqual(told);
    expect(numbers.filter((number) => number <= last).length).toBe(last);
    expect(numbers.filter((number) => number > last + 1)).toEqual([]);
    const newest = entries.slice(-2);
    for (const entry of newest) {
      const before = entries[entry.number - 2]?.contentHash ?? '0'.repeat(64);
      expect((await checkFiles(data, entry, before)).faults).toEqual([]);
    }
    await store.close();
  }
  const store = await storeOf(data);
  const edition = (await store.editions.next()) - 1;
  const corrects = { edition, what: 'Nothing', why: 'To end with' };
  await publishBoard({ data, store, pack, layers, month: '2025-04', formats: {}, ...(edition > 0 && { corrects }) });
  const names = await readdir(join(data, 'editions'));
  expect(names.filter((name) => !/^\d{4}$/.test(name) && name !== 'set-aside')).toEqual([]);
  const result = await verify({ data, store, numbers: [edition + 1], formats: {}, renderers: versions.renderers });
  expect(result.faults).toEqual([]);
  await store.close();
  // Some kills must have been in the midst of writing, or the test shows nothing.
  expect(left.staging + left.unregistered).toBeGreaterThan(kills / 10);
}, 400_000);
