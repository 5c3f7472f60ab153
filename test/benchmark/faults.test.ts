import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BenchmarkRefusal, readCatalogue } from '../../src/benchmark/index.ts';
import { readCell, symbols } from '../../src/benchmark/symbols.ts';
import { files, loaded, temporaryFolder, textOf, write } from './published.ts';

const good = textOf('c1_children_in_need_referrals_and_rereferrals_2013_to_2025');

/** The file with one line changed; the header is line 1. */
function withLine(number: number, change: (line: string) => string): string {
  return good
    .split('\n')
    .map((line, index) => (index === number - 1 ? change(line) : line))
    .join('\n');
}

/** What is said of a file that cannot be taken, after seeing that nothing of its load was stored. */
async function refusal(text: string, name = 'wrong.csv'): Promise<string> {
  const data = temporaryFolder();
  const error = await loaded(data, [...files('sn_model'), write(name, text)]).catch((found: unknown) => found);
  expect(error).toBeInstanceOf(BenchmarkRefusal);
  expect((await readCatalogue(data)).releases).toEqual([]);
  const home = join(data, 'benchmarks');
  const left = readdirSync(data).length === 0 ? [] : readdirSync(home, { recursive: true }).map(String);
  expect(left.filter((path) => path !== 'releases')).toEqual([]);
  return error instanceof Error ? error.message : '';
}

describe('a file that cannot be taken is refused with its line, and nothing is stored', () => {
  test.each(['n/a', '*', '1,234', '12%', '-', 'NULL', 'cc', '1e3'])('an unknown symbol: %s', async (symbol) => {
    const said = await refusal(withLine(20, (line) => line.replace(/,[^,]*$/, `,"${symbol}"`)));
    expect(said).toContain(`wrong.csv, line 20, column rereferral_child_percent: ${JSON.stringify(symbol)}`);
    expect(said).toContain('(symbol-unknown)');
  });

  test.each(['time_identifier', 'geographic_level', 'new_la_code', 'old_la_code', 'region_code', 'la_name'])(
    'a missing column: %s',
    async (column) => {
      const at = good.split('\n')[0]?.split(',').indexOf(column) ?? -1;
      const rows = good
        .trim()
        .split('\n')
        .filter((line) => !line.includes('"'));
      const said = await refusal(rows.map((line) => line.split(',').toSpliced(at, 1).join(',')).join('\n'));
      expect(said).toContain(`wrong.csv, line 1, column ${column}`);
      expect(said).toContain('(column-missing)');
    },
  );

  test('two rows about the same', async () => {
    const line = good.split('\n')[29] ?? '';
    const said = await refusal(`${good.trimEnd()}\n${line.replace(/,[^,]*$/, ',1.1')}\n`);
    expect(said).toMatch(/line 2134: lines 30 and 2134 are both about \w+ in 2025 .*\(row-twice\)/);
  });

  test.each([
    ['a period that is none', (line: string) => line.replace(/^2025/, '20252'), 'time_period', 'period-unreadable'],
    ['a year that spans none', (line: string) => line.replace(/^2025/, '202528'), 'time_period', 'period-unreadable'],
    [
      'a name for a code',
      (line: string) => line.replace(/E0\d{7},(?=[A-Z])/, 'Unknown,'),
      'new_la_code',
      'code-unreadable',
    ],
  ])('%s', async (_, change, column, code) => {
    const said = await refusal(withLine(40, change));
    expect(said).toMatch(new RegExp(`line 40, column ${column}: .*\\(${code}\\)`));
  });

  test('a row with a cell too few, one too many', async () => {
    expect(await refusal(withLine(7, (line) => line.replace(/,[^,]*$/, '')))).toContain(
      'line 7: the row has 20 cells and the header 21 (row-length)',
    );
    expect(await refusal(withLine(7, (line) => `${line},1`))).toContain('the row has 22 cells');
  });

  test('two columns of one name, an empty file, a file of another kind, no file', async () => {
    expect(await refusal(withLine(1, (line) => line.replace('rereferral_percent', 'rereferral_count')))).toContain(
      '(column-twice)',
    );
    expect(await refusal('')).toContain('the file is empty');
    expect(await refusal('name,age\nx,1\n')).toContain('(file-kind-unknown)');
    await expect(loaded(temporaryFolder(), ['/nowhere/c1.csv'])).rejects.toThrow('there is no file /nowhere/c1.csv');
  });

  test('a neighbour that is no code, and an authority with two models', async () => {
    const model = textOf('sn_model').split('\n');
    const wrong = model.map((line, index) => (index === 1 ? line.replace(',308,', ',Kent,') : line)).join('\n');
    expect(await refusal(wrong)).toContain('line 2, column SN_1: "Kent"');
    expect(await refusal([...model.filter((line) => line !== ''), model[1]].join('\n'))).toContain(
      '301 stands on line 2 too',
    );
  });
});

test('lines are right where a cell holds a line break', async () => {
  const name = withLine(5, (line) => line.replace('Referrals and Re-referrals', '"Referrals and\nRe-referrals"'));
  const lines = name.split('\n');
  const said = await refusal(
    lines.map((line, index) => (index === 20 ? line.replace(/,[^,]*$/, ',?') : line)).join('\n'),
  );
  expect(said).toContain('line 21, column rereferral_child_percent: "?"');
});

describe('cells', () => {
  test('a symbol is a state and never a number', () => {
    expect(Object.keys(symbols).toSorted()).toEqual([':', 'c', 'k', 'low', 'u', 'x', 'z', '~']);
    for (const symbol of Object.keys(symbols)) {
      expect(readCell(symbol)).toMatchObject({ value: null, text: symbol });
      expect(readCell(symbol)?.state).not.toBe('value');
    }
  });

  test('a text is a number, a known symbol, blank, or an error', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ maxLength: 4 }), fc.double({ noNaN: true, noDefaultInfinity: true }).map(String)),
        (text) => {
          const cell = readCell(text);
          const plain = text.trim();
          const isNumber = /^-?\d*\.?\d+$/.test(plain);
          if (isNumber) expect(cell).toMatchObject({ state: 'value', value: Number(plain) });
          else if (plain === '') expect(cell).toMatchObject({ state: 'blank', value: null });
          else if (plain.toLowerCase() in symbols) expect(cell?.value).toBeNull();
          else expect(cell).toBeNull();
        },
      ),
    );
  });
});
