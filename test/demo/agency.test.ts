import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { serviceAreas, teams, writeAgency } from '../../demo/family-court/index.ts';

const root = mkdtempSync(join(tmpdir(), 'outturn-agency-demo-'));
const pack = join(import.meta.dirname, '../../packs/family-court');
const small = { population: 300_000, seed: 1, to: '2026-07' };
const write = (name: string, change: Partial<typeof small> = {}) =>
  writeAgency({ ...small, ...change, out: join(root, name) }, () => undefined);

function hashes(name: string): Record<string, string> {
  const files = readdirSync(join(root, name)).sort();
  const hash = (file: string) =>
    createHash('sha256')
      .update(readFileSync(join(root, name, file)))
      .digest('hex');
  return Object.fromEntries(files.map((file) => [file, hash(file)]));
}

const rowsOf = (name: string, table: string): Record<string, string>[] =>
  parseCsv(readFileSync(join(root, name, `${table}.csv`), 'utf8'), { columns: true });

let written: ReturnType<typeof writeAgency>;
beforeAll(() => {
  written = write('a');
});
afterAll(() => rmSync(root, { recursive: true }));

describe('writing the agency', () => {
  it('gives the same bytes for the same seed and others for another', () => {
    write('b');
    write('c', { seed: 2 });
    const [a, b, c] = ['a', 'b', 'c'].map(hashes);
    expect(b).toEqual(a);
    for (const file of readdirSync(join(root, 'a')).filter((one) => one.endsWith('.csv')))
      expect(c?.[file], file).not.toBe(a?.[file]);
  });

  it('writes every dataset of the pack, headed as it is, and counts the rows', () => {
    const datasets = readdirSync(join(pack, 'datasets')).map((file) => file.replace('.yaml', ''));
    expect(Object.keys(written.rows).toSorted()).toEqual(datasets.toSorted());
    for (const dataset of datasets) {
      const { columns } = parse(readFileSync(join(pack, 'datasets', `${dataset}.yaml`), 'utf8'));
      const lines = readFileSync(join(root, 'a', `${dataset}.csv`), 'utf8').split('\n');
      expect(lines[0]?.split(',').toSorted(), dataset).toEqual(Object.keys(columns).toSorted());
      expect(lines.length - 2, dataset).toBe(written.rows[dataset]);
      expect(written.rows[dataset]).toBeGreaterThan(0);
    }
  });

  it('has the organisation of the pack: 3 areas, 21 service areas, 36 teams', () => {
    const units: Record<string, string>[] = parseCsv(readFileSync(join(pack, 'units.csv'), 'utf8'), { columns: true });
    const placed = (kind: string) =>
      units.filter((unit) => unit.kind === kind).map(({ code, parent }) => [code, parent]);
    expect(placed('area').length).toBe(3);
    expect(serviceAreas.map(({ code, area }) => [code, area])).toEqual(placed('district'));
    expect(teams.map(({ id, serviceArea }) => [id, serviceArea.code])).toEqual(placed('team'));
    expect([serviceAreas.length, teams.length]).toEqual([21, 36]);
    expect(teams.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
  });

  it('says that it is made up, and is complete for at least 28 months', () => {
    expect(parse(readFileSync(join(root, 'a', 'extract.yaml'), 'utf8'))).toEqual({
      authority: 'X20000001',
      'as-at': '2026-07-31',
      synthetic: true,
      'complete-from': '2022-08-01',
    });
  });

  it('writes nothing that happens after the as-at date but the dates that courts have set', () => {
    for (const table of Object.keys(written.rows)) {
      for (const row of rowsOf('a', table)) {
        for (const [column, value] of Object.entries(row)) {
          if (column === 'due_on' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) continue;
          if (value > '2026-07-31') expect.unreachable(`${table}.${column} is ${value}`);
        }
      }
    }
  });

  it('counts the faults it put in: unknown teams, allocations before receipt, answers left out', () => {
    const received = new Map(rowsOf('a', 'requests').map((row) => [row.request_id, row.received_on ?? '']));
    const allocations = rowsOf('a', 'allocations');
    const unknown = allocations.filter((row) => row.team_id === 'T99').length;
    const before = allocations.filter((row) => (row.allocated_on ?? '') < (received.get(row.request_id) ?? '')).length;
    const unanswered = rowsOf('a', 'survey_answers').filter((row) => row.score === '').length;
    expect(Math.min(unknown, before, unanswered)).toBeGreaterThan(0);
    expect(written.faults).toBe(unknown + before + unanswered);
  });
});
