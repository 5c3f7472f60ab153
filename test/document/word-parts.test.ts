import { describe, expect, it } from 'vitest';
import { linesOf, type Small, withParts } from './words-double.ts';

const percent = { measuredIn: 'percent', polarity: 'higher', decimals: 0 } as const;
const oneFigure: Small = {
  indicators: { visits: { ...percent, title: 'Visits on time' } },
  figures: { visits: { '2026-04': [7, 8], '2026-05': [6, 8] } },
  targets: { visits: { target: 90, amber: 80 } },
  report: {},
};

describe('guidance', () => {
  it('explains the marks that the report shows, and no others', () => {
    const table = { part: 'table', columns: ['title', 'polarity', 'value', 'status', 'direction'] };
    const lines = linesOf({ ...oneFigure, report: withParts({ part: 'guidance' }, table) });
    expect(lines.slice(0, -2)).toEqual([
      '[Which way is better]',
      'Higher is better: The aim is the highest figure possible.',
      '[Which dates a figure covers]',
      'Year to date: 1 April to 31 May 2026.',
      '[Status]',
      'Red: It is further away than that.',
      'How it is judged: A figure is judged before it is rounded. Exactly at a limit, it belongs to the band that its thresholds say.',
      '[Direction of travel]',
      'Better: The figure is better than it was: it moved the way that is better.',
      'Worse: The figure is worse than it was.',
      'Same: The figure is what it was, before rounding.',
      'What is compared: Figures are compared before they are rounded: two that print the same can differ. Nothing is said where a figure is missing, or where its definition has changed in between.',
      'Compared with: April 2026.',
      '[With care]',
      'Few cases: “Few” is said of a denominator of 1 to 9. One case more or less moves such a figure a long way: read its status and direction with care.',
      'Early in the year: Year-to-date figures begin again in April. In the first months they rest on few cases and move easily.',
      'Rounding: Figures are printed half up. Shares of a whole may add up to 99 or 101.',
    ]);
  });

  it('leaves out status and direction where no column shows them, and cautions that do not apply', () => {
    const table = { part: 'table', columns: ['title', 'value'] };
    const lines = linesOf({
      ...oneFigure,
      indicators: { visits: { ...percent, polarity: 'none', basis: 'snapshot' } },
      figures: { visits: { '2026-05': [60, 80] } },
      report: withParts({ part: 'guidance' }, table),
    });
    expect(lines.filter((line) => line.startsWith('['))).toEqual([
      '[Which way is better]',
      '[Which dates a figure covers]',
      '[With care]',
      '[All]',
    ]);
    expect(lines).toContain('At month end: At 31 May 2026.');
    expect(lines.some((line) => /^(Few cases|Early)/.test(line))).toBe(false);
  });
});

describe('glossary', () => {
  it('holds the abbreviations that the texts use, in the singular or the plural, sorted', () => {
    const report = {
      ...withParts({ part: 'glossary' }, { part: 'text', paragraphs: ['Two ICPCs were late; CP plans were made.'] }),
      abbreviations: { CP: 'child protection', SGO: 'special guardianship order' },
    };
    const pack = {
      glossary: { ICPC: 'initial child protection conference (before a CIN plan)', CIN: 'child in need' },
    };
    // CIN stands in the meaning of another alone, and nobody who reads the report meets it elsewhere.
    expect(linesOf({ report, pack }).slice(0, 3)).toEqual([
      '[Abbreviations]',
      'CP: child protection',
      'ICPC: initial child protection conference (before a CIN plan)',
    ]);
  });

  it('leaves its section out where there are none, and numbers the others as if it had never been', () => {
    const section = (title: string, part: object) => ({ title, parts: [part] });
    const report = {
      numbered: true,
      sections: [
        section('Abbreviations', { part: 'glossary' }),
        { ...section('Last', { part: 'text', paragraphs: ['This is section {section:last}.'] }), id: 'last' },
      ],
    } as Small['report'];
    expect(linesOf({ report, pack: { glossary: { CP: 'child protection' } } })).toEqual(['This is section 1.']);
  });
});

describe('changes', () => {
  const changed: Small = {
    ...oneFigure,
    indicators: { visits: { ...percent, title: 'Visits on time' }, audits: { ...percent, title: 'Audits' } },
    figures: { visits: { '2026-03': [70, 80], '2026-05': [60, 80] }, audits: { '2026-05': [1, 2] } },
    report: {
      ...withParts({ part: 'changes' }),
      changes: ['Areas are shown for the first time', { from: '2026-04-20', says: 'Audits are new.' }],
    },
  };

  it('tells what changed in the financial year: the report, its definitions, figures that begin', () => {
    const [first] = linesOf({ ...changed, versions: {} }).slice(0, 1);
    expect(first).toBe('Areas are shown for the first time.');
    expect(linesOf({ ...changed, versions: { visits: twoVersions } })).toEqual([
      'Areas are shown for the first time.',
      'Audits are new.',
      'Visits on time, from 1 May 2026: Missed visits count as late. Figures before that day do not compare with those after it.',
      'Audits: figures begin in May 2026.',
    ]);
  });

  it('tells only what came after the last edition', () => {
    const later = { ...changed, input: { lastEdition: '2026-05-10' }, versions: { visits: twoVersions } };
    expect(linesOf(later)).toEqual(['Areas are shown for the first time.', 'Audits: figures begin in May 2026.']);
    const report = withParts({ part: 'changes' });
    expect(linesOf({ ...oneFigure, report, input: { lastEdition: '2026-05-10' } })).toEqual([
      'Nothing in the report or its definitions has changed since the last edition, of 10 May 2026.',
    ]);
  });
});

const definition = { theme: 'all', basis: 'year-to-date', list: [], findings: [], looksBackMonths: 0, ...percent };
const version = { definition: { ...definition, title: 'Visits on time' }, hash: '', needs: new Map() };
const twoVersions = [
  { ...version, from: null, note: '', comparable: true },
  { ...version, from: '2026-05-01', note: 'Missed visits count as late', comparable: false },
];

describe('commentary', () => {
  const page = {
    sections: [
      {
        title: '{title}',
        'for-each': {},
        parts: [{ part: 'commentary', headings: ['Cause', 'Action'], required: ['away'] }],
      },
    ],
  } as Small['report'];
  const comment = { indicator: 'visits', month: '2026-05', author: 'Head of service' };

  it('prints what was written under the headings asked, the last given, with figures filled in, and says when it was late', () => {
    const comments = [
      { ...comment, heading: 'Action', text: 'Old words.' },
      { ...comment, heading: 'Action', text: 'Two visits were late.\n\nBoth were made.', written_on: '2026-06-12' },
      { ...comment, heading: 'Cause', text: '{value:visits} of visits were on time.', written_on: '2026-05-30' },
      { ...comment, heading: 'Aside', text: 'Not asked for.' },
      { ...comment, heading: 'Cause', text: 'Of an area alone.', unit: 'A1' },
      { ...comment, heading: 'Cause', text: 'Of another month.', month: '2026-04' },
      { ...comment, heading: 'Cause', text: 'Of another report.', report: 'another' },
    ];
    expect(linesOf({ ...oneFigure, report: page, comments })).toEqual([
      '[Cause, Head of service]',
      '75% of visits were on time.',
      '[Action, Head of service, Written on 12 June 2026]',
      'Two visits were late.',
      'Both were made.',
    ]);
  });

  it('says in its place what is missing', () => {
    const because = 'A comment is required of an indicator whose status is “Red”';
    expect(linesOf({ ...oneFigure, report: page })).toEqual([
      '[Commentary is missing]',
      `${because}, and none has been written.`,
    ]);
    const comments = [{ ...comment, heading: 'Cause', text: 'Snow.' }];
    expect(linesOf({ ...oneFigure, report: page, comments })).toEqual([
      '[Cause, Head of service]',
      'Snow.',
      '[Commentary is missing]',
      `${because}, and nothing has been written under Action.`,
    ]);
    expect(linesOf({ ...oneFigure, report: page, targets: { visits: { target: 70 } } })).toEqual([]);
  });
});

describe('narrative', () => {
  it('is generated, and its figures are those of the cells', () => {
    const [heading, first] = linesOf({ ...oneFigure, report: withParts({ part: 'narrative', heading: 'Analysis' }) });
    expect(heading).toBe('[Analysis: Visits on time]');
    expect(first).toContain('75% (6 of 8)');
  });
});
