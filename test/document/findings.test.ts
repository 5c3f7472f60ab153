import { describe, expect, it } from 'vitest';
import type { Printed } from '../../src/pack/index.ts';
import { findingsOf, linesOf, type Small, withParts } from './words-double.ts';

const percent = { measuredIn: 'percent', polarity: 'higher', decimals: 0, basis: 'snapshot' } as const;
const small: Small = {
  indicators: { stable: { ...percent, title: 'Stable placements' } },
  figures: {
    stable: { '2026-03': [474, 691], '2026-04': [480, 690], '2026-05': [466, 680] },
    'stable@A1': { '2026-05': [92, 100] },
  },
  targets: { stable: { target: 69, amber: 62 } },
  report: withParts({ part: 'checks' }),
};
const row = (over: Partial<Printed>): Printed => ({
  report: 'small',
  indicator: 'stable',
  month: '2026-05',
  part: 'value',
  printed: '',
  where: 'table',
  ...over,
});
const printed = (...rows: Partial<Printed>[]): string[] =>
  findingsOf({ ...small, printed: rows.map(row) }).filter((line) => line.startsWith('print'));

describe('what was printed', () => {
  it('is left alone where it follows from the figures, to the decimals that it has', () => {
    const right = [
      { printed: '69%' },
      { printed: '68.5%', where: 'text' },
      { part: 'numerator', printed: '466' },
      { part: 'denominator', printed: '680' },
      { part: 'target', printed: '69%' },
      { part: 'status', printed: 'near' },
      { part: 'direction', printed: 'down' },
      { part: 'direction', printed: 'down', beside: '2026-03', where: 'text' },
      { part: 'trend', printed: 'New measure' },
    ] as const;
    expect(printed(...right)).toEqual([]);
  });

  it('is told where it does not', () => {
    const wrong = [
      { printed: '67%' },
      { printed: 'n/a', month: '2026-03', edition: '2026-05', where: 'page' },
      { printed: '50%', month: '2025-05', edition: '2026-05', where: 'chart' },
      { part: 'numerator', printed: '467' },
      { part: 'target', printed: '70%' },
      { part: 'status', printed: 'met' },
      { part: 'status', printed: 'near', unit: 'A1' },
      { part: 'direction', printed: 'up' },
      { part: 'trend', printed: 'declining' },
    ] as const;
    expect(printed(...wrong)).toEqual([
      'print | Stable placements (table) | 67% is printed, but 466 of 680 is 68.5%.',
      'print | Stable placements (page) | “n/a” is printed, and the figure is 69%.',
      'print | Stable placements (chart) | 50% is printed, and there is no figure.',
      'print | Stable placements (table) | 467 is printed as the numerator, and it is 466.',
      'print | Stable placements (table) | 70% is printed as the target, and it is 69%.',
      'print | Stable placements (table) | “Green” is said, and by the rule it is “Amber”: 68.5% against a target of 69%.',
      'print | Stable placements, Coast (table) | “Amber” is said, and by the rule it is “Green”: 92% against a target of 69%.',
      'print | Stable placements (table) | It is said that the number rose, but it fell: 69% in May 2026 after 70% (April 2026).',
      'print | Stable placements (table) | The trend is said to be “declining”, and by the rule it is “new measure”.',
    ]);
  });

  it('is told in the edition that printed it, of the report that did', () => {
    expect(printed({ printed: '67%', edition: '2026-06' }, { printed: '67%', report: 'another' })).toEqual([]);
  });
});

describe('commentary', () => {
  const comment = { indicator: 'stable', month: '2026-05', heading: 'Cause', author: 'Head of service' };
  const found = (text: string, over: Partial<Small> = {}): string[] =>
    findingsOf({ ...small, ...over, comments: [{ ...comment, text }] }).filter((line) =>
      /^(commentary|words)/.test(line),
    );
  const stray = (number: string): string =>
    `commentary | Stable placements (Cause) | ${number} is no figure, target or comparator of this indicator, nor a difference between them. Use a token for a figure of the report; say as at which day a figure from elsewhere was.`;

  it('is asked about percentages that are none of the indicator’s', () => {
    // The figure, the target, an area, the month before, and the difference of 1.04 between the two.
    expect(found('68.5%, against 69%; Coast had 92%. 69.6% in April: 1.0 percentage points more.')).toEqual([]);
    expect(found('It was 66% at the time.')).toEqual([stray('66%')]);
    expect(found('It was {value:stable} at the time.')).toEqual([]);
    const beside = { group: 'england', label: 'England', period: '2025', mark: null, notes: [], source: null };
    expect(found('England has 66%.', { input: { beside: () => [{ ...beside, value: 66.2 }] } })).toEqual([]);
  });

  it('is asked about a rise of a figure that fell', () => {
    expect(found('The share has risen since placements are reviewed.')).toEqual([
      'words | Stable placements (Cause) | “has risen” is claimed without a figure. Give the figure, as a token where it is one of the report, or leave the claim out.',
      'commentary | Stable placements (Cause) | The figure was 70% in April 2026 and is 69% now, which “risen” does not fit. Say it as the figures have it, or name what the word is about and since when.',
    ]);
    expect(found('The share fell to 68.5% as more children came into care.')).toEqual([]);
    expect(found('Demand has risen and the share fell to 68.5%.')).toEqual([]);
  });

  it('is asked about the names of people, which are not repeated, and about tokens that stand for nothing', () => {
    const [name, ...more] = found('Since Aoife Brennan left, nobody reviews.');
    expect(more).toEqual([]);
    expect(name).toBe(
      'commentary | Stable placements (Cause) | It has words that may be the name of a person. Name a role or a team.',
    );
    expect(found('It is {value:stabel}.')).toEqual([
      expect.stringMatching(/^commentary \| .* \{value:stabel\} stands for no figure, and would be printed as it is\./),
    ]);
    const onTheWhole = { indicator: undefined, text: 'Aoife Brennan left.' };
    expect(findingsOf({ ...small, comments: [{ ...comment, ...onTheWhole }] })).toEqual([
      expect.stringMatching(/^commentary \| The report as a whole \(Cause\) \| It has words that may be the name/),
    ]);
  });

  it('is told to be missing where the page asks for it', () => {
    const page = { title: '{title}', 'for-each': {}, parts: [{ part: 'commentary', required: ['near'] }] };
    const report = { sections: [page] } as Small['report'];
    const says = 'A comment is required of an indicator whose status is “Amber”, and none has been written.';
    expect(findingsOf({ ...small, report })).toEqual([`commentary | Stable placements | ${says}`]);
    const inner = { sections: [{ title: 'Pages', parts: [], sections: [page] }] } as Small['report'];
    expect(findingsOf({ ...small, report: inner })).toHaveLength(1);
  });

  it('is told to be missing where a unit right below is a hotspot, whatever the figure of them all', () => {
    const page = { title: '{title}', 'for-each': {}, parts: [{ part: 'commentary', required: ['hotspot'] }] };
    const report = { sections: [page] } as Small['report'];
    const hills = (met: number) => ({ ...small.figures, 'stable@A2': { '2026-05': [met, 100] as const } });
    expect(findingsOf({ ...small, report, figures: hills(62) })).toEqual([]);
    const says = 'A comment is required of an indicator with a hotspot (Hills), and none has been written.';
    expect(findingsOf({ ...small, report, figures: hills(61) })).toEqual([`commentary | Stable placements | ${says}`]);
  });
});

describe('figures and words', () => {
  it('names indicators by their titles where an identity does not hold', () => {
    const identities = [
      {
        left: ['stable.denominator'],
        right: ['care.numerator'],
        is: 'equal',
        within: 0,
        because: 'both count children',
      },
    ] as const;
    const found = findingsOf({
      ...small,
      indicators: { ...small.indicators, care: { ...percent, title: 'Children in care' } },
      figures: { ...small.figures, care: { '2026-05': [690, 700] } },
      pack: { identities: identities.map((one) => ({ ...one, left: [...one.left], right: [...one.right] })) },
    });
    expect(found).toEqual([
      'figures | County, May 2026 | The denominator of “Stable placements” is 680 and the numerator of “Children in care” 690; must be equal: both count children.',
    ]);
  });

  it('tells of a year to date that lost cases, of an indicator that the report has', () => {
    const shrunk = {
      ...small,
      indicators: { stable: { ...percent, title: 'Stable placements', basis: 'year-to-date' } },
    };
    const part = (name: string): string =>
      `figures | Stable placements | The ${name} of the year to date is less than in April 2026: cases have left it since.`;
    expect(findingsOf(shrunk)).toEqual([part('numerator'), part('denominator')]);
    expect(findingsOf({ ...shrunk, report: { ...shrunk.report, groups: [] } })).toEqual([]);
  });

  it('lists abbreviations that nothing explains, and those that nothing uses; codes and quarters are none', () => {
    const text = 'In Q2 the KPIs of A1 were met, S47s by X1 were not; At ease.';
    const report = { ...withParts({ part: 'text', paragraphs: [text] }), abbreviations: { CIN: 'child in need' } };
    expect(findingsOf({ ...small, report })).toEqual([
      'words | KPI | The abbreviation is used and not explained.',
      'words | S47 | The abbreviation is used and not explained.',
      'words | Abbreviations | Explained and not used in this report: CIN.',
    ]);
  });

  it('are not of what the checks themselves say', () => {
    const report = { ...withParts({ part: 'checks' }, { part: 'glossary' }), abbreviations: { CIN: 'child in need' } };
    expect(linesOf({ ...small, report }).slice(1)).toEqual([
      '[Words]',
      'Abbreviations | Explained and not used in this report: CIN.',
    ]);
  });

  it('stand in the part of checks, under what they are about; that nothing was found is said', () => {
    const lines = linesOf({ ...small, printed: [row({ printed: '67%' })] });
    expect(lines.slice(1)).toEqual([
      '[What was printed and does not follow from the figures]',
      'Stable placements (table) | 67% is printed, but 466 of 680 is 68.5%.',
    ]);
    expect(linesOf(small)).toHaveLength(1);
    expect(linesOf(small)[0]).toMatch(/^Checked: .* Nothing was found\.$/);
  });
});
