import type { Situation } from './situation.ts';
import { run } from './situation.ts';

const percent = (numerator: number) => [numerator, 1000] as const;
const about = (...kinds: NonNullable<Situation['asked']>['kinds'] & {}) => ({ kinds });
const limits = { target: 85, amber: 70 };
const overdue = {
  definition: { measuredIn: 'count', polarity: 'lower', basis: 'snapshot' },
  target: { target: 100, amber: 150 },
} as const;
const toYearEnd = { basis: 'year-to-date' } as const;

/** Where the figure stands: against its target, its own past, and the year. */
export const standingSituations: readonly Situation[] = [
  {
    name: 'above its target',
    asked: about('position', 'distance'),
    target: limits,
    figures: { '2026-10': percent(873) },
    says: ['It is rated Met: 2.3 percentage points above the target of 85.0%.'],
  },
  {
    name: 'exactly at its target',
    asked: about('position'),
    target: limits,
    figures: { '2026-10': [17, 20] },
    says: ['It is rated Met: at the target of 85.0%.'],
  },
  {
    name: 'near its target, and how far from it in points and cases',
    asked: about('position', 'distance'),
    target: limits,
    figures: { '2026-10': [2080, 2817] },
    says: [
      'It is rated Near: 11.2 percentage points below the target of 85.0%.',
      'It is 11.2 percentage points, or 315 cases, short of Met.',
    ],
  },
  {
    name: 'one case short, in the words of a report',
    asked: {
      ...about('position', 'distance'),
      labels: {
        id: 'rag',
        title: 'RAG',
        statuses: { met: 'Green', near: 'Amber', away: 'Red', none: 'None' },
        places: {},
        reasons: {},
        polarities: {},
        trends: {},
      },
    },
    target: limits,
    figures: { '2026-10': [84, 100] },
    says: [
      'It is rated Amber: 1.0 percentage point below the target of 85.0%.',
      'It is 1.0 percentage point, or 1 case, short of Green.',
    ],
  },
  {
    name: 'a hair below the target',
    asked: about('position', 'distance'),
    target: limits,
    figures: { '2026-10': [8499, 10_000] },
    says: [
      'It is rated Near: slightly below the target of 85.0%.',
      'It is less than 0.1 percentage points, or 1 case, short of Met.',
    ],
  },
  {
    name: 'met, with few cases to spare',
    asked: about('distance'),
    target: limits,
    figures: { '2026-10': [103, 120] },
    says: ['It would be rated Near if 2 fewer of the 120 cases met the measure.'],
  },
  {
    name: 'a count over its limit',
    ...overdue,
    asked: about('position', 'distance'),
    figures: { '2026-10': 181 },
    says: ['It is rated Away: 81 above the target of 100.', 'It is 31 over the limit for Near.'],
  },
  {
    name: 'a count within its limit, by few',
    ...overdue,
    asked: about('distance'),
    figures: { '2026-10': 98 },
    says: ['It would be rated Near with 3 more.'],
  },
  {
    name: 'a share where lower is better, over its limit',
    definition: { polarity: 'lower' },
    asked: about('position', 'distance'),
    target: { target: 20, amber: 25 },
    figures: { '2026-10': [110, 500] },
    says: [
      'It is rated Near: 2.0 percentage points above the target of 20.0%.',
      'It is 2.0 percentage points, or 10 cases, over the limit for Met.',
    ],
  },
  {
    name: 'to target: near it from below',
    definition: { polarity: 'target' },
    asked: about('position', 'distance'),
    target: { target: 7.5, met_within: 2.5, near_within: 5 },
    figures: { '2026-10': percent(49) },
    says: [
      'It is rated Near: 2.6 percentage points below the target of 7.5%.',
      'It is 0.1 percentage points, or 1 case, short of Met.',
    ],
  },
  {
    name: 'to target: above what is near it',
    definition: { polarity: 'target' },
    asked: about('position', 'distance'),
    target: { target: 7.5, met_within: 2.5, near_within: 5 },
    figures: { '2026-10': percent(140) },
    says: [
      'It is rated Away: 6.5 percentage points above the target of 7.5%.',
      'It is 1.5 percentage points, or 15 cases, over the limit for Near.',
    ],
  },
  {
    name: 'within a target that is a range',
    definition: { measuredIn: 'rate-per-10000', polarity: 'target', basis: 'snapshot' },
    asked: about('position', 'distance'),
    target: { target: 138, target_high: 168.6 },
    figures: { '2026-10': [1500, 100_000] },
    says: ['It is rated Met: within the target of 138.0 to 168.6.'],
  },
  {
    name: 'a rate over its limit, which no number of cases says',
    definition: { measuredIn: 'rate-per-10000', polarity: 'lower', basis: 'snapshot' },
    asked: about('position', 'distance'),
    target: { target: 600, amber: 620 },
    figures: { '2026-10': [6293, 100_000] },
    says: ['It is rated Away: 29.3 above the target of 600.0.', 'It is 9.3 over the limit for Near.'],
  },
  {
    name: 'a rate over its target, whose distance is told once',
    definition: { measuredIn: 'rate-per-10000', polarity: 'lower', basis: 'snapshot' },
    asked: about('position', 'distance'),
    target: { target: 600, amber: 640 },
    figures: { '2026-10': [6293, 100_000] },
    says: ['It is rated Near: 29.3 above the target of 600.0.'],
  },
  {
    name: 'over the edge of a band since the month before',
    asked: about('position'),
    target: limits,
    figures: run([percent(690), percent(720)]),
    says: ['It is rated Near: 13.0 percentage points below the target of 85.0%. It was Away in September 2026.'],
  },
  {
    name: 'another status by another target',
    asked: about('position'),
    targets: [
      { target: 70, amber: 50 },
      { target: 85, amber: 70, from: '2026-10-01' },
    ],
    figures: run([percent(720), percent(720)]),
    says: [
      'It is rated Near: 13.0 percentage points below the target of 85.0%. It was Met in September 2026, when the target was 70.0%.',
    ],
  },
  {
    name: 'a status that a person set',
    asked: about('position', 'distance'),
    target: limits,
    overrides: () => [
      {
        of: 'status',
        value: 'met',
        by: 'Director',
        reason: 'Late recording',
        setOn: null,
        from: '2026-10-01',
        until: '2026-10-31',
      },
    ],
    figures: { '2026-10': percent(840) },
    says: [
      'It is rated Met by a decision of the Director (Late recording), in place of Near by rule: 1.0 percentage point below the target of 85.0%.',
    ],
  },
  {
    name: 'an activity measure has no rating, whatever figure it is set beside',
    definition: { polarity: 'none' },
    asked: about('position', 'distance'),
    target: limits,
    figures: { '2026-10': percent(840) },
    says: [],
  },
  {
    name: 'the highest since figures began',
    asked: about('record'),
    figures: run([700, 710, 720, 715, 700, 690, 705, 711, 712, 725, 730, 735, 989].map(percent)),
    says: ['This is the highest figure since figures began in October 2025.'],
  },
  {
    name: 'the highest again',
    asked: about('record'),
    figures: run([700, 989, 720, 715, 700, 690, 705, 711, 712, 725, 730, 735, 989].map(percent)),
    says: ['This equals the highest figure since figures began in October 2025, that of November 2025.'],
  },
  {
    name: 'the lowest for more than a year',
    definition: { polarity: 'lower' },
    asked: about('record'),
    figures: run([690, 695, 710, 720, 715, 700, 699, 705, 711, 712, 725, 730, 735, 740, 745, 697].map(percent)),
    says: ['This is the lowest figure for 14 months, since 69.5% in August 2025.'],
  },
  {
    name: 'the lowest since the definition changed',
    definition: { polarity: 'none', basis: 'year-to-date' },
    asked: about('record'),
    versions: [{ from: '2025-10-01', comparable: false, note: 'Counts drafts.' }],
    figures: run([100, 700, 710, 720, 715, 700, 690, 705, 711, 712, 725, 730, 735, 600].map(percent)),
    says: ['This is the lowest year-to-date figure since the definition changed on 1 October 2025.'],
  },
  {
    name: 'too few months for a record',
    asked: about('record'),
    figures: run([700, 710, 720, 989].map(percent)),
    says: [],
  },
  {
    name: 'a record that is lost in rounding',
    asked: about('record'),
    figures: run([...Array.from({ length: 12 }, (_, index) => [7000 + index, 10_000] as const), [7012, 10_000]]),
    says: [],
  },
  {
    name: 'in per cent from a dated high',
    definition: { measuredIn: 'rate-per-10000', polarity: 'lower', basis: 'snapshot', decimals: 2 },
    asked: about('record'),
    figures: run([6000, 6925, 6700, 6500, 5485].map((number) => [number, 1_000_000] as const)),
    says: ['The rate has fallen by 20.8% from a high of 69.25 in July 2026 to 54.85.'],
  },
  {
    name: 'no high where it was the month before',
    definition: { measuredIn: 'rate-per-10000', polarity: 'lower', basis: 'snapshot' },
    asked: about('record'),
    figures: run([6000, 6925, 5485].map((number) => [number, 1_000_000] as const)),
    says: [],
  },
  {
    name: 'the twelve months before, where each case counts alike',
    asked: about('twelve-months'),
    figures: run([...Array.from({ length: 11 }, () => [70, 100] as const), [800, 1000], [75, 100]]),
    says: [
      'Over the 12 months before, taken together, the figure was 74.8%: that of October 2026 is 0.2 percentage points higher, which is better.',
    ],
  },
  {
    name: 'the mean of twelve month ends',
    ...overdue,
    asked: about('twelve-months'),
    figures: run([...Array.from({ length: 12 }, () => 120), 130]),
    says: ['The mean of the 12 months before was 120: that of October 2026 is 10 higher, which is worse.'],
  },
  {
    name: 'seven comparable months of the twelve before',
    asked: about('twelve-months'),
    figures: run([700, 700, 700, 700, 700, 700, 700, 700].map(percent)),
    says: ['Over the 7 of the 12 months before that have figures to compare, the figure was 70.0% as well.'],
  },
  {
    name: 'the month inside a year to date',
    definition: toYearEnd,
    asked: about('month-inside'),
    figures: run([
      [60, 90],
      [84, 120],
    ]),
    says: ['In October 2026 alone the figure was 80.0% (24 of 30), higher than for the year to date.'],
  },
  {
    name: 'the month inside a number for the year to date',
    definition: { ...toYearEnd, measuredIn: 'count', polarity: 'none' },
    asked: about('month-inside'),
    figures: run([250, 373, 503]),
    says: ['In October 2026 alone the number was 130, after 123 in September 2026.'],
  },
  {
    name: 'a month without cases inside a year to date',
    definition: toYearEnd,
    asked: about('month-inside'),
    figures: run([
      [60, 90],
      [60, 90],
    ]),
    says: ['In October 2026 alone there were no cases.'],
  },
  {
    name: 'a year to date that was corrected downwards, which no month alone explains',
    definition: toYearEnd,
    asked: about('month-inside'),
    figures: run([
      [60, 90],
      [55, 84],
    ]),
    says: [],
  },
  {
    name: 'where the year is going, and what its target would take',
    definition: toYearEnd,
    asked: about('outlook'),
    target: limits,
    figures: run([
      [32, 40],
      [40, 50],
      [48, 60],
      [56, 70],
    ]),
    says: [
      'If the rest of the year goes like the last 3 months, the year will end at about 80.0%. To meet the target of 85.0%, the rest of the year would have to come to at least 92.0%.',
    ],
  },
  {
    name: 'no outlook on a snapshot',
    ...overdue,
    asked: about('outlook'),
    figures: run([400, 300, 200, 150]),
    says: [],
  },
  {
    name: 'a target that can no longer be met',
    definition: toYearEnd,
    asked: { ...about('outlook'), month: '2027-02' },
    target: limits,
    figures: run(
      [
        [32, 40],
        [40, 50],
        [48, 60],
        [56, 70],
      ],
      '2027-02',
    ),
    says: [
      'If the rest of the year goes like the last 3 months, the year will end at about 80.0%. The target of 85.0% can then no longer be met this year.',
    ],
  },
];
