import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeAgency } from '../../demo/family-court/index.ts';
import { load } from '../../src/intake/index.ts';
import { bandsOf, judge, overBands } from '../../src/judgement/index.ts';
import { type Figures, openFigures } from '../../src/measure/index.ts';
import { type Pack, readPack } from '../../src/pack/index.ts';
import { countAll, readTables, type Sums } from './naive.ts';
import { counts, type Row, rules, type Tables } from './naive-rules.ts';

const root = mkdtempSync(join(tmpdir(), 'outturn-agency-'));
const packs = join(import.meta.dirname, '../../packs');
const months = ['2024-04', '2025-03', '2025-12', '2026-07'];
let pack: Pack;
let figures: Figures & { close(): Promise<void> };
let tables: Tables;
let units: readonly Row[];

beforeAll(async () => {
  const out = join(root, 'extract');
  writeAgency({ out, population: 400_000, seed: 7, to: '2026-07' }, () => undefined);
  tables = readTables(out);
  units = parse(readFileSync(join(packs, 'family-court/units.csv'), 'utf8'), { columns: true });
  const read = await readPack('family-court', { packsFolder: packs });
  if (!read.pack) throw new Error(JSON.stringify(read.diagnostics));
  pack = read.pack;
  const data = join(root, 'data');
  await load({ data, pack, sources: [out], now: new Date('2026-08-04T09:00:00Z'), progress: () => undefined });
  figures = await openFigures({ data, pack, months: { last: '2026-07', count: 28 } });
}, 300_000);

afterAll(async () => {
  await figures?.close();
  rmSync(root, { recursive: true });
});

describe('the agency that is made up', () => {
  it('has a plain rule for every indicator of the pack', () => {
    expect(Object.keys(rules).toSorted()).toEqual([...pack.indicators.keys()].toSorted());
    const numbers = [...pack.indicators].filter(([, { versions }]) => versions[0]?.definition.measuredIn === 'count');
    expect(numbers.map(([id]) => id).toSorted()).toEqual(counts.toSorted());
  });

  it.each(months)('comes to what a plain count of its CSV files comes to, every indicator and unit, %s', (month) => {
    const wanted = countAll(tables, units, month);
    const found = new Map<string, Sums>();
    for (const id of pack.indicators.keys()) {
      for (const { code } of figures.units(month)) {
        const observation = figures.observation(id, code, month);
        if (observation?.numerator == null) continue;
        found.set(`${id} ${code}`, { numerator: observation.numerator, denominator: observation.denominator });
      }
    }
    expect(found.size).toBeGreaterThanOrEqual(48 * 61);
    expect(Object.fromEntries([...found].toSorted())).toEqual(Object.fromEntries([...wanted].toSorted()));
  });

  it('weighs the components of satisfaction: the whole is their weighted mean, at every unit', () => {
    const weights = {
      'satisfaction-adults': [
        ['adults-independence', 15],
        ['adults-communication', 20],
        ['adults-diversity', 10],
        ['adults-access', 10],
        ['adults-report', 15],
        ['adults-trust', 15],
        ['adults-overall', 15],
      ],
      'satisfaction-children': [
        ['children-role', 15],
        ['children-communication', 20],
        ['children-views', 25],
        ['children-help', 20],
        ['children-overall', 20],
      ],
    } as const;
    let compared = 0;
    for (const [whole, parts] of Object.entries(weights)) {
      for (const { code } of figures.units('2026-07')) {
        const value = figures.observation(whole, code, '2026-07')?.value;
        if (value == null) continue;
        const mean = parts.reduce(
          (sum, [id, weight]) => sum + ((figures.observation(id, code, '2026-07')?.value ?? Number.NaN) * weight) / 100,
          0,
        );
        expect(value, `${whole} ${code}`).toBeCloseTo(mean, 9);
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(50);
  });

  it('has each team in one band of filing times, the same as its own filing time is judged to be in', () => {
    const month = '2026-07';
    const teams = figures.units(month).filter(({ kind }) => kind === 'team');
    const judged = teams.map(({ code }) => judge(figures, 's7-filing-days', code, month));
    const target = judged[0]?.target;
    const scheme = pack.schemes.get('filing-time');
    if (!target || !scheme) throw new Error('The filing time has no target.');
    const bands = bandsOf(scheme, 'lower', target);
    const distribution = overBands(
      judged.map((one) => one.figure),
      bands,
    );
    const ids = ['s7-teams-under-12-weeks', 's7-teams-12-to-16-weeks', 's7-teams-16-weeks-and-over'];
    expect(distribution.map(({ units }) => units)).toEqual(
      ids.map((id) => figures.observation(id, 'X20000001', month)?.numerator),
    );
    expect(distribution.reduce((sum, { units }) => sum + units, 0)).toBe(36);
  });
});
