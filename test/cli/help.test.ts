import { expect, test } from 'vitest';
import { meaningOf, optionsOf } from '../../src/cli/help.ts';
import { commands, main } from '../../src/cli/main.ts';

async function help(command: string): Promise<string> {
  let told = '';
  const stdout = (text: string) => {
    told += text;
  };
  const code = await main([command, '--help'], { stdout, stderr: stdout, now: () => new Date(0), packsFolder: '' });
  expect(code).toBe(0);
  return told;
}

test.each(commands.map((command) => [command.name, command] as const))(
  '%s has a line for each option',
  async (name, command) => {
    const lines = (await help(name)).split('\n');
    for (const [option, value] of optionsOf(command)) {
      expect([option, meaningOf(command, option)]).not.toEqual([option, '']);
      const own = lines.filter((line) => line.startsWith(`  --${option}${value} `));
      expect([option, own.length]).toEqual([option, 1]);
      expect(own[0]).toContain(meaningOf(command, option));
    }
  },
);

test('the options are those of the call, each with what follows it', () => {
  const usage =
    'x show --data DIR [--compare A B] [--open-cases]\n  outturn x load [--unit CODE]... [--set ID [--port 3000]] FILE...';
  expect([...optionsOf({ usage })]).toEqual([
    ['data', ' DIR'],
    ['compare', ' A B'],
    ['open-cases', ''],
    ['unit', ' CODE'],
    ['set', ' ID'],
    ['port', ' 3000'],
  ]);
});

test('load names every kind of file that it takes', async () => {
  const told = await help('load');
  for (const kind of [
    'Parquet',
    'SSDA903',
    'children in need census',
    'Annex A',
    'mapping',
    'by hand',
    'units',
    'population',
  ])
    expect(told).toContain(kind);
});
