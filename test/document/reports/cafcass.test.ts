import { describe, expect, it } from 'vitest';
import { printedRows } from '../../judgement/reports/printed.ts';
import { compiled } from './compiled.ts';
import { allSections, blocksOf, factsOf, grouped, proseOf, saidUnder, sectionOf, seen, tableOf } from './reading.ts';

const document = await compiled('cafcass');
const printed = printedRows('cafcass_2008_07');
const glance = seen(tableOf(document, 'Key performance indicators at a glance'));
const percent = (typed: string): string => (typed === '' ? '' : `${Number(typed).toFixed(1)}%`);
const blank = (text: string | undefined): string =>
  text === undefined || ['–', 'Not collected', 'Update included'].includes(text) ? '' : text;
const faces: Readonly<Record<string, string>> = { 'U+F04A': 'Target met', 'U+F04C': 'Target missed' };
const arrows: Readonly<Record<string, string>> = { 'U+F069': 'decrease', 'U+F068': 'increase', 'U+F06E': 'no change' };

const pageOf = (kpi: string) => {
  const found = allSections(document).find(({ title }) => title.startsWith(`KPI ${kpi}: `));
  if (found === undefined) throw new Error(`KPI ${kpi} has no page`);
  return found;
};

describe('Cafcass, July 2008: the summary', () => {
  it('opens with what it is for, what is asked, and the day it is of', () => {
    const [front, ...sections] = document.sections;
    expect(sections.slice(0, 4).map(({ number, title }) => [number, title])).toEqual([
      ['1', 'Aim and purpose'],
      ['2', 'Action for the Board'],
      ['3', 'Recommendation'],
      ['4', 'Key strategic issues'],
    ]);
    expect(front?.blocks[0]).toMatchObject({ kind: 'cover', below: ['Position as at 31 July 2008'] });
    expect(proseOf(sectionOf(document, 'Action for the Board'))).toBe('For information and discussion only.');
    expect(proseOf(sectionOf(document, 'Recommendation'))).toMatch(/notes the report/);
  });

  it.each(printed)('KPI $kpi: target, face, arrow and year to date', (row) => {
    const { kpi = '' } = row;
    const cells = glance[Number(kpi) - 1]?.cells ?? {};
    const isWords = row.ytd === '';
    expect(cells['No.']?.text).toBe(`KPI ${kpi}`);
    expect(blank(cells['Year to date']?.text)).toBe(percent(row.ytd ?? ''));
    if (isWords) expect(cells['Year to date']?.text).toBe('Update included');
    else {
      expect(blank(cells['Target 2008/09']?.text)).toBe(percent(row.target ?? ''));
      expect(cells.Performance?.text).toBe(faces[row.face_code_summary ?? '']);
      expect(cells['Since last month']?.text).toBe(arrows[row.arrow_code_summary ?? '']);
    }
  });
});

describe('Cafcass, July 2008: a page for each indicator', () => {
  it.each(printed.filter(({ ytd }) => ytd !== ''))(
    'KPI $kpi: figures, the month and the year before, face and arrow',
    (row) => {
      const facts = factsOf(pageOf(row.kpi ?? ''));
      expect({
        target: facts['Target 2008/09'],
        now: facts['Year to date'],
        before: blank(facts['Last month']),
        yearAgo: blank(facts['Same month last year']),
        face: facts.Performance,
        arrow: facts['Since last month'],
      }).toEqual({
        target: percent(row.target ?? ''),
        now: percent(row.ytd ?? ''),
        before: percent(row.prev_month_ytd ?? ''),
        yearAgo: percent(row.last_year_same_month ?? ''),
        face: faces[row.face_code_summary ?? ''],
        arrow: arrows[row.arrow_code_summary ?? ''],
      });
    },
  );

  // Number 8 is known of areas alone: its best and hotspots are areas.
  it.each(printed.filter(({ best_unit }) => best_unit !== ''))(
    'KPI $kpi: the best and the hotspots, by code with the figure',
    (row) => {
      const facts = factsOf(pageOf(row.kpi ?? ''));
      expect(facts.Best).toMatch(new RegExp(`^${row.best_unit}, ${row.best_value}%`));
      if (row.kpi === '8') {
        // The print calls all three areas hotspots and gives the figure of one: a word for the others is all there can be.
        expect(facts.Hotspots).toMatch(/^South, 48\.1%/);
        expect(saidUnder(pageOf('8'), 'Explanation')).toMatch(
          /All three areas \(North, Central and South\) are hotspots/,
        );
        return;
      }
      const units = (row.hotspot_units ?? '').split(';').filter((unit) => unit !== '');
      const values = (row.hotspot_values ?? '').split(';');
      const said = facts.Hotspots === 'None' ? [] : (facts.Hotspots ?? '').split('; ');
      expect(said.map((one) => one.split(',')[0]).toSorted()).toEqual(units.toSorted());
      for (const [index, unit] of units.entries()) {
        const value = values[index] ?? '';
        if (value !== '') expect(said).toContainEqual(expect.stringMatching(new RegExp(`^${unit}, ${value}%`)));
      }
    },
  );

  it.each(printed.filter(({ ytd }) => ytd === ''))('KPI $kpi is told of in words', ({ kpi = '' }) => {
    expect(blocksOf(pageOf(kpi))).toContainEqual(expect.objectContaining({ kind: 'commentary', heading: 'Update' }));
  });

  const supporting: Readonly<Record<string, string>> = {
    'S31 allocations within 7 working days': '1',
    'S31 allocations within 28 days': '1',
    'KPI 1 N3': '1',
    'S31 cases completed within 40 weeks': '2',
    'Backlog (unallocated public law)': '2',
    'KPI 2 highest month since inception': '2',
    'KPI 2 S5': '2',
    'DR meetings not referred for a section 7 report': '3',
    'Staff diversity monitoring': '7',
    'KPI 7 Central operational area': '7',
    'Short-term staff sickness': '8',
    'Long-term staff sickness': '8',
  };
  const others = printedRows('cafcass_other').filter(({ group }) => group !== 'filing time');

  it.each(others)('says $measure, $band_or_scope: $value', (row) => {
    const { measure = '', value = '', unit, target = '' } = row;
    const page = pageOf(supporting[measure] ?? '');
    const all = `${proseOf(page)} ${Object.values(factsOf(page)).join(' ')}`;
    if (measure === 'KPI 2 S5') {
      // The print names the figure of May; ours says how far it has moved since.
      expect(all).toMatch(/S5, 93\.2% \(up 0\.9 percentage points since May 2008\)/);
      return;
    }
    const suffix = unit === 'percent' ? '%' : '';
    expect(all).toContain(`${grouped(value)}${suffix}`);
    const [before] = /previous month ([\d.]+)/.exec(row.remark ?? '')?.slice(1) ?? [];
    if (before !== undefined) expect(all).toContain(`${before}%`);
    if (target !== '' && measure !== 'KPI 7 Central operational area') expect(all).toContain(percent(target));
  });
});

describe('Cafcass, July 2008: demand and filing times', () => {
  const titles: Readonly<Record<string, string>> = {
    'Public Law requests, all types of proceedings': 'Public law requests, all types of proceedings',
    'Public Law care requests': 'Public law care requests',
    'Public Law adoption requests': 'Public law adoption requests',
    'Dispute resolution meetings': 'Dispute resolution meetings',
    'Dispute resolution time': 'Hours of dispute resolution',
    'Section 7 report requests': 'Requests for section 7 reports',
    'Rule 9.5 cases': 'Rule 9.5 cases',
    'Family Assistance Orders': 'Family assistance orders',
  };
  const demand = printedRows('cafcass_demand');
  const tables = ['Public law summary', 'Private law summary'].flatMap((title) =>
    seen(tableOf(sectionOf(document, title), 'Demand in July 2008')),
  );

  it.each(
    demand.filter(({ scope, change_count }) => ['national', 'Central'].includes(scope ?? '') && change_count !== ''),
  )(
    '$measure, $scope: by how many and by how much per cent',
    ({
      measure = '',
      scope,
      direction,
      change_count = '',
      change_percent = '',
      implied_base_last_year = '',
      implied_current = '',
    }) => {
      const unit = scope === 'national' ? 'Cafcass' : (scope ?? '');
      const title = titles[measure] ?? '';
      const row =
        tables.find((one) => one.group === title && one.head === unit) ?? tables.find((one) => one.head === title);
      const sign = direction === 'down' ? '−' : '+';
      expect({
        before: row?.cells['July 2007']?.text,
        now: row?.cells['July 2008']?.text,
        count: row?.cells.Change?.text,
        percent: row?.cells['Change, %']?.text,
      }).toEqual({
        before: grouped(implied_base_last_year),
        now: grouped(implied_current),
        count: `${sign}${grouped(change_count)}`,
        percent: `${sign}${percent(change_percent)}`,
      });
      const section = sectionOf(document, measure.startsWith('Public') ? 'Public law summary' : 'Private law summary');
      expect(proseOf(section)).toContain(`${direction} by ${percent(change_percent)} (${grouped(change_count)} `);
    },
  );

  it.each(demand.filter(({ change_count, measure }) => change_count === '' && measure !== 'C1 applications'))(
    '$measure, $scope: $direction by $change_percent per cent',
    ({ measure = '', scope, direction, change_percent = '' }) => {
      const caption =
        measure === 'Dispute resolution time'
          ? 'Hours of dispute resolution, change'
          : 'Dispute resolution meetings, change';
      const cells = seen(tableOf(sectionOf(document, 'Private law summary'), caption)).find(
        ({ head }) => head === scope,
      )?.cells;
      expect([direction, cells?.Figure?.text]).toEqual(['up', Number(change_percent).toFixed(1)]);
    },
  );

  it('gives the fall of C1 applications, of which no number is printed', () => {
    const [row] = seen(tableOf(document, 'Change on last year, where the print gives no numbers'));
    expect(row?.cells['Change in per cent']?.text).toMatch(/^[-−]4\.4/);
  });

  it('has the three bands of filing times, without a gap between them', () => {
    const shares = printedRows('cafcass_other').filter(({ group }) => group === 'filing time');
    const [figure] = blocksOf(sectionOf(document, 'Private law summary')).filter(({ kind }) => kind === 'figure');
    if (figure?.kind !== 'figure' || figure.chart.kind !== 'stacked') throw new Error('no picture of filing times');
    const { rows, categories } = figure.chart;
    const amounts = rows.at(-1)?.amounts ?? [];
    const whole = amounts.reduce<number>((sum, one) => sum + (one ?? 0), 0);
    expect(amounts.map((one) => (((one ?? 0) / whole) * 100).toFixed(1))).toEqual(shares.map(({ value }) => value));
    expect(categories.join('; ')).toMatch(/less than 12 weeks.*12 to 16 weeks.*more than 16 weeks/);
  });

  it('lists the areas and their service areas', () => {
    const units = seen(tableOf(sectionOf(document, 'Service areas'), 'Units'));
    for (const { area, service_area_code, name } of printedRows('cafcass_areas')) {
      const row = units.find(({ cells }) => cells.Code?.text === service_area_code);
      expect([row?.head, row?.cells['Part of']?.text]).toEqual([name, area]);
    }
  });
});
