import { describe, expect, it } from 'vitest';
import type { AnyChartData, Block, Table } from '../../src/document/index.ts';
import { plainText } from '../../src/narrative/index.ts';
import { chartOf } from '../../src/output/index.ts';
import { blocksOf, type PartFile, rowsOf } from './figure-double.ts';

const share = { polarity: 'higher', basis: 'month', measuredIn: 'percent' } as const;

/** The data of the one chart among some blocks, which can be drawn. */
function chartIn(blocks: readonly Block[]): AnyChartData {
  const found = blocks.find((block) => block.kind === 'figure');
  if (found === undefined) throw new Error('no chart');
  expect(chartOf(found.chart, { id: 'drawn' }).svg).toContain('<svg');
  return found.chart;
}

const said = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return [plainText(block.text)];
    if (block.kind === 'list') return block.items.map(plainText);
    return block.kind === 'facts' ? block.items.map(({ term, value }) => `${term}: ${plainText(value)}`) : [];
  });

describe('a table of numbers', () => {
  const blocks = blocksOf({
    measures: {
      a: {
        definition: share,
        figures: { C: { '2026-08': [30, 50], '2026-09': [90, 100], '2026-10': [466, 680] } },
        target: { target: 70, amber: 60 },
      },
    },
    report: {
      groups: [
        { title: 'All', indicators: [{ indicator: 'a', title: 'On time', numerator: 'In time', rest: 'Late' }] },
      ],
    },
    part: {
      part: 'number-table',
      rows: ['numerator', 'rest', 'denominator', 'value', 'target', 'status'],
      columns: ['previous', 'now', { window: 'twelve-months-sum' }, { window: 'twelve-months-mean' }],
    },
  });
  it('gives months, and twelve months as the ratio of sums and as a mean', () => {
    expect(rowsOf(blocks)).toEqual([
      ['In time', '90', '466', '120', '60'],
      ['Late', '10', '214', '30', '15'],
      ['Denominator', '100', '680', '150', '75'],
      ['Percentage', '90.0%', '68.5%', '80.0%', '75.0%'],
      ['Target', '70.0%', '70.0%', '–', '–'],
      ['Status', 'Green', 'Amber', '–', '–'],
    ]);
  });
});

describe('a chart of a trend', () => {
  const measures = {
    a: {
      definition: share,
      figures: { C: { '2026-07': [3, 4], '2026-09': [40, 50], '2026-10': [45, 50] } },
      target: { target: 85, amber: 70, tolerance_low: 80, tolerance_high: 90 },
      breaks: ['2026-09-01'],
    },
  } as const;
  const part: PartFile = { part: 'chart', last: 4, comparators: ['england'] };
  const england = {
    group: 'england',
    label: 'England',
    period: '2025/26',
    value: 81,
    mark: null,
    notes: [],
    source: null,
  };
  it('has the target, its limits, what it is set beside, the gap, the break and the few cases', () => {
    expect(chartIn(blocksOf({ measures, part, beside: [england] }))).toMatchObject({
      kind: 'trend',
      caption: { area: 'County', period: 'July 2026 to October 2026' },
      months: ['2026-07', '2026-08', '2026-09', '2026-10'],
      main: { name: 'County', values: [75, null, 80, 90], missing: [null, 'not collected', null, null] },
      target: [85, 85, 85, 85],
      amber: [70, 70, 70, 70],
      tolerance: { low: [80, 80, 80, 80], high: [90, 90, 90, 90] },
      benchmarks: [{ name: 'England', values: [81, 81, 81, 81] }],
      breaks: [{ index: 2, label: 'Definition changed, Sep 2026' }],
      marks: [{ index: 0, mark: 'few' }],
    });
  });
  it('is a sentence where there is nothing to draw', () => {
    const none = { a: { ...measures.a, figures: {} } };
    expect(said(blocksOf({ measures: none, part }))).toEqual(['a: there is no figure from July 2026 to October 2026.']);
  });
});

describe('charts of a usual range and of several figures', () => {
  it('draws limits no higher than a percentage goes', () => {
    const values = [98, 90, 99, 91, 98, 92, 99, 90, 98, 91, 99, 92];
    const months = values.map((_, index) => `2025-${String(index + 1).padStart(2, '0')}`);
    const figures = { C: Object.fromEntries(months.map((month, index) => [month, values[index] ?? 0])) };
    const data = chartIn(
      blocksOf({
        measures: { a: { definition: share, figures } },
        part: { part: 'chart', chart: 'process' },
        month: '2025-12',
      }),
    );
    if (data.kind !== 'process') throw new Error('no process');
    expect(data.limits.map(({ mean, upper }) => [mean.toFixed(2), upper])).toEqual([['94.75', 100]]);
    expect(data.points.slice(-2)).toEqual([99, 92]);
  });
  it('leaves out a figure measured otherwise, and says so', () => {
    const figures = { C: { '2026-09': 10, '2026-10': 12 } };
    const data = chartIn(
      blocksOf({
        measures: {
          a: { definition: share, figures },
          b: { definition: share, figures },
          n: { definition: { ...share, measuredIn: 'count' }, figures },
        },
        part: { part: 'combined-chart', indicators: ['a', 'b', 'n'], last: 2 },
      }),
    );
    expect(data).toMatchObject({
      caption: { notes: ['n is measured otherwise, and is not drawn on this scale.'] },
      series: [
        { name: 'a', values: [10, 12] },
        { name: 'b', values: [10, 12] },
      ],
    });
  });
});

describe('units of a level', () => {
  const measures = {
    a: {
      definition: { ...share, title: 'On time' },
      figures: {
        C: { '2026-09': [150, 200], '2026-10': [160, 200] },
        T1: { '2026-09': [60, 100], '2026-10': [50, 100] },
        T2: { '2026-09': [44, 50], '2026-10': [45, 50] },
        T3: { '2026-10': [5, 5] },
      },
      target: { target: 85, amber: 70 },
    },
  } as const;
  it('stand in a table with the unit above, the better first', () => {
    expect(rowsOf(blocksOf({ measures, part: { part: 'units', level: 'team' } }))).toEqual([
      ['Coast', '5', '5 (few)', '100.0%', 'Green', '–', '–'],
      ['Vale', '45', '50', '90.0%', 'Green', 'better', 'Up 2.0 percentage points'],
      ['Hill', '50', '100', '50.0%', 'Red', 'worse', 'Down 10.0 percentage points'],
      ['County', '160', '200', '80.0%', 'Amber', 'better', 'Up 5.0 percentage points'],
    ]);
  });
  it('have a best one and hotspots, of those that do not rest on few cases, by name or by code', () => {
    const part: PartFile = { part: 'units', level: 'team', show: ['best', 'hotspots'] };
    expect(said(blocksOf({ measures, part }))).toEqual([
      'Best: Vale, 90.0% (up 2.0 percentage points since September 2026)',
      'Hotspots: Hill, 50.0% (down 10.0 percentage points since September 2026)',
    ]);
    expect(said(blocksOf({ measures, part, report: { 'unit-names': 'code' } }))[0]).toContain('Best: T2, 90.0%');
  });
  it('are bars with what they rest on and the line of the unit above', () => {
    expect(chartIn(blocksOf({ measures, part: { part: 'chart', chart: 'bars', level: 'team' } }))).toMatchObject({
      things: 'teams',
      bars: [
        { label: 'Coast', value: 100, note: 'of 5, few' },
        { label: 'Vale', value: 90, note: 'of 50' },
        { label: 'Hill', value: 50, note: 'of 100' },
      ],
      reference: { label: 'County', value: 80 },
    });
  });
  it('are a funnel by size, of a percentage or a rate alone', () => {
    const part: PartFile = { part: 'chart', chart: 'funnel', level: 'team' };
    expect(chartIn(blocksOf({ measures, part }))).toMatchObject({
      centre: { label: 'County', value: 80 },
      units: [
        { label: 'Hill', size: 100, cases: 50 },
        { label: 'Vale', size: 50, cases: 45 },
        { label: 'Coast', size: 5, cases: 5 },
      ],
    });
    const days = { a: { ...measures.a, definition: { ...share, measuredIn: 'average-days' as const } } };
    expect(said(blocksOf({ measures: days, part }))).toEqual([
      'a: units are compared by size for a percentage or a rate alone.',
    ]);
  });
  it('are counted over the bands of the target', () => {
    const data = chartIn(blocksOf({ measures, part: { part: 'distribution', over: 'bands', level: 'team' } }));
    expect(data).toMatchObject({
      categories: ['Green', 'Amber', 'Red'],
      of: 'teams',
      rows: [{ label: 'On time', amounts: [2, 0, 1] }],
    });
  });
});

describe('a distribution', () => {
  const grade = (title: string, figures: Record<string, number | [number, number]>) => ({
    definition: { ...share, title },
    figures: { C: figures },
  });
  const part: PartFile = { part: 'distribution', indicators: ['good', 'poor'], last: 2, every: 'quarter' };
  it('has counts where there are counts, and says which periods are missing', () => {
    const measures = { good: grade('Good', { '2026-12': [15, 20] }), poor: grade('Poor', { '2026-12': [5, 20] }) };
    expect(chartIn(blocksOf({ measures, part, month: '2026-12' }))).toMatchObject({
      categories: ['Good', 'Poor'],
      of: 'cases',
      rows: [
        { label: 'Q2 2026/27', amounts: [null, null], missing: 'not collected' },
        { label: 'Q3 2026/27', amounts: [15, 5] },
      ],
    });
  });
  it('has shares where one of them comes without its count', () => {
    const measures = { good: grade('Good', { '2026-12': [15, 20] }), poor: grade('Poor', { '2026-12': 25 }) };
    const data = chartIn(blocksOf({ measures, part, month: '2026-12' }));
    expect(data).not.toHaveProperty('of');
    expect(data).toMatchObject({ rows: [{}, { amounts: [75, 25] }] });
  });
});

describe('figures of others', () => {
  const measures = { a: { definition: share, figures: { C: { '2026-10': [740, 1000] } } } } as const;
  const one = {
    group: 'england',
    label: 'England',
    period: '2025/26',
    value: 71.9,
    mark: null,
    notes: ['Rounded.'],
    source: null,
  };
  const two = { ...one, group: 'region', label: 'Region', value: null, mark: 'not published', notes: ['Rounded.'] };
  it('stand beside it with their period and how far apart they are; a note of several is given once', () => {
    const blocks = blocksOf({ measures, part: { part: 'comparators' }, beside: [one, two] });
    expect(rowsOf(blocks)).toEqual([
      ['County', '74.0%', 'This figure', '1 to 31 October 2026', '–'],
      ['England', '71.9%', '2.1 percentage points higher', '2025/26', '–'],
      ['Region', 'not published', '–', '2025/26', '–'],
    ]);
    const table = blocks[0] as Table;
    expect(table.notes).toEqual([{ mark: 'a', text: 'Rounded.' }]);
    expect(table.groups[0]?.rows.map(({ cells }) => cells[0]?.notes)).toEqual([undefined, ['a'], ['a']]);
  });
});

describe('demand', () => {
  const count = { ...share, measuredIn: 'count', polarity: 'none', title: 'Referrals' } as const;
  const measures = {
    a: {
      definition: count,
      figures: {
        C: { '2025-10': 3761, '2026-10': 3099 },
        A1: { '2025-10': 1000, '2026-10': 1500 },
        A2: { '2025-10': 2761, '2026-10': 1599 },
        T1: { '2025-10': 500, '2026-10': 520 },
        T2: { '2025-10': 500, '2026-10': 980 },
        T3: { '2025-10': 2761, '2026-10': 1599 },
      },
    },
    b: { definition: { ...count, title: 'Contacts' }, figures: { C: { '2026-10': 7 } } },
  } as const;
  it('is told in number and per cent together, with the largest mover of each area', () => {
    const blocks = blocksOf({ measures, part: { part: 'demand', indicators: ['a', 'b'], level: 'team' } });
    expect(said(blocks)).toEqual([
      'Referrals: down by 17.6% (662 cases), from 3,761 in October 2025 to 3,099. The teams that moved most: in North, Vale up by 96.0% (480 cases), from 500 to 980; in South, Coast down by 42.1% (1,162 cases), from 2,761 to 1,599.',
      'Contacts: 7; there is no figure for October 2025 to compare with.',
    ]);
    expect(rowsOf(blocks).slice(0, 4)).toEqual([
      ['Hill', '500', '520', '+20', '+4.0%'],
      ['Vale', '500', '980', '+480', '+96.0%'],
      ['Coast', '2,761', '1,599', '−1,162', '−42.1%'],
      ['County', '3,761', '3,099', '−662', '−17.6%'],
    ]);
  });
});

describe('a wide table', () => {
  const columns = ['title', { show: 'periods', every: 'month', last: 4 }, 'target'] as const;
  const part: PartFile = { part: 'table', columns: [...columns] };
  const figures = { C: { '2026-09': [40, 50], '2026-10': [45, 50] } } as const;
  const months = ['2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10'];
  it('has one cell over the periods before a measure began, in the words of the report', () => {
    const report = { groups: [{ title: 'All', indicators: [{ indicator: 'a', words: { new: 'New in 2026/27' } }] }] };
    const blocks = blocksOf({ measures: { a: { definition: share, figures } }, part, report, months });
    expect(rowsOf(blocks)).toEqual([['a', 'New in 2026/27', '80.0%', '90.0%', '–']]);
    expect((blocks[0] as Table).groups[0]?.rows[0]?.cells[1]?.span).toBe(2);
  });
  it('lets it span the years before that of the first figure, no quarter of its own', () => {
    const report = { groups: [{ title: 'All', indicators: [{ indicator: 'a', words: { new: 'New in 2026/27' } }] }] };
    const years: PartFile = { part: 'table', columns: ['title', { show: 'periods', every: 'quarter', years: 2 }] };
    const late = { a: { definition: share, figures: { C: { '2026-09': [40, 50] } } } } as const;
    const blocks = blocksOf({ measures: late, part: years, report, month: '2026-09' });
    expect(rowsOf(blocks)).toEqual([['a', 'New in 2026/27', 'Not collected', '80.0%']]);
    expect((blocks[0] as Table).groups[0]?.rows[0]?.cells[1]?.span).toBe(4);
  });
  it('says since when there are figures, but not of periods that no figure reaches', () => {
    const measures = { a: { definition: share, figures } };
    expect(rowsOf(blocksOf({ measures, part, months }))[0]?.[1]).toBe('Not collected before Sep 2026');
    expect(rowsOf(blocksOf({ measures, part, months: months.slice(4) }))[0]?.slice(1, 3)).toEqual([
      'Not collected',
      'Not collected',
    ]);
  });
  it('says which figures a break parts from those of the month', () => {
    const measures = { a: { definition: share, figures, breaks: ['2026-10-01'] } };
    expect(rowsOf(blocksOf({ measures, part, months }))[0]?.slice(2, 4)).toEqual(['80.0% (not comparable)', '90.0%']);
  });
  it('ties the mark of a reason to its note', () => {
    const blocks = blocksOf({
      measures: { a: { definition: share, figures, target: { no_target: 'never' } } },
      part,
      months,
      report: { 'label-set': 'marked', notes: { '*': 'Too new.', '**': 'Reported for note.', '***': 'Unused.' } },
      pack: {
        labels: new Map([
          [
            'marked',
            {
              id: 'marked',
              title: 'Marked',
              statuses: { met: 'Met', near: 'Near', away: 'Away', none: 'None' },
              places: {},
              reasons: { 'target will not be set': 'No target**' },
              polarities: {},
              trends: {},
            },
          ],
        ]),
      },
    });
    const table = blocks[0] as Table;
    expect(table.groups[0]?.rows[0]?.cells.at(-1)).toMatchObject({ text: 'No target', notes: ['**'] });
    expect(table.notes).toEqual([{ mark: '**', text: 'Reported for note.' }]);
  });
});

describe('thresholds', () => {
  it('are said in words, each edge in one band', () => {
    const measures = { a: { definition: share, figures: { C: { '2026-10': 80 } }, target: { target: 90, amber: 75 } } };
    expect(said(blocksOf({ measures, part: { part: 'thresholds' } }))).toEqual([
      'Target: 90.0%. Green: 90.0% or more. Amber: from 75.0% to below 90.0%. Red: below 75.0%.',
    ]);
  });
});
