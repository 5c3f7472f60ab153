import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, expect, test } from 'vitest';
import type { Pack } from '../../src/pack/index.ts';
import { libraryPack } from '../measure/harness.ts';

const root = join(import.meta.dirname, '../..');
const page = (path: string) => readFileSync(join(root, path), 'utf8');
const named = (text: string) => [...text.matchAll(/`([a-z0-9_-]+)`/g)].map(([, name = '']) => name);

let pack: Pack;
beforeAll(async () => {
  pack = await libraryPack();
});

test('the page of the library says of each later indicator what its file says', () => {
  const text = page('docs/analyst/library.md');
  const first: { indicator: string }[] = parse(page('test/worked-authority/expected.csv'), { columns: true });
  const firstSet = new Set(first.map(({ indicator }) => indicator));
  const later = [...pack.indicators.values()].filter(({ id }) => !firstSet.has(id));
  expect(text).toContain(`The library has ${pack.indicators.size} indicators.`);
  expect(text).toContain(`the ${later.length} that came after the first ${firstSet.size}`);
  const silent = later.filter(({ id, versions }) => {
    const { counted = '', condition = '', leftOut = '' } = versions.at(-1)?.definition ?? {};
    return !text.includes(`| ${counted} | ${condition} | ${leftOut} |`) || !text.includes(`| \`${id}\` |`);
  });
  expect(silent.map(({ id }) => id)).toEqual([]);
});

test('the page of the reports names indicators and tables that there are', () => {
  const known = new Set([...pack.indicators.keys(), ...pack.datasets.keys()]);
  expect(named(page('docs/reports/measures.md')).filter((name) => !known.has(name))).toEqual([]);
});
