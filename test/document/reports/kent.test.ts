import { describe, expect, it } from 'vitest';
import { printedRows } from '../../judgement/reports/printed.ts';
import { compiled } from './compiled.ts';
import { allSections, factsOf, grouped, proseOf, rowOf, saidUnder, sectionOf, seen, tableOf } from './reading.ts';

const document = await compiled('kent');
const printed = printedRows('kent_2014_05');
const rows = seen(tableOf(document, 'Scorecard, Kent, May 2014'));

/** '29.4' as it is printed with its unit. */
const figure = (typed: string | undefined, unit: string): string => {
  if (typed === undefined || typed === '') return '';
  const decimals = unit === 'count' ? 0 : 1;
  const [whole = '', part = ''] = typed.split('.');
  const said = decimals === 0 ? grouped(whole) : `${grouped(whole)}.${part.padEnd(decimals, '0')}`;
  return `${said}${{ percent: '%', average_days: ' days' }[unit] ?? ''}`;
};
const statuses: Readonly<Record<string, string>> = { R: 'Red', A: 'Amber', G: 'Green', '': 'No rating' };
const arrows: Readonly<Record<string, string>> = { up: 'improved', down: 'worsened', same: 'no change' };
const bases: Readonly<Record<string, string>> = { YTD: 'Year to date', R12M: 'Rolling 12 months', SS: 'At month end' };
/** What the print has as a dash or a blank. */
const blank = (text: string | undefined): string =>
  text === undefined || ['–', 'Not collected', 'No target', ''].includes(text) ? '' : text;

describe('Kent, May 2014: the scorecard', () => {
  it('has the 40 rows in their order, under their headings', () => {
    expect(rows.map(({ cells }) => cells['No.']?.text)).toEqual(printed.map(({ no }) => no));
    expect(rows.map(({ group }) => group?.toUpperCase())).toEqual(printed.map(({ section }) => section));
  });

  /** Arrows that differ, with the reason that docs/reports/kent.md gives. */
  const arrowApart: Readonly<Record<string, string>> = {
    '7 outturn': 'Not comparable', // the definition changed between the two
    '40 previous': 'improved', // 5,916 over 250.9 is 23.58 against the 23.6 that is printed of the month before
  };

  it.each(printed)('row $no', (row) => {
    const { no = '', unit = '' } = row;
    const cells = rows[Number(no) - 1]?.cells ?? {};
    const text = (label: string): string => blank(cells[label]?.text);
    expect({
      polarity: text('Polarity'),
      basis: text('Data period'),
      latest: text('Latest result'),
      numerator: text('Num'),
      denominator: text('Denom'),
      rag: cells.RAG?.text,
      target: text('Target 2014/15'),
      previous: text('Previous reported result'),
      arrowFromPrevious: text('Direction from previous'),
      outturn: text('Outturn March 2014'),
      arrowFromOutturn: text('Direction from outturn'),
    }).toEqual({
      polarity: row.polarity,
      basis: bases[row.period_basis ?? ''],
      latest: figure(row.latest, unit),
      // A count is its own numerator; the print leaves that cell empty.
      numerator: unit === 'count' ? figure(row.latest, unit) : grouped(row.numerator ?? ''),
      denominator: grouped(row.denominator ?? ''),
      rag: statuses[row.rag ?? ''],
      target: figure(row.target, unit),
      previous: figure(row.previous, unit),
      arrowFromPrevious: arrowApart[`${no} previous`] ?? arrows[row.dot_previous ?? ''] ?? '',
      outturn: figure(row.outturn, unit),
      arrowFromOutturn: arrowApart[`${no} outturn`] ?? arrows[row.dot_outturn ?? ''] ?? '',
    });
  });
});

const pages = Object.groupBy(printedRows('kent_exceptions'), ({ scorecard_no }) => scorecard_no ?? '');
const pageOf = (no: string) => {
  const found = allSections(document).find(({ title }) => title.startsWith(`${no}. `));
  if (found === undefined) throw new Error(`row ${no} has no page`);
  return found;
};

describe('Kent, May 2014: a page for every red indicator', () => {
  it('has the five red rows, in order, and no other', () => {
    const numbers = sectionOf(document, 'Red indicators').sections.map(({ title }) => title.split('.')[0]);
    expect(numbers).toEqual(Object.keys(pages));
    expect(numbers).toEqual(printed.flatMap(({ no, rag }) => (rag === 'R' ? [no] : [])));
    expect(
      seen(tableOf(sectionOf(document, 'Red indicators'), 'Red indicators at')).map(({ cells }) => cells['No.']?.text),
    ).toEqual(numbers);
  });

  const columns: Readonly<Record<string, string>> = {
    'Sep 13': 'Sep 2013',
    'Dec 13': 'Dec 2013',
    'Mar 14': 'Mar 2014',
    'May 14': 'May 2014',
  };

  it.each(Object.entries(pages))('row %s: its four points, targets and ratings', (no, points = []) => {
    const table = tableOf(pageOf(no), 'Trend at month ends');
    const { unit = '' } = printed[Number(no) - 1] ?? {};
    const [value, target, status] = seen(table);
    for (const point of points) {
      const column = columns[point.period ?? ''] ?? '';
      // Rows 4 and 7 print n/a for March, where the scorecard has an outturn: ours has it here too.
      const isOutturn = point.value_mark === 'n/a' && point.period === 'Mar 14';
      const outturn = figure(printed[Number(no) - 1]?.outturn, unit);
      expect([no, column, blank(value?.cells[column]?.text)]).toEqual([
        no,
        column,
        isOutturn ? outturn : figure(point.value, unit),
      ]);
      expect([no, column, blank(target?.cells[column]?.text)]).toEqual([no, column, figure(point.target, unit)]);
      expect([no, column, status?.cells[column]?.text]).toEqual([
        no,
        column,
        point.rag === '' ? 'No rating' : point.rag,
      ]);
    }
  });

  const notes: Readonly<Record<string, readonly [thresholds: string, good: string, data: string, source: RegExp]>> = {
    '4': ['Target: 100. Green: below 100. Amber: from 100 to 150. Red: above 150.', 'L', 'At month end', /Liberi/],
    '7': ['Target: 0. Green: 0 or less. Red: above 0.', 'L', 'At month end', /Liberi/],
    '34': [
      'Target: 100.0%. Green: 100.0% or more. Amber: from 85.0% to below 100.0%. Red: below 85.0%.',
      'H',
      'Year to date',
      /audits/,
    ],
    '35': [
      'Target: 90.0%. Green: 90.0% or more. Amber: from 75.0% to below 90.0%. Red: below 75.0%.',
      'H',
      'Year to date',
      /audits/,
    ],
    '37': ['Target: 78.5%.', 'H', 'At month end', /Establishment.*human resources/],
  };

  it.each(Object.entries(notes))('row %s: who answers, and the data notes', (no, [thresholds, good, data, source]) => {
    const facts = factsOf(pageOf(no));
    expect(Object.keys(facts).slice(0, 5)).toEqual([
      'Portfolio',
      'Division',
      'Accountable elected member',
      'Accountable director',
      'RAG',
    ]);
    expect(facts.RAG).toBe('Red');
    expect(facts['Target and thresholds']).toContain(thresholds);
    expect([facts['Good performance'], facts.Data]).toEqual([good, data]);
    expect(facts['Data source']).toMatch(source);
  });

  /** Numbers that words of the document stand for, by the page of the print. */
  const asWords: Readonly<Record<string, string>> = { '85.0': '85%', '80': 'four in five' };
  const pageNumbers = ['4', '7', '34', '35', '37'];

  it.each(printedRows('kent_exception_facts'))('page $page says: $fact, $value', ({ page, value = '', unit, fact }) => {
    const said = proseOf(pageOf(pageNumbers[Number(page) - 1] ?? ''));
    const number = grouped(asWords[value] ?? value);
    const suffix = unit === 'percent' && asWords[value] === undefined ? '%' : '';
    expect([fact, said]).toEqual([
      fact,
      expect.stringMatching(new RegExp(`(?<![\\d.,])${number}${suffix}(?![\\d%]|[.,]\\d)`)),
    ]);
  });

  it('says with its date what became known later', () => {
    expect(saidUnder(pageOf('4'), 'Since then')).toMatch(/23 June 2014.* 105/);
    expect(saidUnder(pageOf('7'), 'Since then')).toMatch(/23 June 2014.* 9/);
  });
  it('calls the agency share one of all posts, as the scorecard has it', () => {
    const { cells } = rowOf(tableOf(document, 'Scorecard, Kent, May 2014'), printed[35]?.title ?? '');
    expect(saidUnder(pageOf('37'), 'Cause')).toContain(
      `${cells['Latest result']?.text} by agency staff; both are shares of all`,
    );
  });
});
