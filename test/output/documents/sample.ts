import type { Cell, Document, Table } from '../../../src/document/index.ts';
import { type Text, text } from '../../../src/narrative/index.ts';

const key = { indicator: 'assessments-45-days', unit: 'county', month: '2026-10', part: 'value' } as const;

const number = (value: number, more: Partial<Cell> = {}): Cell =>
  ({ kind: 'number', value, text: `${value.toFixed(1)}%`, decimals: 1, suffix: '%', of: null, ...more }) as Cell;

const words = (said: string): Cell => ({ kind: 'text', text: text(said) });

const months = Array.from({ length: 12 }, (_, index) => `2025-${String(index + 1).padStart(2, '0')}`);

const spark: Cell = {
  kind: 'spark',
  values: [80.2, 81.5, 79.8, 83.1, 84, null, 85.2, 86.9],
  targets: [85, 85, 85, 85, 85, 85, 85, 85],
  breaks: [],
  text: 'March 2026 to October 2026: lowest 79.8%, highest 86.9%',
};

/** Every kind of cell, groups, spanners, a total, notes and remarks. */
export const table: Table = {
  kind: 'table',
  id: 'scorecard',
  caption: 'Assessment and planning: Fairshire County Council',
  columns: [
    { id: 'number', label: 'No.', kind: 'text', width: 0.4 },
    { id: 'title', label: 'Indicator', kind: 'text', width: 3, heads: true },
    { id: 'value-before', label: 'Sep 2026', kind: 'number' },
    { id: 'value', label: 'Oct 2026', kind: 'number' },
    { id: 'target', label: 'Target', kind: 'number' },
    { id: 'status', label: 'Status', kind: 'status', width: 1.2 },
    { id: 'direction', label: 'Direction', kind: 'direction', width: 1.2 },
    { id: 'trend', label: '8 months, target dashed', kind: 'trend', width: 2 },
  ],
  spanners: [
    [
      { label: '', span: 2 },
      { label: 'Year to date', span: 2 },
      { label: '', span: 4 },
    ],
  ],
  groups: [
    {
      title: 'Assessment',
      rows: [
        {
          cells: [
            words('1'),
            { ...words('Assessments completed within 45 working days'), notes: ['a'] } as Cell,
            number(85.2),
            number(86.9, { of: key } as Partial<Cell>),
            number(85),
            { kind: 'status', status: 'met', word: 'On target', symbol: null, byPerson: false },
            { kind: 'direction', direction: 'better', good: true, word: 'Better' },
            spark,
          ],
        },
        {
          cells: [
            words('2'),
            words('Referrals within 12 months of an earlier referral'),
            number(24.1),
            number(25.4, { remark: 'few' }),
            number(22),
            { kind: 'status', status: 'near', word: 'Close to target', symbol: null, byPerson: true },
            { kind: 'direction', direction: 'worse', good: false, word: 'Worse' },
            spark,
          ],
        },
      ],
    },
    {
      title: 'Planning',
      rows: [
        {
          cells: [
            words('3'),
            words('Reviews of child protection plans held on time'),
            { kind: 'state', state: 'no-cases', text: 'No cases' },
            number(71),
            number(95),
            { kind: 'status', status: 'away', word: 'Off target', symbol: null, byPerson: false },
            { kind: 'direction', direction: 'same', good: null, word: 'Same' },
            { ...spark, values: [null, 70, 72, null, 71, 69, 70, 71] } as Cell,
          ],
        },
        {
          total: true,
          cells: [
            words('4'),
            words('Children with a plan'),
            { kind: 'number', value: 1204, text: '1,204', decimals: 0, suffix: '', of: null },
            { kind: 'state', state: 'suppressed', text: 'Suppressed' },
            { kind: 'state', state: 'none', text: 'No target is set for a count of children', span: 2 },
            { kind: 'state', state: 'none', text: '–' },
            { ...spark, values: [3, 4, 5, 4, 4, 3, 4, 5], targets: [] } as Cell,
          ],
        },
      ],
    },
  ],
  notes: [{ mark: 'a', text: 'Assessments of unborn children are in it from April 2026.' }],
};

const sentence: Text = [
  { kind: 'text', text: 'In October ' },
  { kind: 'figure', text: '86.9%', of: key },
  { kind: 'text', text: ' of assessments were in time, ' },
  { kind: 'text', text: 'above the target', strong: true },
  { kind: 'text', text: '; see section ' },
  { kind: 'reference', text: '1', to: 'summary' },
  { kind: 'text', text: '. Cases of ' },
  { kind: 'abbreviation', text: 'CIN', means: 'children in need' },
  { kind: 'text', text: ' follow.' },
];

/** A report with one of each block. */
export const sample: Document = {
  language: 'en-GB',
  title: 'Children’s services performance report',
  organisation: 'Fairshire County Council',
  subject: 'Children’s services performance report, Fairshire County Council, October 2026',
  month: '2026-10',
  period: 'October 2026',
  runningHeader: 'Children’s services performance report – October 2026',
  synthetic: 'Synthetic data: no person, case or place in this report is real.',
  orientation: 'portrait',
  sections: [
    {
      id: 'front',
      number: null,
      title: 'Front',
      newPage: false,
      sections: [],
      blocks: [
        {
          kind: 'cover',
          above: ['Fairshire County Council', 'Directorate for Children and Families'],
          title: 'Children’s services performance report',
          below: ['October 2026', 'For the Improvement Board of 26 November 2026'],
        },
      ],
    },
    {
      id: 'contents',
      number: null,
      title: 'Contents',
      newPage: true,
      sections: [],
      blocks: [{ kind: 'contents', depth: 2 }],
    },
    {
      id: 'summary',
      number: '1',
      title: 'Summary',
      newPage: true,
      sections: [],
      blocks: [
        { kind: 'paragraph', text: sentence },
        { kind: 'list', ordered: false, items: [text('Two indicators are off target.'), sentence] },
        { kind: 'list', ordered: true, items: [text('Read the summary.'), text('Then the table.')] },
        { kind: 'notice', tone: 'information', title: 'How to read this', text: [text('Up is better.')] },
        { kind: 'notice', tone: 'caution', title: 'Figures may change', text: [text('October is provisional.')] },
        { kind: 'notice', tone: 'fault', title: 'A sum that differs', text: [text('40 and 41 are not 82.')] },
      ],
    },
    {
      id: 'scorecard-section',
      number: '2',
      title: 'Scorecard',
      newPage: true,
      orientation: 'landscape',
      sections: [],
      blocks: [table],
    },
    {
      id: 'indicators',
      number: '3',
      title: 'Indicators',
      shortTitle: 'Each indicator',
      newPage: true,
      blocks: [],
      sections: [
        {
          id: 'assessments',
          number: '3.1',
          title: 'Assessments completed within 45 working days',
          newPage: false,
          sections: [],
          blocks: [
            {
              kind: 'facts',
              label: 'What is measured',
              items: [
                { term: 'Definition', value: sentence },
                { term: 'Owner', value: text('Head of Assessment') },
              ],
            },
            {
              kind: 'figure',
              id: 'assessments-trend',
              table: 'shown',
              chart: {
                kind: 'trend',
                caption: {
                  measure: 'Percentage, year to date',
                  area: 'Fairshire',
                  period: 'January to December 2025',
                  source: 'Case records',
                },
                scale: { measuredIn: 'percent', decimals: 1 },
                months,
                main: { name: 'Fairshire', values: [80, 81, 82, 80, 83, 84, 85, 84, 86, 87, 86, 88] },
                target: months.map(() => 85),
                benchmarks: [{ name: 'England', values: months.map((_, index) => 82 + index / 10) }],
              },
            },
            {
              kind: 'commentary',
              heading: 'Action',
              paragraphs: [sentence, text('Two more team managers start in January.')],
              author: 'Head of Service',
              dated: 'Written on 12 November 2026',
              generated: false,
            },
            {
              kind: 'commentary',
              heading: 'Analysis',
              paragraphs: [text('The figure has risen for six months.')],
              author: null,
              dated: null,
              generated: true,
            },
          ],
        },
      ],
    },
  ],
};
