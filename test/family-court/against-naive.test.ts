import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeAgency } from '../../demo/family-court/index.ts';
import { load } from '../../src/intake/index.ts';
import { bandsOf, judge, largestMovers, overBands, toNumber } from '../../src/judgement/index.ts';
import { type Figures, openFigures } from '../../src/measure/index.ts';
import { type Pack, readPack } from '../../src/pack/index.ts';
import { testServer } from '../web/started.ts';
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

  it('tells the findings of the checks with the team whose row it is, and those of a team that nobody knows without', async () => {
    const [quality] = (await figures.quality?.()) ?? [];
    const counts = quality?.current.counts.filter(({ kind }) => kind === 'check') ?? [];
    const ofTeams = new Map<string, number>();
    const add = (key: string, count = 1) => ofTeams.set(key, (ofTeams.get(key) ?? 0) + count);
    const known = new Set(units.map(({ code }) => code));
    const received = new Map(tables.requests?.map((row) => [row.request_id, row.received_on ?? '']));
    for (const row of tables.survey_answers ?? []) if (row.score === '') add(`incomplete-response ${row.team_id}`);
    for (const { team_id, request_id, allocated_on = '' } of tables.allocations ?? []) {
      const team = known.has(team_id) ? team_id : null;
      if (allocated_on < (received.get(request_id) ?? '')) add(`allocated-before-received ${team}`);
      if (team === null) add('team-without-unit null');
    }
    const found = new Map<string, number>();
    for (const { code, team, count } of counts)
      found.set(`${code} ${team}`, (found.get(`${code} ${team}`) ?? 0) + count);
    expect(Object.fromEntries([...found].toSorted())).toEqual(Object.fromEntries([...ofTeams].toSorted()));
    expect(ofTeams.get('team-without-unit null')).toBeGreaterThan(0);
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

  it('names the largest movers of each area against the year before, in number and in per cent', () => {
    const month = '2026-07';
    const all = figures.units(month);
    const movers = all
      .filter(({ kind }) => kind === 'area')
      .map((area) => {
        const within = all.filter(({ parent }) => parent === area.code).map(({ code }) => code);
        const rule = { since: '2025-07', way: 'up', by: 'count', most: 1 } as const;
        return [area.code, largestMovers(figures, 'dispute-hours', within, month, rule)] as const;
      });
    expect(movers.map(([area]) => area).toSorted()).toEqual(['CENTRAL', 'NORTH', 'SOUTH']);
    const hours = (unit: string, from: string, to: string) =>
      (tables.dispute_meetings ?? [])
        .filter(({ team_id = '', held_on = '' }) => team_id.startsWith(`${unit}T`) && held_on >= from && held_on <= to)
        .reduce((sum, row) => sum + Number(row.hours || 0), 0);
    const rises = units
      .filter(({ kind }) => kind === 'district')
      .map(({ code = '', parent }) => {
        const [before, now] = [hours(code, '2025-04-01', '2025-07-31'), hours(code, '2026-04-01', '2026-07-31')];
        return { code, parent, rise: now - before, percent: ((now - before) / before) * 100 };
      });
    for (const [area, [largest]] of movers) {
      const [wanted] = rises.filter(({ parent }) => parent === area).toSorted((a, b) => b.rise - a.rise);
      if (!largest?.change.percent || !wanted) throw new Error(`no movers in ${area}`);
      expect(largest.unit).toBe(wanted.code);
      expect(toNumber(largest.change.count)).toBe(wanted.rise);
      expect(toNumber(largest.change.percent)).toBeCloseTo(wanted.percent, 9);
    }
  });

  it('has its scorecard on the pages, with the words that the pack has for its levels', async () => {
    const { server } = await testServer({ figures: () => figures });
    const textOf = async (url: string) =>
      (await server.inject(url)).body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
    const page = await textOf('/scorecard?month=2026-07');
    for (const { title } of pack.reports.get('scorecard')?.sections ?? []) expect(page).toContain(` ${title} `);
    for (const { versions } of pack.indicators.values()) expect(page).toContain(versions[0]?.definition.title);
    expect(page).toContain('Team, service area or area');
    expect(page).toContain('synthetic');
    const area = await textOf('/indicators/s31-allocated-2-days?month=2026-07&unit=NORTH');
    expect(area).toContain('By service area');
    expect(area).not.toContain('district');
    await server.close();
  });
});
