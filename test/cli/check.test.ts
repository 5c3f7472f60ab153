import { join } from 'node:path';
import { expect, test } from 'vitest';
import { check } from '../../src/cli/check.ts';
import { CallError } from '../../src/cli/command.ts';

async function run(...args: string[]): Promise<{ code: number; told: string }> {
  let told = '';
  const code = await check.run(args, {
    stdout: (text) => {
      told += text;
    },
    stderr: () => {},
    now: () => new Date(0),
    packsFolder: join(import.meta.dirname, '../pack/golden'),
  });
  return { code, told };
}

test('a pack in order is told with what it holds', async () => {
  expect(await run('good')).toEqual({
    code: 0,
    told: 'ok: A small authority 1.0.0 holds 4 datasets, 2 views, 2 indicators, 2 targets, 3 unit rows, 1 report\n',
  });
});

test('a pack at fault is told line by line and counted, and ends with 1', async () => {
  const { code, told } = await run('two-roots');
  expect(code).toBe(1);
  expect(told).toMatch(/two-roots\/units\.csv:3:19 unit-roots .*\n1 error\n$/);
  expect((await run('no-such-pack')).code).toBe(1);
});

test('a call at fault', async () => {
  await expect(run()).rejects.toThrow(CallError);
  await expect(run('good', 'two-roots')).rejects.toThrow('two-roots');
  await expect(run('--strict', 'good')).rejects.toThrow('--strict');
});
