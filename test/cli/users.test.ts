import { afterAll, expect, test } from 'vitest';
import { isPassword } from '../../src/access/index.ts';
import { main } from '../../src/cli/main.ts';
import { openStore, storeAddress } from '../../src/store/index.ts';
import { scratch } from '../intake/delivery.ts';

const data = `${scratch()}/data`;
const now = new Date('2026-11-04T10:00:00Z');
afterAll(() => {
  delete process.env.OUTTURN_TEST_PASSWORD;
});

async function run(...args: string[]) {
  const said = { out: '', told: '' };
  const effects = {
    stdout: (text: string) => {
      said.out += text;
    },
    stderr: (text: string) => {
      said.told += text;
    },
    now: () => now,
    packsFolder: '',
  };
  return { code: await main(['users', ...args, '--data', data], effects), ...said };
}

test('the first administrator is made from the command line, and what is wrong is said in a line', async () => {
  const jo = ['--email', 'jo@council.example', '--name', 'Jo Kestrel', '--post', 'Administrator'];
  const added = await run('add', ...jo, '--role', 'administrator');
  expect(added).toMatchObject({ code: 0, out: expect.stringMatching(/^[a-z2-9]{5}(-[a-z2-9]{5}){3}\n$/) });
  expect(await run('add', ...jo)).toMatchObject({ code: 1, told: expect.stringContaining('already') });
  expect(await run('add', ...jo, '--role', 'king')).toMatchObject({ code: 2 });
  expect(await run('grant', '--email', 'no@x', '--role', 'reader')).toMatchObject({ code: 1 });
  expect(await run('grant', '--email', 'jo@council.example', '--role', 'reader', '--from', 'x')).toMatchObject({
    code: 2,
  });
  await run('grant', '--email', 'jo@council.example', '--role', 'reader', '--unit', 'D1', '--to', '2026-12-31');
  expect(await run('revoke', '--grant', '2')).toMatchObject({ code: 0 });
  process.env.OUTTURN_TEST_PASSWORD = 'Password1234';
  const weak = await run('reset', '--email', 'jo@council.example', '--password-in', 'OUTTURN_TEST_PASSWORD');
  expect(weak).toMatchObject({ code: 1, told: expect.stringContaining('too easy to guess') });
  const listed = await run('list', '--format', 'csv');
  expect(listed.out).toMatch(/Jo Kestrel,Administrator,jo@council.example,active,1,administrator,\*,2026-11-04,\n/);
  expect(listed.out).toMatch(/,2,reader,D1,2026-11-04,2026-11-03\n/);
  await run('disable', '--email', 'jo@council.example');

  const store = await openStore(storeAddress(data, undefined), now);
  const person = await store.people.byEmail('jo@council.example');
  expect(person?.state).toBe('disabled');
  const account = await store.accounts.at(person?.id ?? '');
  expect(account?.temporary).toBe(true);
  expect(await isPassword(added.out.trim(), account?.hash ?? null)).toBe(true);
  await store.close();
  expect(await run('demo')).toMatchObject({ code: 1, told: expect.stringContaining('synthetic data alone') });
  expect(await run('dance')).toMatchObject({ code: 2 });
});
