import type { Situation } from './situation.ts';

/** What the figure is, or why there is none. */
export const figureSituations: readonly Situation[] = [
  {
    name: 'the first month of a measure',
    figures: { '2026-10': [90, 120] },
    says: ['In October 2026 the figure was 75.0% (90 of 120).'],
  },
  {
    name: 'a year to date',
    definition: { basis: 'year-to-date' },
    figures: { '2026-10': [2080, 2817] },
    says: ['From April to October 2026 the figure was 73.8% (2,080 of 2,817).'],
  },
  {
    name: 'a year to date that began in the calendar year before',
    definition: { basis: 'year-to-date' },
    asked: { month: '2027-02' },
    figures: { '2027-02': [3, 40] },
    says: ['From April 2026 to February 2027 the figure was 7.5% (3 of 40).'],
  },
  {
    name: 'April, when the year to date is one month',
    definition: { basis: 'year-to-date' },
    asked: { month: '2026-04' },
    figures: { '2026-04': [15, 20] },
    says: [
      'In April 2026 the figure was 75.0% (15 of 20).',
      'April 2026 is the first month of the financial year, so the year to date is that month alone.',
    ],
  },
  {
    name: 'a snapshot that is a count of activity',
    definition: { basis: 'snapshot', measuredIn: 'count', polarity: 'none' },
    figures: { '2026-10': 1237 },
    says: ['At the end of October 2026 the number was 1,237.'],
  },
  {
    name: 'a rate over twelve months',
    definition: { basis: 'rolling-12-months', measuredIn: 'rate-per-10000', polarity: 'none' },
    figures: { '2026-10': [6293, 100_000] },
    says: ['In the 12 months to October 2026 the rate was 629.3 per 10,000 children.'],
  },
  {
    name: 'an average in days, of one day',
    definition: { measuredIn: 'average-days', polarity: 'lower', decimals: 0 },
    figures: { '2026-10': [24, 24] },
    says: ['In October 2026 the average was 1 day.'],
  },
  {
    name: 'a share of activity, without its sums',
    definition: { polarity: 'none' },
    figures: { '2026-10': [30, 120] },
    says: ['In October 2026 the figure was 25.0%.'],
  },
  {
    name: 'a quarter to date',
    definition: { basis: 'quarter' },
    asked: { month: '2026-08' },
    figures: { '2026-08': [10, 40] },
    says: ['From July to August 2026 the figure was 25.0% (10 of 40).'],
  },
  {
    name: 'few cases',
    figures: { '2026-10': [5, 7] },
    says: [
      'In October 2026 the figure was 71.4% (5 of 7).',
      'The figure rests on only 7 cases, so that one case more or fewer moves it by about 14 percentage points: read it with care.',
    ],
  },
  {
    name: 'one case',
    figures: { '2026-10': [1, 1] },
    says: ['In October 2026 the figure was 100.0% (1 of 1).', 'The figure rests on only 1 case: read it with care.'],
  },
  {
    name: 'few cases behind an average',
    definition: { measuredIn: 'average-days', polarity: 'lower' },
    figures: { '2026-10': [90, 4] },
    says: ['In October 2026 the average was 22.5 days.', 'The average rests on only 4 cases: read it with care.'],
  },
  {
    name: 'no cases in the month, and some before',
    figures: { '2026-10': [0, 0], '2026-09': [4, 20] },
    says: ['In October 2026 there were no cases, so there is no figure.'],
  },
  {
    name: 'no cases so far in a year to date',
    definition: { basis: 'year-to-date' },
    figures: { '2026-10': [0, 0] },
    says: ['From April to October 2026 there were no cases, so there is no figure.'],
  },
  {
    name: 'a suppressed figure',
    figures: { '2026-10': 'suppressed', '2026-09': [4, 20] },
    says: ['The figure in October 2026 is not shown, because the numbers behind it are small.'],
  },
  {
    name: 'a figure that was not collected, with the reason',
    figures: { '2026-10': { state: 'not-collected', reason: 'The extract holds placements from 1 May 2026 only.' } },
    says: ['There is no figure in October 2026: the extract holds placements from 1 May 2026 only.'],
  },
  {
    name: 'a figure that was not collected, without more',
    figures: { '2026-10': 'not-collected' },
    says: ['There is no figure in October 2026: not collected.'],
  },
  {
    name: 'a figure that nobody knows of',
    figures: { '2026-09': [4, 20] },
    says: ['There is no figure in October 2026.'],
  },
  {
    name: 'a figure that a person says is not available',
    figures: { '2026-10': 'not-collected' },
    remark: () => ({ reason: 'not available', detail: 'ICS reports failed in October' }),
    says: ['There is no figure in October 2026: ICS reports failed in October.'],
  },
  {
    name: 'a figure that a person says is not available, though there is one',
    figures: { '2026-10': [90, 120], '2026-09': [84, 120] },
    remark: () => ({ reason: 'not available', detail: 'The forms of two teams are missing.' }),
    says: ['There is no figure in October 2026: the forms of two teams are missing.'],
  },
  {
    name: 'a figure that a person says does not compare',
    figures: { '2026-10': [90, 120], '2026-09': [84, 120] },
    remark: () => ({ reason: 'not comparable', detail: 'two teams counted by hand' }),
    asked: { beside: [{ label: 'England', period: 'year to March 2025', value: 75 }] },
    says: [
      'In October 2026 the figure was 75.0% (90 of 120).',
      'The figure does not compare with others (two teams counted by hand), so it is set beside none.',
    ],
  },
  {
    name: 'a figure in whose place words stand',
    figures: { '2026-10': [90, 120], '2026-09': [84, 120] },
    remark: () => ({ reason: 'words only', detail: 'Update included' }),
    says: [],
  },
  {
    name: 'a rate without a population',
    definition: { measuredIn: 'rate-per-10000', polarity: 'none', basis: 'snapshot' },
    figures: { '2026-10': 'no-denominator' },
    says: ['There is no rate at the end of October 2026: no population for this unit.'],
  },
];
