import { describe, expect, it } from 'vitest';
import type { Document } from '../../../src/document/index.ts';
import { plainText } from '../../../src/narrative/index.ts';
import { compiled } from './compiled.ts';
import { allSections, blocksOf, proseOf, sectionOf, seen, tableOf } from './reading.ts';

const [kent, trust, birmingham, herefordshire, cafcass] = (await Promise.all(
  (['kent', 'trust', 'birmingham', 'herefordshire', 'cafcass'] as const).map(compiled),
)) as [Document, Document, Document, Document, Document];

/** All that a document says, in reading order: headings, sentences, facts, tables with their headers and notes. */
function wordsOf(document: Document): string {
  return allSections(document)
    .flatMap((section) => [
      section.title,
      proseOf({ ...section, sections: [] }),
      ...section.blocks.flatMap((block): string[] => {
        if (block.kind === 'cover') return [...block.above, block.title, ...block.below];
        if (block.kind === 'facts') return block.items.map(({ term, value }) => `${term}: ${plainText(value)}`);
        if (block.kind === 'figure') return [`figure ${block.chart.kind}`];
        if (block.kind !== 'table') return [];
        const rows = seen(block).map(({ group, cells }) =>
          [group ?? '', ...Object.values(cells).map(({ text }) => text)].join(' | '),
        );
        const headers = Object.keys(seen(block)[0]?.cells ?? {}).join(' | ');
        return [block.caption, headers, ...rows, ...block.notes.map(({ mark, text }) => `${mark} ${text}`)];
      }),
    ])
    .join('\n');
}

const says = new Map(
  [kent, trust, birmingham, herefordshire, cafcass].map((document) => [document, wordsOf(document)]),
);
const has = (document: Document, words: RegExp): void => expect(says.get(document)).toMatch(words);
const hasNot = (document: Document, words: RegExp): void => expect(says.get(document)).not.toMatch(words);

/**
 * What the published reports show, by what it is, and where ours has it. Figures, statuses, arrows and facts are held cell by
 * cell in the tests beside this one. What is not a matter of a compiled document is not here: page numbers and repeated
 * headers (the renderers), writing and agreeing comments (the workflow), lists of children behind a figure (the pages).
 */
const shown: readonly (readonly [what: string, where: () => void])[] = [
  [
    '1-3 a body, a fixed opening, an ask and one day of position',
    () =>
      has(
        cafcass,
        /Cafcass Board\n.*\nPosition as at 31 July 2008[\s\S]*Aim and purpose[\s\S]*Action for the Board[\s\S]*information and discussion only[\s\S]*Recommendation/,
      ),
  ],
  [
    '4 a line for each indicator, then a page for each',
    () => {
      const titles = allSections(cafcass).map(({ title }) => title);
      expect(titles.indexOf('Key strategic issues')).toBeLessThan(
        titles.findIndex((title) => title.startsWith('KPI 1: ')),
      );
    },
  ],
  ['5 words in the place of figures', () => has(cafcass, /KPI 4 \| .*Update included/)],
  [
    '6, 22 references to sections by their computed numbers',
    () => {
      const { number } = sectionOf(cafcass, 'Service areas');
      has(cafcass, new RegExp(`listed in section ${number}\\.`));
      expect(
        birmingham.sections
          .flatMap(({ sections }) => sections)
          .map((one) => one.number)
          .slice(0, 4),
      ).toEqual(['2.1', '2.2', '2.3', '2.4']);
    },
  ],
  [
    '7 a cover with directorate, service and month',
    () =>
      has(
        kent,
        /Social Care, Health and Wellbeing\nSpecialist children's services\nPerformance management scorecard\nMay 2014/,
      ),
  ],
  [
    '8, 120 guidance: polarity, rating, direction, dates, small numbers, year to date',
    () => {
      const labels = sectionOf(kent, 'Guidance notes').blocks.flatMap((block) =>
        block.kind === 'facts' ? [block.label] : [],
      );
      expect(labels).toEqual(
        expect.arrayContaining(['Which way is better', 'Status', 'Direction of travel', 'With care']),
      );
    },
  ],
  [
    '9, 39, 40 key changes, with definitions that changed',
    () => has(kent, /Key changes[\s\S]*21 working days[\s\S]*28/),
  ],
  [
    '10 every red indicator has a page and no other',
    () => expect(sectionOf(kent, 'Red indicators').sections).toHaveLength(5),
  ],
  ['11 roles that answer, without a name', () => has(kent, /Accountable elected member: Cabinet member/)],
  [
    '12, 98, 99, 102 trend, thresholds in words, which way is good, source',
    () =>
      has(
        kent,
        /Trend at month ends[\s\S]*Target and thresholds: Target: 100[\s\S]*Good performance: L[\s\S]*Data source: /,
      ),
  ],
  ['13 who answers questions: a team', () => has(kent, /Contact\n.*management information team/)],
  [
    '14, 15 two classes in one table',
    () =>
      expect(tableOf(trust, 'Indicators by quarter').groups.map(({ title }) => title)).toEqual([
        'Contractual KPIs',
        'Strategic partnership indicators',
      ]),
  ],
  [
    '16-18 improvement board, run date, cut-off and what may change',
    () => has(herefordshire, /run as at 31 August 2014[\s\S]*improvement board of 15 September 2014/),
  ],
  [
    '21, 23, 24 commissioner, period, index, and an item that is no figure',
    () =>
      has(
        birmingham,
        /operational commissioning group\n.*\nOctober 1st to 31st 2018[\s\S]*Bi-monthly \| Practice quality/,
      ),
  ],
  [
    '26, 57, 58 measures of other plans, context without target',
    () => has(birmingham, /Contacts received[\s\S]*Council business plan measure/),
  ],
  [
    '27 each indicator is judged, charted and commented',
    () => has(birmingham, /each judged against its target and tolerance/),
  ],
  ['29, 30 what was known later, with its date', () => has(kent, /Since then\n.*23 June 2014.*105/)],
  [
    '31, 32 number and theme, counted on across themes',
    () =>
      expect(seen(tableOf(kent, 'Scorecard, Kent')).map(({ cells }) => Number(cells['No.']?.text))).toEqual(
        Array.from({ length: 40 }, (_, index) => index + 1),
      ),
  ],
  [
    '34-36 exclusions and ages in titles, and the scope of the whole',
    () => has(kent, /UASC included[\s\S]*Excludes Asylum/),
  ],
  [
    '37, 38 description, guide and role',
    () => has(herefordshire, /Responsible officer: Head[\s\S]*Full description: [\s\S]*Indicator guide: /),
  ],
  ['41 points that do not compare are named', () => has(kent, /do not compare|Not comparable|not comparable/i)],
  [
    '42-45 new measures span the year before; reasons by mark',
    () => has(trust, /New contract measure for 2019\/20[\s\S]*\* The measure is new[\s\S]*\*\* Reported for note/),
  ],
  [
    '46-49 indicators to come, with when and how they are made',
    () =>
      has(
        cafcass,
        /reporting begins with October[\s\S]*seven answers of adults and five of children, from a representative sample/,
      ),
  ],
  ['50, 51 a ladder of timescales', () => has(cafcass, /Within 7 working days 91\.0%.*within 28 days 97\.9%/)],
  [
    '52, 53, 107 duration bands and grades as rows, with the compound target',
    () => has(trust, /graded outstanding \|.*RI\+: 95%, Good\+: 80%/),
  ],
  [
    '54-56 parts of a whole, and which row is which',
    () =>
      has(
        birmingham,
        /Inside 45 working days[\s\S]*Outside 45 working days[\s\S]*Agency team managers, October 2018: 10%/,
      ),
  ],
  ['59 volumes have a target and no rating', () => has(kent, /1 \| Number of Referrals.*629\.3 \| No rating .*522\.6/)],
  [
    '60, 61, 149 frequency and whether others publish it',
    () => has(trust, /Frequency \|.*Benchmarking data available/),
  ],
  [
    '62, 155 what is not known of a target, and of neighbours',
    () => has(herefordshire, /no hub as far as is known\. When the target was set/),
  ],
  ['63 a glossary of what is used', () => has(kent, /Abbreviations[\s\S]*CIN: child in need/)],
  ['64, 65 the basis of each figure', () => has(kent, /Rolling 12 months[\s\S]*Year to date[\s\S]*At month end/)],
  ['66 caution early in the year', () => has(kent, /Early in the year/)],
  ['67, 68 why the year to date', () => has(cafcass, /records are amended for some time/)],
  [
    '70, 71, 78, 148 measure period, a rate beside a count, periods that differ',
    () => has(herefordshire, /Measure period: [\s\S]*year to March 2013/),
  ],
  [
    '72-76 windows beside the month',
    () =>
      has(
        birmingham,
        /Previous 12 months, cumulative[\s\S]*Previous 12 months, average[\s\S]*year to date[\s\S]*July 2015 to June 2016/,
      ),
  ],
  ['77 last year and this one by quarter', () => has(trust, /2018\/19 Q1 \| 2018\/19 Q2/)],
  [
    '79, 146 own published figures, and the period of each comparator',
    () => has(birmingham, /Birmingham as published[\s\S]*March 2017/),
  ],
  ['80 a target that steps by quarter', () => has(kent, /rises by quarter to 86\.0%/)],
  ['81-88 units and decimals, with what a ratio is made of', () => has(kent, /567\.7 days[\s\S]*99\.3 \| 477\.3/)],
  [
    '92, 93, 181, 187, 188 misprints and contradictions are named',
    () => {
      has(cafcass, /It is said that the number rose, but it fell/);
      has(birmingham, /67% is printed, but 466 of 680 is 68\.5%/);
    },
  ],
  [
    '95, 142 change in number and per cent, with the base',
    () => has(cafcass, /down by 17\.6% \(662 cases\), from 3,761 in July 2007 to 3,099/),
  ],
  [
    '96 shares that do not sum are explained',
    () => {
      const [figure] = blocksOf(sectionOf(trust, 'Audit grades')).filter(({ kind }) => kind === 'figure');
      expect(figure).toBeDefined();
    },
  ],
  ['103, 132 to target', () => has(kent, /Percentage of children becoming CP[^\n]*\| T \|/)],
  [
    '104-106, 126 one tolerance, and positions in words',
    () => has(trust, /Better than target[\s\S]*In Tolerance[\s\S]*Outside Tolerance/),
  ],
  [
    '108-111, 117, 127 a band on both sides, and position by phrase',
    () => has(birmingham, /80% to 90%[\s\S]*above tolerance, on its good side/),
  ],
  [
    '112, 113, 144 a range, and a fall from a dated high',
    () => has(herefordshire, /138\.0+ to 168\.6[\s\S]*20\.8% from its high of 69\.25 in April to 54\.85/),
  ],
  ['118 no claim that a target is met where it is not', () => hasNot(birmingham, /within tolerance and on target/i)],
  ['119, 128 a status is a word', () => has(kent, /\| Red \|/)],
  ['121-123 face and arrow apart', () => has(cafcass, /Target met \| decrease/)],
  [
    '124, 125 an assessment by a person with its reason',
    () => has(herefordshire, /set by a person: Within target a year ago/),
  ],
  [
    '129-131, 133, 134 two arrows, none across a changed definition',
    () => has(kent, /Numbers of Unallocated Cases.*improved.*Not comparable/),
  ],
  ['135 against the same month last year', () => has(herefordshire, /Direction of travel from last year: /)],
  ['136-139 a trend in a word', () => has(trust, /Volatile[\s\S]*New measure/)],
  ['140 wished level and movement', () => has(birmingham, /Good is: Low, stable/)],
  ['143 the best month since it began', () => has(cafcass, /April, at 98\.9%, was the best month/)],
  [
    '145, 147, 204 comparators by group, with marks',
    () => has(birmingham, /Youth offending team family[\s\S]*experimental statistics/),
  ],
  [
    '150-152 a year ago; the best and hotspots',
    () => has(cafcass, /Same month last year: 56\.2%[\s\S]*Best: C4, 97\.9%[\s\S]*Hotspots: N3, 52\.7%/),
  ],
  ['154 a difference in percentage points', () => has(birmingham, /4\.9 percentage points below the national average/)],
  ['156-159 the organisation, dated', () => has(cafcass, /Service areas[\s\S]*1 Apr(il)? 2008 to 31 Mar(ch)? 2009/)],
  ['162 the largest movers', () => has(cafcass, /The areas that moved most/)],
  ['163 what is held back, and why', () => has(kent, /Figures of districts are held back/)],
  ['168 teams by band', () => has(cafcass, /less than 12 weeks|figure stacked/)],
  ['171, 176 a chart of what there is', () => has(herefordshire, /figure trend/)],
  [
    '175, 183 caveats beside the chart',
    () => has(herefordshire, /What the cleansing changes is not in the charts yet/),
  ],
  [
    '177 the headings of a page',
    () => has(cafcass, /Analysis[\s\S]*Hotspots[\s\S]*Supporting information[\s\S]*Backlog/),
  ],
  ['178 demand by law', () => has(cafcass, /Public law summary[\s\S]*Private law summary/)],
  ['180 how far from the next rating', () => has(kent, /Two more would have made it amber/)],
  ['182 one comment on two sheets', () => has(herefordshire, /22 \+ 32 \+ 4 = 58[\s\S]*22 \+ 32 \+ 4 = 58/)],
  ['184 an audit as evidence', () => has(herefordshire, /audit in early August looked at 20 meetings/)],
  ['186 what it means for children', () => has(birmingham, /Effect for children/)],
  ['189, 193 causes', () => has(cafcass, /sickness, a retirement and vacancies/)],
  ['190 actions with their date', () => has(herefordshire, /week of 22 September 2014/)],
  ['191, 192 parts that sum', () => has(kent, /12 \+ 2 \+ 15 = 29/)],
];

describe('what the published reports show', () => {
  it.each(shown)('%s', (_, where) => where());
});
