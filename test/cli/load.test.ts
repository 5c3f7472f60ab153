import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inWords } from '../../src/cli/load-progress.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const script = `import { load } from '${root}src/cli/load.ts';
  const effects = { stdout() {}, stderr: (text) => process.stderr.write(text), now: () => new Date(), packsFolder: '${root}packs' };
  process.exitCode = await load.run(process.argv.slice(1), effects);`;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outturn-load-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs the command in a process of its own; `heard` is given what it has said so far, whenever it says something. */
async function loadApart(source: string, heard: (said: string, pid: number) => void = () => undefined) {
  const args = ['--data', join(folder, 'data'), '--pack', 'childrens-services', '--authority', 'X1', source];
  const child = spawn(process.execPath, ['--no-warnings', '--input-type=module', '-e', script, '--', ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    heard(said, child.pid ?? 0);
  });
  const [code] = await once(child, 'close');
  return { code: code as number | null, said };
}

async function delivery(name: string, people: number): Promise<string> {
  const to = join(folder, name);
  await mkdir(to, { recursive: true });
  const rows = Array.from({ length: people }, (_, at) => `P${at},${at % 2 ? 'M' : 'F'},2015-0${(at % 9) + 1}-11\n`);
  await writeFile(join(to, 'ssd_person.csv'), `pers_person_id,pers_sex,pers_dob\n${rows.join('')}`);
  return to;
}

it('is told how far it is, and ended by Ctrl-C leaves everything as it was', async () => {
  const first = await loadApart(await delivery('first', 10));
  expect(first.code).toBe(0);
  expect(first.said).toMatch(/^Reading: 0% of the load$/m);
  expect(first.said).toMatch(/^Writing: 70% of the load/m);
  const state = async () => ({
    files: (await readdir(join(folder, 'data'), { recursive: true })).toSorted(),
    current: await readFile(join(folder, 'data', 'current.json'), 'utf8'),
  });
  const before = await state();
  let interrupted = false;
  const second = await loadApart(await delivery('second', 400_000), (said, pid) => {
    if (interrupted || !said.includes('Reading:')) return;
    interrupted = true;
    process.kill(pid, 'SIGINT');
  });
  expect(second.said).toContain('Stopped: nothing of this was loaded');
  expect(second.code).toBe(130);
  expect(await state()).toEqual(before);
  // The folder is not locked, and the same load goes through.
  const third = await loadApart(join(folder, 'second'));
  expect([third.code, third.said]).toEqual([0, expect.stringContaining('ssd_person: 400000 rows')]);
});

it('says the step, the rows and the time left, where they are known', () => {
  expect(inWords({ stage: 'reading', part: 0.5, rows: 1_234_567 }, 7_000)).toBe(
    'Reading: 35% of the load, 1,234,567 rows so far, about 20 seconds left',
  );
  expect(inWords({ stage: 'checking', part: 0, rows: null }, 1_000)).toBe('Checking: 90% of the load');
});
