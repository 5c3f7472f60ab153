import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type AuthorityWritten, writeDemo } from '../../demo/index.ts';

const root = mkdtempSync(join(tmpdir(), 'outturn-demo-'));
const small = { authorities: 1, population: 5000, seed: 1, to: '2026-10' };

const write = (name: string, change: Partial<typeof small> = {}): Promise<readonly AuthorityWritten[]> =>
  writeDemo({ ...small, ...change, out: join(root, name) }, () => undefined);

function hashes(folder: string): Record<string, string> {
  const files = readdirSync(folder).sort();
  return Object.fromEntries(
    files.map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest('hex'),
    ]),
  );
}

function header(folder: string, file: string): string[] {
  return (readFileSync(join(folder, file), 'utf8').split('\n')[0] ?? '').split(',');
}

let written: readonly AuthorityWritten[];

beforeAll(async () => {
  written = await write('a');
});

afterAll(() => rmSync(root, { recursive: true }));

describe('writing the demo', () => {
  it('gives the same bytes for the same seed and others for another', async () => {
    await write('b');
    await write('c', { seed: 2 });
    const [a, b, c] = ['a', 'b', 'c'].map((name) => hashes(join(root, name)));
    expect(b).toEqual(a);
    for (const file of ['ssd_person.csv', 'ssd_cin_episodes.csv', 'workforce_posts.csv']) {
      expect(c?.[file]).not.toBe(a?.[file]);
    }
  });

  it('heads every file as the dataset of its name', () => {
    const datasets = join(import.meta.dirname, '../../packs/childrens-services/datasets');
    const files = readdirSync(join(root, 'a')).filter((file) => file.endsWith('.csv'));
    expect(files.length).toBeGreaterThan(40);
    for (const file of files) {
      const dataset = parse(readFileSync(join(datasets, file.replace('.csv', '.yaml')), 'utf8'));
      expect([...header(join(root, 'a'), file)].sort(), file).toEqual(Object.keys(dataset.columns).sort());
    }
  });

  it('fills every file and counts what it wrote', () => {
    for (const [table, rows] of Object.entries(written[0]?.rows ?? {})) {
      const lines = readFileSync(join(root, 'a', `${table}.csv`), 'utf8').split('\n').length - 2;
      expect(lines, table).toBe(rows);
    }
  });

  it('says what the extract is', () => {
    expect(parse(readFileSync(join(root, 'a', 'extract.yaml'), 'utf8'))).toMatchObject({
      authority: 'X10000001',
      'as-at': '2026-10-31',
      synthetic: true,
      'complete-from': '2018-11-01',
    });
  });

  it('moves with the month it ends in', async () => {
    await write('d', { to: '2025-02' });
    expect(parse(readFileSync(join(root, 'd', 'extract.yaml'), 'utf8'))).toMatchObject({ 'as-at': '2025-02-28' });
    const referred = readFileSync(join(root, 'd', 'ssd_cin_episodes.csv'), 'utf8')
      .split('\n')
      .slice(1, -1)
      .map((line) => line.split(',')[2] ?? '');
    expect(referred.filter((day) => day > '2025-02-28')).toEqual([]);
    expect(referred.some((day) => day.startsWith('2025-02'))).toBe(true);
  });

  it('gives each of several authorities its own folder, name, size and records', async () => {
    const three = await write('e', { authorities: 3, population: 4000 });
    expect(readdirSync(join(root, 'e')).sort()).toEqual(['X10000001', 'X10000002', 'X10000003']);
    const roots = three.map(({ authority, folder }) => {
      const [, first] = readFileSync(join(folder, 'ssd_department.csv'), 'utf8').split('\n');
      expect(first?.startsWith(`${authority},`)).toBe(true);
      return first?.split(',')[1];
    });
    expect(new Set(roots).size).toBe(3);
    expect(new Set(three.map(({ folder }) => readFileSync(join(folder, 'population.csv'), 'utf8'))).size).toBe(3);
    expect(new Set(three.map(({ rows }) => rows.ssd_cin_episodes)).size).toBe(3);
  });
});
