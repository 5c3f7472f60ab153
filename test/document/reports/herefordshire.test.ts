import { describe, expect, it } from 'vitest';
import { printedRows } from '../../judgement/reports/printed.ts';
import { compiled } from './compiled.ts';
import { factsOf, grouped, proseOf, sectionOf, seen, tableOf } from './reading.ts';

const document = await compiled('herefordshire');
const printed = printedRows('herefordshire_2014_08');
const sheets = sectionOf(document, 'Fact sheets').sections;
const sheetOf = (sequence: string) => {
  const found = sheets[Number(sequence) - 1];
  if (found === undefined) throw new Error(`indicator ${sequence} has no sheet`);
  return found;
};

/** A figure as the sheets print it: counts whole, rates and shares with two decimals. */
const figure = ({ value = '', unit = '' }: Readonly<Record<string, string>>): string => {
  if (unit === 'count') return grouped(value);
  const typed = unit === 'rate_per_10000' ? Number(value).toFixed(2) : value;
  return `${grouped(typed)}${unit === 'percent' ? '%' : ''}`;
};

describe('Herefordshire, August 2014: one sheet an indicator, with the same fields each time', () => {
  it('has the 22 sheets in order', () => {
    const sequences = [...new Set(printed.map(({ indicator_seq }) => indicator_seq))];
    expect(sheets.map((sheet) => factsOf(sheet).Code)).toEqual(sequences);
  });

  /** Where each field of the printed page stands on ours: a fact, or a block. */
  const places: Readonly<Record<string, readonly string[]>> = {
    Code: ['Code'],
    Name: ['Name'],
    'Responsible officer': ['Responsible officer'],
    'Full Description': ['Full description'],
    Measure: ['Measure'],
    'Indicator Guide': ['Indicator guide'],
    'Last Update': ['Last update'],
    'Current Value': ['Current value'],
    'Rate per 10,000': ['Rate per 10,000, or the figure beside it'],
    'Overall assessment': ['Overall assessment'],
    Target: ['Target'],
    'Direction of Travel (Comparator with last year)': ['Direction of travel from last year'],
    'Previous Values': ['Aug-13', 'Aug-12'],
    England: ['England', 'Period of comparators'],
    'Statistical Neighbours': ['Statistical neighbours', 'Period of comparators'],
    'West Midlands': ['West Midlands', 'Period of comparators'],
    'Measure Period': ['Measure period'],
  };

  it.each(printedRows('herefordshire_page_fields'))('$field stands on every sheet', ({ field = '' }) => {
    for (const sheet of sheets) {
      const facts = factsOf(sheet);
      if (field === 'Trend chart') {
        const isDrawn = sheet.blocks.some(({ kind }) => kind === 'figure');
        expect(isDrawn || /there is no (trend chart|figure)/i.test(proseOf(sheet))).toBe(true);
      } else if (field === 'Comments') {
        expect(sheet.blocks.some((block) => block.kind === 'commentary' && !block.generated)).toBe(true);
      } else
        for (const term of places[field] ?? ['no such field'])
          expect([sheet.title, Object.keys(facts)]).toEqual([sheet.title, expect.arrayContaining([term])]);
    }
  });

  it('gives a guide and a description in words on every sheet', () => {
    for (const sheet of sheets) {
      const facts = factsOf(sheet);
      expect(facts['Indicator guide']).toMatch(/\w+ \w+ \w+/);
      expect(facts['Full description']).toMatch(/\w+ \w+ \w+/);
    }
  });

  /** Where a figure of that kind stands on its sheet. */
  const termOf = ({
    indicator_seq,
    figure_kind = '',
    period = '',
  }: Readonly<Record<string, string>>): string | null => {
    if (figure_kind === 'rate per 10,000 (YTD)' || figure_kind === 'comparator') return null;
    // What is judged of referrals is the rate; the count of the month stands beside it.
    if (indicator_seq === '6' && figure_kind === 'current value') return 'Rate per 10,000, or the figure beside it';
    if (/numerator|denominator/.test(figure_kind)) return null;
    if (indicator_seq === '18' && period.startsWith('Jun')) return 'Rate per 10,000, or the figure beside it';
    if (/^current|^rate per 10,000$/.test(figure_kind)) return 'Current value';
    if (figure_kind.startsWith('previous') && /Aug-13|last year|^2013|ending 2013/.test(period)) return 'Aug-13';
    if (figure_kind.startsWith('previous') && /Aug-12|ending 2012/.test(period)) return 'Aug-12';
    return null;
  };
  const onSheets = printed.filter((row) => row.value !== '' && termOf(row) !== null);

  it.each(onSheets)('sheet $indicator_seq: $figure_kind, $period: $value', (row) => {
    const facts = factsOf(sheetOf(row.indicator_seq ?? ''));
    expect([row.figure_kind, facts[termOf(row) ?? '']]).toEqual([row.figure_kind, figure(row)]);
  });

  it('puts the rate beside the count of cases stepped down from core assessment', () => {
    expect(factsOf(sheetOf('3'))['Rate per 10,000, or the figure beside it']).toBe('4.43');
  });

  it.each(printed.filter(({ figure_kind, value }) => figure_kind === 'assessment' && value === 'red'))(
    'sheet $indicator_seq is assessed as red, by a person, with the reason',
    ({ indicator_seq = '' }) => {
      expect(factsOf(sheetOf(indicator_seq))['Overall assessment']).toMatch(/red, set by a person: \w+ \w+ \w+/i);
    },
  );

  it('has the targets that survive: a share, and a range', () => {
    expect(factsOf(sheetOf('9')).Target).toBe('85.00%');
    expect(factsOf(sheetOf('10')).Target).toMatch(/^138\.0+ to 168\.6/);
  });

  it.each(printed.filter(({ figure_kind }) => figure_kind === 'comparator'))(
    'sheet $indicator_seq: $scope_or_comparator is N/A, with its period',
    ({ indicator_seq = '', scope_or_comparator = '' }) => {
      const facts = factsOf(sheetOf(indicator_seq));
      const term = scope_or_comparator.replace('Neighbours', 'neighbours');
      expect([facts[term], facts['Period of comparators']]).toEqual(['N/A', '2012/13']);
    },
  );

  /** What the words of ours say in place of a number. */
  const asWords: Readonly<Record<string, string>> = {
    '16 33.33': 'A third fewer',
    '15 20': 'a fifth',
    '18 2': '2 of them late',
  };
  const facts = printed.filter(
    (row) =>
      row.value !== '' &&
      !onSheets.includes(row) &&
      /fact|change|sample|numerator|denominator|goal|out of|previous/.test(row.figure_kind ?? ''),
  );

  it.each([...facts, ...printed.filter(({ scope_or_comparator }) => scope_or_comparator === 'internal goal')])(
    'sheet $indicator_seq says: $figure_kind, $scope_or_comparator, $period: $value',
    ({ indicator_seq = '', value = '', unit = '' }) => {
      const said = proseOf(sheetOf(indicator_seq));
      const words = asWords[`${indicator_seq} ${value}`];
      const number = `${value}${unit === 'percent' ? '%' : ''}`;
      const wanted =
        words === undefined
          ? new RegExp(`(?<![\\d.])${number.replace('.', '\\.')}(?![\\d]|\\.\\d)`)
          : new RegExp(words);
      expect([indicator_seq, said]).toEqual([indicator_seq, expect.stringMatching(wanted)]);
    },
  );

  it('compares with the same month last year in its overview', () => {
    const rows = seen(tableOf(document, 'Indicators of the report'));
    const contacts = rows.find(({ cells }) => cells.Code?.text === '4')?.cells;
    expect([contacts?.['Current value']?.text, contacts?.['August 2013']?.text]).toEqual(['567', '441']);
  });

  it('says when it was run, what it holds, and that later entries can change it', () => {
    const said = proseOf(sectionOf(document, 'About this report'));
    expect(said).toMatch(/31 August 2014/);
    expect(said).toMatch(/later can change/);
  });

  it('draws the visits as they are: the print owns that its picture of them was wrong', () => {
    const figure = sheetOf('19').blocks.find(({ kind }) => kind === 'figure');
    if (figure?.kind !== 'figure' || figure.chart.kind !== 'trend') throw new Error('no chart');
    expect([figure.chart.main.values[0], figure.chart.main.values.at(-1)]).toEqual([95.33, 91.94]);
  });
});
