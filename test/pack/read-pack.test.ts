import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Pack, readPack } from '../../src/pack/index.ts';

const packsFolder = join(import.meta.dirname, 'chain');

async function pack(name: string, folder = packsFolder): Promise<Pack> {
  const read = await readPack(name, { packsFolder: folder });
  expect(read.diagnostics).toEqual([]);
  if (!read.pack) throw new Error('not read');
  return read.pack;
}

const good = () => pack('good', join(import.meta.dirname, 'golden'));
const hashes = (from: Pack, id: string) => from.indicators.get(id)?.versions.map(({ hash }) => hash) ?? [];

test('a child overrides key by key, lists whole, rows by their key, and drops what it excludes', async () => {
  const child = await pack('child');
  expect([child.id, child.title, child.financialYearStart]).toEqual(['child', 'The child', 4]);
  expect(child.themes.map(({ id }) => id)).toEqual(['one', 'two']);
  expect(child.glossary).toEqual({ 'A-b': 'kept', B: 'changed', C: 'added' });
  expect([...child.indicators.keys()]).toEqual(['kept', 'own']);
  const [version] = child.indicators.get('kept')?.versions ?? [];
  expect(version?.definition.title).toBe('Kept, renamed by the parent');
  expect(version?.definition.cases).toMatchObject({ from: 'rows', on: 'ended', where: "kind = 'x'" });
  expect(version?.definition.list).toEqual(['kind']);
  expect(child.datasets.get('rows')?.columns.kind).toMatchObject({ type: 'code', title: 'Sort' });
  // The parent's target for the indicator left out goes with it; the row of the same key is the child's.
  expect(child.targets.map(({ indicator, unit, from, target }) => [indicator, unit, from, target])).toEqual([
    ['kept', undefined, '2025-04-01', 9],
    ['kept', undefined, '2026-04-01', 3],
  ]);
  expect(child.views.get('rows_view')?.columns).toEqual(['kind', 'started']);
  // So does the parent's benchmark. Names of tables, indicators and published columns keep their hyphens.
  expect(child.benchmarks.tables.get('cp-numbers')).toEqual({ title: 'Plans', yearEnds: '09-30' });
  expect([...child.benchmarks.indicators.keys()]).toEqual(['kept']);
  expect(child.benchmarks.indicators.get('kept')).toEqual({
    table: 'cp-numbers',
    value: ['kept-rate', 'Kept'],
    categories: [{ column: ['age-group'], is: ['Total'] }],
    covers: 'year',
    likeForLike: false,
    difference: 'Counts more.',
  });
});

test('versions follow each other by date, each over the one before', async () => {
  const versions = (await good()).indicators.get('long-plans')?.versions ?? [];
  expect(versions.map(({ from, comparable }) => [from, comparable])).toEqual([
    [null, true],
    ['2025-04-01', true],
    ['2026-04-01', false],
  ]);
  expect(versions[1]?.definition.cases?.where).toBe("category = 'NEGLECT'");
  expect(versions[2]?.definition.numerator).toBe('started_on <= add_months(as_at, -18)');
  expect(versions[2]?.definition.cases?.id).toBe('case_id');
});

test('what a version needs leaves out what is only shown', async () => {
  const read = await good();
  const needs = (id: string, version: number) =>
    Object.fromEntries(
      [...(read.indicators.get(id)?.versions[version]?.needs ?? [])].map(([table, names]) => [
        table,
        [...names].sort(),
      ]),
    );
  // born_on is listed, and stands in a finding that leaves no row out: neither counts.
  expect(needs('plan-rate', 0)).toEqual({ plans: ['ended', 'plan_id', 'started'] });
  expect(needs('long-plans', 0)).toEqual({ plans: ['category', 'ended', 'person_id', 'plan_id', 'started'] });
  expect(needs('long-plans', 2)).toEqual({
    people: ['born', 'person_id'],
    plans: ['ended', 'person_id', 'plan_id', 'started'],
  });
});

test('a view is its select alone, its words and its columns, after the views it reads', async () => {
  const read = await good();
  const view = read.views.get('cp_plans');
  expect(view?.description).toBe('Plans, one row each, with the date of birth of the child.');
  expect(view?.sql).toMatch(/^select\n[\s\S]*on q\.person_id = p\.person_id$/);
  expect(view?.columns).toEqual(['case_id', 'person_id', 'started_on', 'ended_on', 'category', 'born_on']);
  expect([...(view?.reads ?? [])]).toEqual(['plans', 'people']);
  expect([...(await pack('child')).views.keys()]).toEqual(['rows_view', 'above']);
  expect(read.datasets.get('plans')?.columns.category?.codes).toEqual({ '01': 'Neglect', 'no-show': 'Not seen' });
});

test('the hash is of what decides the figures', async () => {
  const before = await good();
  const worded = await pack('reworded');
  const viewed = await pack('reviewed');
  expect(new Set(hashes(before, 'long-plans')).size).toBe(3);
  expect(hashes(worded, 'long-plans')).toEqual(hashes(before, 'long-plans'));
  // The holding view decides the unit of a case; a view nobody reads decides nothing.
  expect(hashes(viewed, 'long-plans')).not.toEqual(hashes(before, 'long-plans'));
});

test('the library reads without a fault', async () => {
  const library = await pack('childrens-services', join(import.meta.dirname, '../../packs'));
  const needs = library.indicators.get('cla-rate')?.versions[0]?.needs;
  expect([...(needs?.keys() ?? [])].sort()).toEqual(['ssd_cla_episodes', 'ssd_immigration_status', 'ssd_legal_status']);
});
