import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { CallError, type Effects } from '../../src/cli/command.ts';
import { demo } from '../../src/cli/demo.ts';

const root = mkdtempSync(join(tmpdir(), 'outturn-command-'));
afterAll(() => rmSync(root, { recursive: true }));

function effects(): { effects: Effects; out: () => string; err: () => string } {
  let out = '';
  let err = '';
  return {
    effects: {
      stdout: (text) => {
        out += text;
      },
      stderr: (text) => {
        err += text;
      },
      now: () => {
        throw new Error('The demo reads no clock.');
      },
      packsFolder: '',
    },
    out: () => out,
    err: () => err,
  };
}

describe('outturn demo', () => {
  it('writes the folder, names it on stdout and tells its progress on stderr', async () => {
    const folder = join(root, 'county');
    const told = effects();
    expect(await demo.run(['--out', folder, '--population', '2000', '--to', '2026-03'], told.effects)).toBe(0);
    expect(told.out()).toBe(`${folder}\n`);
    expect(told.err()).toMatch(
      /Wealdshire: 2026\n[\s\S]*X10000001: \d+ rows in 55 tables, .* defects put in on purpose\n$/,
    );
    expect(readdirSync(folder)).toContain('extract.yaml');
  });

  it('writes the service that another pack is for', async () => {
    const folder = join(root, 'agency');
    const told = effects();
    const call = ['--pack', 'family-court', '--out', folder, '--population', '100000', '--to', '2026-07'];
    expect(await demo.run(call, told.effects)).toBe(0);
    expect(told.out()).toBe(`${folder}\n`);
    expect(told.err()).toMatch(/X20000001: \d+ rows in 10 tables, .* defects put in on purpose\n$/);
    expect(readdirSync(folder)).toContain('survey_answers.csv');
  });

  it.each([
    [['--out', root, '--pack', 'kent'], '--pack kent: one of demo, family-court'],
    [['--out', root, '--pack', 'family-court', '--authorities', '2'], '--authorities 2: of family-court there is one'],
    [['--out', root, '--pack', 'family-court', '--population', '5000'], '--population 5000: at least 100000'],
    [['--population', '5000'], '--out'],
    [['--out', root, '--to', '2026-13'], '--to 2026-13'],
    [['--out', root, '--population', '10'], '--population 10'],
    [['--out', root, '--seed', 'x'], '--seed x'],
    [['--out', root, '--colour'], '--colour'],
  ])('says what is wrong with the call %j', async (args, said) => {
    const run = demo.run(args, effects().effects);
    await expect(run).rejects.toThrow(CallError);
    await expect(run).rejects.toThrow(said);
  });
});
