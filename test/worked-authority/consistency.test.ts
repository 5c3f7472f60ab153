import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';

const here = import.meta.dirname;
const units = ['LA', 'N', 'N1', 'N2', 'S', 'S1', 'S2', 'C1', 'not-attributed'];
const months = ['2026-03', '2026-04', '2026-10'];
const population: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  LA: { '2026-03': '20500', '2026-04': '20500', '2026-10': '20500' },
  N: { '2026-03': '8000', '2026-04': '8200', '2026-10': '8200' },
};
/** Distinct persons or workers whose rows may stand in two teams: a parent is not the sum of its teams. */
const distinctAcrossTeams = ['cin-rate', 'caseload-average', 'supervised-in-month'];
/** Cases of a district itself, beside those of its teams. */
const ownCases: Readonly<Record<string, Readonly<Record<string, readonly [number, number]>>>> = {
  'managers-agency': { N: [1000, 1000] },
};
const ownCasesUntil = '2026-10';
const averages = ['adoption-days-to-family', 'adoption-days-to-match', 'adoption-days-to-match-3-years'];
const counts = ['assessments-overdue', 'unallocated-cases'];

interface Expected {
  readonly indicator: string;
  readonly unit: string;
  readonly month: string;
  readonly numerator: string;
  readonly denominator: string;
}

const read = (file: string): Record<string, string>[] => parse(readFileSync(join(here, file)), { columns: true });
const key = (row: Expected) => `${row.indicator} ${row.unit} ${row.month} ${row.numerator}/${row.denominator}`;
const rows: Expected[] = parse(readFileSync(join(here, 'expected.csv')), { columns: true });
const themes = readdirSync(join(here, 'working')).filter((file) => file.endsWith('.md'));
const working = themes.map((file) => readFileSync(join(here, 'working', file), 'utf8')).join('\n\n');
const isRate = (indicator: string) => indicator.endsWith('-rate') && indicator !== 'vacancy-rate';

/** FTE has three decimals here, so sums are taken in thousandths. */
const thousandths = (text: string) => Math.round(Number(text) * 1000);

/** The tables of answers in the working: their first heading is the indicator, the others are the units. */
function answersInTheWorking(): Expected[] {
  const answers: Expected[] = [];
  let heading: string[] = [];
  for (const line of working.split('\n')) {
    const cells = line.startsWith('|')
      ? line
          .slice(1, -1)
          .split('|')
          .map((cell) => cell.trim())
      : [];
    if (cells[1] === 'LA' && cells.at(-1) === 'not-attributed') heading = cells;
    else if (cells.length === 0) heading = [];
    else if (/^\d{4}-\d{2}$/.test(cells[0] ?? '') && heading.length > 0) {
      expect(cells, line).toHaveLength(heading.length);
      for (const [place, cell] of cells.entries()) {
        if (place === 0) continue;
        const [numerator = '', denominator = ''] = cell.split('/');
        answers.push({
          indicator: heading[0] ?? '',
          unit: heading[place] ?? '',
          month: cells[0] ?? '',
          numerator,
          denominator: denominator === '-' ? '' : denominator,
        });
      }
    }
  }
  return answers;
}

const byPlace = new Map(rows.map((row) => [`${row.indicator} ${row.month} ${row.unit}`, row]));

function figure(indicator: string, month: string, unit: string): Expected {
  const row = byPlace.get(`${indicator} ${month} ${unit}`);
  if (row === undefined) throw new Error(`expected.csv has no row for ${indicator}, ${month}, ${unit}`);
  return row;
}

const indicators = [...new Set(rows.map((row) => row.indicator))];
const places = [...new Set(rows.map((row) => `${row.indicator} ${row.month}`))].map((place) => {
  const [indicator = '', month = ''] = place.split(' ');
  return { indicator, month };
});

describe('the hand-worked authority', () => {
  it('lists exactly the answers of the working', () => {
    expect(rows.map(key).sort()).toEqual(answersInTheWorking().map(key).sort());
  });

  it('answers each of its 43 indicators for every unit in every month, once', () => {
    expect(indicators).toHaveLength(43);
    for (const indicator of indicators) {
      for (const month of months) for (const unit of units) figure(indicator, month, unit);
    }
    for (const { indicator, month } of places) for (const unit of units) figure(indicator, month, unit);
    expect(byPlace.size).toBe(rows.length);
    expect(rows.length).toBe(places.length * units.length);
  });

  it('names indicators that the library has', () => {
    const library = readdirSync(join(here, '../../packs/childrens-services/indicators'));
    for (const indicator of indicators) expect(library).toContain(`${indicator}.yaml`);
  });

  it('adds up: teams to districts, districts and the not attributed to the authority', () => {
    for (const { indicator, month } of places) {
      for (const part of ['numerator', 'denominator'] as const) {
        if (part === 'denominator' && (isRate(indicator) || counts.includes(indicator))) continue;
        const at = (unit: string) => thousandths(figure(indicator, month, unit)[part]);
        const own = (unit: string) =>
          month < ownCasesUntil ? (ownCases[indicator]?.[unit]?.[part === 'numerator' ? 0 : 1] ?? 0) : 0;
        for (const [parent, children] of [
          ['N', ['N1', 'N2']],
          ['S', ['S1', 'S2']],
          ['LA', ['N', 'S', 'C1', 'not-attributed']],
        ] as const) {
          const sum = children.reduce((total, unit) => total + at(unit), own(parent));
          const where = `${indicator} ${month} ${parent} ${part}`;
          if (distinctAcrossTeams.includes(indicator)) {
            expect(at(parent), where).toBeLessThanOrEqual(sum);
            expect(at(parent), where).toBeGreaterThanOrEqual(Math.max(...children.map(at)));
          } else expect(at(parent), where).toBe(sum);
        }
      }
    }
  });

  it('gives rates the population of their unit, counts none, and never more cases than there are', () => {
    for (const row of rows) {
      const where = key(row);
      expect(row.numerator, where).toMatch(/^\d+(\.\d{1,3})?$/);
      if (isRate(row.indicator)) expect(row.denominator, where).toBe(population[row.unit]?.[row.month] ?? '');
      else if (counts.includes(row.indicator)) expect(row.denominator, where).toBe('');
      else {
        expect(row.denominator, where).toMatch(/^\d+(\.\d{1,3})?$/);
        if (averages.includes(row.indicator) || row.indicator === 'caseload-average') continue;
        expect(Number(row.numerator), where).toBeLessThanOrEqual(Number(row.denominator));
      }
    }
  });

  it('names every trap where it bites, and every row of the extract that could count', () => {
    const missing: string[] = [];
    const named = (pattern: RegExp, what: string) => pattern.test(working) || missing.push(what);
    for (let trap = 1; trap <= 15; trap++) named(new RegExp(`trap ${trap}\\b`), `trap ${trap}`);
    for (const [file, column] of [
      ['ssd_cin_episodes', 'cine_referral_id'],
      ['ssd_cin_assessments', 'cina_assessment_id'],
      ['ssd_s47_enquiry', 's47e_s47_enquiry_id'],
      ['ssd_initial_cp_conference', 'icpc_icpc_id'],
      ['ssd_cp_plans', 'cppl_cp_plan_id'],
      ['ssd_cp_reviews', 'cppr_cp_review_id'],
      ['ssd_cla_episodes', 'clae_cla_episode_id'],
      ['ssd_cla_placement', 'clap_cla_placement_id'],
      ['ssd_cla_reviews', 'clar_cla_review_id'],
      ['ssd_cla_health', 'clah_health_check_id'],
      ['ssd_permanence', 'perm_table_id'],
      ['case_file_audits', 'audit_id'],
      ['workforce_posts', 'post_id'],
      ['supervisions', 'supervision_id'],
    ] as const) {
      for (const row of read(`extract/${file}.csv`)) {
        const id = row[column] ?? '';
        const pair = /^(?:S|IC)([56]\d)$/.exec(id)?.[1];
        named(pair === undefined ? new RegExp(`\\b${id}\\b`) : new RegExp(`^\\| ${pair} +\\|`, 'm'), `${file} ${id}`);
      }
    }
    expect(missing).toEqual([]);
  });

  it('has ISO dates throughout, but for the one that is no date', () => {
    const odd: string[] = [];
    for (const file of readdirSync(join(here, 'extract'))) {
      for (const row of read(`extract/${file}`)) {
        for (const [column, value] of Object.entries(row)) {
          if (!/(_date|_dob|_due|_on)$/.test(column) || value === '') continue;
          if (!/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/.test(value)) odd.push(value);
        }
      }
    }
    expect(odd).toEqual(['zz/07/2019']);
  });
});
