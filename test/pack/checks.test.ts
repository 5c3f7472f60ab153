import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readPack } from '../../src/pack/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'outturn-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const people = `id: people
title: People
source: ssd
key: [id]
columns:
  id: { type: id, personal: true }
  born: { type: date }
  due: { type: date, planned: true }
  mother: { type: id, references: people.id }
`;
const head = 'id: born-late\ntitle: Born late\nsays: Born after the mother died\nremedy: Correct it.\n';

/** The pack with one check, and what is wrong with it as code and place. */
async function withCheck(text: string) {
  const pack = join(folder, 'p');
  await mkdir(join(pack, 'datasets'), { recursive: true });
  await mkdir(join(pack, 'checks'), { recursive: true });
  await writeFile(join(pack, 'pack.yaml'), 'id: p\ntitle: P\nversion: 1.0.0\n');
  await writeFile(join(pack, 'datasets/people.yaml'), people);
  await writeFile(join(pack, 'checks/born-late.yaml'), head + text);
  const read = await readPack(pack, { packsFolder: folder });
  return {
    check: read.pack?.checks.get('born-late'),
    wrong: read.diagnostics.map(({ code, line, column, found }) => [code, line, column, found]),
  };
}

test('a check knows the columns that its condition reads', async () => {
  const { check, wrong } = await withCheck(
    'on:\n  - dataset: people\n    columns: [born]\n    where: this.born > as_at or exists (select 1 from people m where m.id = this.mother)\n',
  );
  expect(wrong).toEqual([]);
  expect(check?.severity).toBe('suspicious');
  expect(check?.on.map(({ needs }) => [...needs].map(([name, columns]) => [name, [...columns].toSorted()]))).toEqual([
    [['people', ['born', 'id', 'mother']]],
  ]);
});

test('each is written out: references by the column they point at, dates that are not planned', async () => {
  const { check } = await withCheck('each: reference\n');
  expect(check?.on.map(({ dataset, columns }) => [dataset, columns])).toEqual([['people', ['mother']]]);
  const dates = (await withCheck('each: date\n')).check;
  expect(dates?.on.map(({ columns }) => columns)).toEqual([['born']]);
});

test('what is wrong with a check is told at its place', async () => {
  const on = (dataset: string, column: string, where: string) =>
    `on:\n  - dataset: ${dataset}\n    columns: [${column}]\n    where: ${where}\n`;
  expect((await withCheck('')).wrong).toEqual([['check-form', 1, 5, null]]);
  expect((await withCheck(`each: date\n${on('people', 'born', 'born > as_at')}`)).wrong).toEqual([
    ['check-form', 1, 5, null],
  ]);
  expect((await withCheck(on('person', 'born', 'born is null'))).wrong).toEqual([
    ['unknown-relation', 6, 14, 'person'],
  ]);
  expect((await withCheck(on('people', 'bron', 'born is null'))).wrong).toEqual([['unknown-column', 7, 15, 'bron']]);
  expect((await withCheck(on('people', 'born', 'this.bron > as_at'))).wrong).toEqual([
    ['sql-unknown-column', 8, 12, 'bron'],
  ]);
  expect((await withCheck(on('people', 'born', 'born > now()'))).wrong).toEqual([['sql-reads-clock', 8, 19, 'now()']]);
  expect((await withCheck(on('people', 'born', 'count(*) > 1'))).wrong[0]?.[1]).toBe(8);
});
