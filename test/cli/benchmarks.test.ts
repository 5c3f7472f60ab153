import { join } from 'node:path';
import { expect, test } from 'vitest';
import { benchmarks } from '../../src/cli/benchmarks.ts';
import { CallError, type Effects, InputError } from '../../src/cli/command.ts';
import { files, temporaryFolder, textOf, write } from '../benchmark/published.ts';

async function run(...args: string[]) {
  const out: string[] = [];
  const errors: string[] = [];
  const effects: Effects = {
    stdout: (text) => void out.push(text),
    stderr: (text) => void errors.push(text),
    now: () => new Date('2025-10-20T12:00:00Z'),
    packsFolder: join(import.meta.dirname, '..', '..', 'packs'),
  };
  const code = await benchmarks.run(args, effects);
  return { code, out: out.join(''), errors: errors.join('') };
}

test('load tells what each file was taken for, what was renamed and restated; show prints comparators with their period', async () => {
  const data = temporaryFolder();
  const releases = files(
    'c1_children_in_need_referrals_and_rereferrals_2013_to_2024',
    'c1_children_in_need_referrals_and_rereferrals_2013_to_2025',
  );
  const loaded = await run('load', '--data', data, '--pack', 'childrens-services', ...releases, ...files('sn_model'));
  expect(loaded.code).toBe(0);
  expect(loaded.errors).toContain(
    'sn_model_2025_wide.csv: taken for a model of statistical neighbours, because it has the columns old_la_code, SN_1 to SN_10',
  );
  expect(loaded.errors).toContain('  renamed: Re_referrals_percent is now rereferral_percent\n');
  expect(loaded.errors).toContain('    Barnet, 2024: 0 became u\n');
  expect(loaded.errors).toContain('cla-rate: no loaded table has rate_per_10000');
  const call = ['show', '--data', data, '--pack', 'childrens-services', '--authority', 'E10000016'];
  const shown = await run(...call, '--indicator', 're-referrals', '--month', '2025-03');
  expect(shown.out.split('\n').slice(0, 2)).toEqual([
    'indicator,group,label,period,value,state,numerator,denominator,change,n,of,release,like_for_like,note',
    're-referrals,own,"Kent, as published",year ending 31 March 2025,21.6,value,5194,24035,-1.7,,,c1_children_in_need_referrals_and_rereferrals_2013_to_2025 (to 2025),yes,',
  ]);
  expect(shown.out).toContain(
    're-referrals,neighbours-mean,Mean of statistical neighbours (2025 model),year ending 31 March 2025,20.45,value,,,,10,10,',
  );
  // Without a month, today's: April to October is not a full year.
  const today: unknown = JSON.parse((await run(...call, '--format', 'json')).out);
  expect(today).toContainEqual(
    expect.objectContaining({ indicator: 're-referrals', group: 'england', like_for_like: false }),
  );
});

test('a fault is told with its line and ends the call; so does a call that asks for nothing', async () => {
  const data = temporaryFolder();
  const wrong = write(
    'wrong.csv',
    textOf('csww_').replace(/,[^,\n]*\n2025,Reporting year,Regional/, ',n/a\n2025,Reporting year,Regional'),
  );
  const fault = await run('load', '--data', data, wrong).catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(InputError);
  expect(String(fault)).toContain('wrong.csv, line 2, column absence_rate_fte: "n/a"');
  const nothing = run('show', '--data', data, '--pack', 'childrens-services', '--authority', '886');
  await expect(nothing).rejects.toThrow(`No published statistics are loaded in ${data}`);
  await expect(run('load', '--data', data)).rejects.toThrow(CallError);
  await expect(run('list')).rejects.toThrow('list: one of load, show');
});
