import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { openStore, storeAddress } from '../../src/store/index.ts';
import { loadRecords, packIn, type Records } from '../edition/county.ts';
import { scratch } from '../intake/delivery.ts';

const folder = scratch();
const data = join(folder, 'data');
const packFolder = join(folder, 'packs/small');

async function run(...args: string[]) {
  let out = '';
  let told = '';
  const code = await main(args, {
    stdout: (text) => {
      out += text;
    },
    stderr: (text) => {
      told += text;
    },
    now: () => new Date('2025-06-05T10:00:00Z'),
    packsFolder: join(folder, 'packs'),
  });
  return { code, out, told };
}

const task = (id: string, ended: string) => ({ id, person: 'P1', team: 'T1', started: '2025-04-01', ended, hours: 1 });
const records = (...tasks: Records['tasks']): Records => ({ tasks, posts: [], people: 100 });

test('publishes, lists, shows, verifies and restates by command', async () => {
  const { pack } = await packIn(packFolder);
  await loadRecords(data, pack, records(task('K1', '2025-04-05'), task('K2', '2025-04-25')), '2025-04-30');
  const publish = ['publish', 'board', '--data', data, '--pack', packFolder, '--month', '2025-04'];
  expect(await run(...publish)).toMatchObject({ code: 2, told: expect.stringContaining('--by is missing') });
  const by = [...publish, '--by', 'Head of service', '--formats', 'html'];
  expect(await run(...by)).toMatchObject({ code: 0, out: '1\n' });
  const again = await run(...by);
  expect(again.code).toBe(1);
  expect(again.told).toContain('is published as edition 1');
  expect((await run(...by, '--corrects', '1')).told).toContain('--what is missing');

  const list = await run('editions', '--data', data, '--format', 'csv');
  expect(list.out).toMatch(
    /^edition,report.*\n1,board,2025-04,E1,2025-06-05T10:00:00.000Z,Head of service,,,[0-9a-f]{12}\n$/,
  );
  expect((await run('editions', 'show', '1', '--data', data)).out).toContain('signed alone');
  const file = join(folder, 'again.html');
  expect((await run('editions', 'show', '1', '--data', data, '--out', file)).code).toBe(0);
  expect(await readFile(file)).toEqual(await readFile(join(data, 'editions/0001/report.html')));
  expect(await run('editions', 'show', '7', '--data', data)).toMatchObject({ code: 1 });
  expect(await run('verify', '--data', data)).toMatchObject({ code: 0, out: '' });

  await loadRecords(data, pack, records(task('K1', '2025-04-05'), task('K3', '2025-04-06')), '2025-04-30');
  const restated = ['restatements', '--data', data, '--pack', packFolder, '--indicator', 'in-time', '--unit', 'E1'];
  const rows = JSON.parse((await run(...restated, '--format', 'json')).out);
  expect(rows).toMatchObject([
    { edition: 1, published: 50, now: 100, difference: 50, numerator_difference: 1, denominator_difference: 0 },
  ]);
  expect(rows[0].why).toBe(
    '1 case recorded late (numerator +1, denominator +1); 1 case deleted (numerator 0, denominator −1)',
  );
  expect(JSON.stringify(rows)).not.toContain('K3');
  const cases = await run(...restated, '--cases', '--format', 'csv');
  expect(cases.out).toContain('1,in-time,E1,2025-04,K3,recorded-late,records,1,1');
  const store = await openStore(storeAddress(data, undefined), new Date());
  expect((await store.looks.list()).looks).toMatchObject([{ what: 'cases of restatements', who: 'command line' }]);
  await store.close();

  await writeFile(join(data, 'editions/0001/added.txt'), '');
  const found = await run('verify', '--data', data, '1');
  expect(found).toMatchObject({ code: 1, out: expect.stringContaining('edition 1: file-added: added.txt') });
}, 120_000);
