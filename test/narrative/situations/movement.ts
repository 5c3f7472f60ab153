import type { Situation } from './situation.ts';
import { run } from './situation.ts';

const percent = (numerator: number) => [numerator, 1000] as const;
const about = (...kinds: NonNullable<Situation['asked']>['kinds'] & {}) => ({ kinds });
const count = { measuredIn: 'count', polarity: 'lower', basis: 'snapshot' } as const;
const toTarget = { measuredIn: 'percent', polarity: 'target' } as const;

/** How the figure moved. */
export const movementSituations: readonly Situation[] = [
  {
    name: 'a rise where higher is better',
    asked: about('previous'),
    figures: run([percent(700), percent(750)]),
    says: ['The figure rose by 5.0 percentage points, from 70.0% in September 2026 to 75.0%, which is better.'],
  },
  {
    name: 'a fall where higher is better',
    asked: about('previous'),
    figures: run([percent(763), percent(753)]),
    says: ['The figure fell by 1.0 percentage point, from 76.3% in September 2026 to 75.3%, which is worse.'],
  },
  {
    name: 'a fall of a year to date where lower is better',
    definition: { basis: 'year-to-date', polarity: 'lower' },
    asked: about('previous'),
    figures: run([percent(294), percent(289)]),
    says: [
      'The year-to-date figure fell by 0.5 percentage points, from 29.4% in September 2026 to 28.9%, which is better.',
    ],
  },
  {
    name: 'a change of activity, which is neither',
    definition: { polarity: 'none' },
    asked: about('previous'),
    figures: run([percent(294), percent(304)]),
    says: ['The figure rose by 1.0 percentage point, from 29.4% in September 2026 to 30.4%.'],
  },
  {
    name: 'no change at all',
    asked: about('previous', 'year-ago'),
    figures: { '2026-10': [30, 40], '2026-09': [15, 20], '2025-10': [3, 4] },
    says: [
      'The figure was unchanged from September 2026, at 75.0%.',
      'Since the same month last year, October 2025, the figure has not changed: it was 75.0% then as well.',
    ],
  },
  {
    name: 'a rise that is lost in rounding',
    asked: about('previous'),
    figures: { '2026-10': [2361, 10_000], '2026-09': [2358, 10_000] },
    says: ['The figure rose slightly from September 2026, but is still 23.6% when rounded, which is better.'],
  },
  {
    name: 'a size that rounding makes look wrong',
    asked: about('previous'),
    figures: { '2026-10': [7384, 10_000], '2026-09': [7179, 10_000] },
    says: [
      'The figure rose by 2.1 percentage points before rounding, from 71.8% in September 2026 to 73.8%, which is better.',
    ],
  },
  {
    name: 'a count at two month ends, with the share of the change',
    definition: count,
    asked: about('previous'),
    figures: run([40, 34]),
    says: ['The number fell by 6 (15.0%), from 40 at the end of September 2026 to 34, which is better.'],
  },
  {
    name: 'a count from nothing, of which there is no share',
    definition: count,
    asked: about('previous'),
    figures: run([0, 3]),
    says: ['The number rose by 3, from 0 at the end of September 2026 to 3, which is worse.'],
  },
  {
    name: 'a count to nothing',
    definition: count,
    asked: about('previous'),
    figures: run([3, 0]),
    says: ['The number fell by 3 (100.0%), from 3 at the end of September 2026 to 0, which is better.'],
  },
  {
    name: 'an average in days',
    definition: { measuredIn: 'average-days', polarity: 'lower' },
    asked: about('previous'),
    figures: run([
      [225, 10],
      [235, 10],
    ]),
    says: ['The average rose by 1.0 day, from 22.5 days in September 2026 to 23.5 days, which is worse.'],
  },
  {
    name: 'closer to a target that may be missed on both sides',
    definition: toTarget,
    target: { target: 7.5, met_within: 2.5, near_within: 5 },
    asked: about('previous'),
    figures: run([percent(120), percent(90)]),
    says: [
      'The figure fell by 3.0 percentage points, from 12.0% in September 2026 to 9.0%, closer to the target of 7.5%.',
    ],
  },
  {
    name: 'further from such a target by falling',
    definition: toTarget,
    target: { target: 7.5, met_within: 2.5, near_within: 5 },
    asked: about('previous'),
    figures: run([percent(49), percent(34)]),
    says: [
      'The figure fell by 1.5 percentage points, from 4.9% in September 2026 to 3.4%, further from the target of 7.5%.',
    ],
  },
  {
    name: 'over such a target to the other side, as far away',
    definition: toTarget,
    target: { target: 7.5, met_within: 2.5, near_within: 5 },
    asked: about('previous'),
    figures: run([percent(65), percent(85)]),
    says: [
      'The figure rose by 2.0 percentage points, from 6.5% in September 2026 to 8.5%, as far from the target of 7.5% as before.',
    ],
  },
  {
    name: 'within a range both times',
    definition: { measuredIn: 'rate-per-10000', polarity: 'target', basis: 'snapshot' },
    target: { target: 138, target_high: 168.6 },
    asked: about('previous'),
    figures: run([
      [1400, 100_000],
      [1500, 100_000],
    ]),
    says: [
      'The rate rose by 10.0, from 140.0 at the end of September 2026 to 150.0, within the target of 138.0 to 168.6 both times.',
    ],
  },
  {
    name: 'to target without a target: a movement without a judgement',
    definition: toTarget,
    asked: about('previous'),
    figures: run([percent(65), percent(85)]),
    says: ['The figure rose by 2.0 percentage points, from 6.5% in September 2026 to 8.5%.'],
  },
  {
    name: 'since the outturn and the same month last year',
    asked: about('previous', 'outturn', 'year-ago'),
    figures: { '2026-10': percent(750), '2026-09': percent(740), '2026-03': percent(760), '2025-10': percent(700) },
    says: [
      'The figure rose by 1.0 percentage point, from 74.0% in September 2026 to 75.0%, which is better.',
      'Since the outturn of March 2026 the figure has fallen by 1.0 percentage point, from 76.0% to 75.0%, which is worse.',
      'Since the same month last year, October 2025, the figure has risen by 5.0 percentage points, from 70.0% to 75.0%, which is better.',
    ],
  },
  {
    name: 'April: the month before is the outturn, and is told once',
    asked: { ...about('previous', 'outturn'), month: '2026-04' },
    figures: { '2026-04': percent(750), '2026-03': percent(740) },
    says: [
      'Since the outturn of March 2026 the figure has risen by 1.0 percentage point, from 74.0% to 75.0%, which is better.',
    ],
  },
  {
    name: 'since a month that a report names',
    asked: { ...about('since'), since: '2026-05' },
    figures: { '2026-10': percent(750), '2026-05': percent(740) },
    says: ['Since May 2026 the figure has risen by 1.0 percentage point, from 74.0% to 75.0%, which is better.'],
  },
  {
    name: 'since the report before, of a quarterly report',
    asked: { ...about('previous'), previous: '2026-07' },
    figures: { '2026-10': percent(750), '2026-09': percent(1), '2026-07': percent(740) },
    says: ['The figure rose by 1.0 percentage point, from 74.0% in July 2026 to 75.0%, which is better.'],
  },
  {
    name: 'a number for the year to date, which grows with the year, beside the same month last year alone',
    definition: { measuredIn: 'count', polarity: 'higher', basis: 'year-to-date' },
    asked: about('previous', 'outturn', 'year-ago'),
    figures: { '2026-10': 70, '2026-09': 60, '2026-03': 110, '2025-10': 56 },
    says: [
      'Since the same month last year, October 2025, the year-to-date number has risen by 14 (25.0%), from 56 to 70, which is better.',
    ],
  },
  {
    name: 'a month before without a figure',
    asked: about('previous'),
    figures: run(['suppressed', percent(750)]),
    says: [],
  },
  {
    name: 'a break in series: no comparison, and why',
    asked: about('previous', 'outturn', 'year-ago', 'break'),
    versions: [{ from: '2026-10-01', comparable: false, note: 'Assessments that were begun again are counted once.' }],
    figures: { '2026-10': percent(750), '2026-09': percent(740), '2026-03': percent(760) },
    says: [
      'Figures from 1 October 2026 do not compare with earlier ones, so no change is given since March 2026 and September 2026. What changed: Assessments that were begun again are counted once.',
    ],
  },
  {
    name: 'a break between the outturn and the month before',
    asked: about('previous', 'outturn', 'break'),
    versions: [{ from: '2026-06-01', comparable: false, note: 'Counts drafts' }],
    figures: { '2026-10': percent(750), '2026-09': percent(740), '2026-03': percent(760) },
    says: [
      'The figure rose by 1.0 percentage point, from 74.0% in September 2026 to 75.0%, which is better.',
      'Figures from 1 June 2026 do not compare with earlier ones, so no change is given since March 2026. What changed: Counts drafts.',
    ],
  },
  {
    name: 'a change of definition that does not break the series',
    asked: about('previous', 'break'),
    versions: [{ from: '2026-10-01', comparable: true, note: 'Renamed.' }],
    figures: run([percent(740), percent(750)]),
    says: ['The figure rose by 1.0 percentage point, from 74.0% in September 2026 to 75.0%, which is better.'],
  },
  {
    name: 'demand down, in per cent and number',
    definition: { measuredIn: 'count', polarity: 'none', basis: 'year-to-date' },
    asked: about('demand', 'year-ago'),
    figures: { '2026-10': 3099, '2025-10': 3761 },
    says: ['The year-to-date number went down by 17.6% (662), from 3,761 in October 2025 to 3,099.'],
  },
  {
    name: 'demand up from nothing',
    definition: { measuredIn: 'count', polarity: 'none' },
    asked: about('demand'),
    figures: { '2026-10': 12, '2025-10': 0 },
    says: ['The number went up by 12, from 0 in October 2025 to 12.'],
  },
  {
    name: 'demand as it was',
    definition: { measuredIn: 'count', polarity: 'none' },
    asked: about('demand'),
    figures: { '2026-10': 12, '2025-10': 12 },
    says: ['The number was the same as in October 2025: 12.'],
  },
  {
    name: 'demand that moved by next to nothing, since a month that is named',
    definition: { measuredIn: 'count', polarity: 'none' },
    asked: { ...about('demand', 'since'), since: '2026-05' },
    figures: { '2026-10': 10_001, '2026-05': 10_000 },
    says: ['The number went up by less than 0.1% (1), from 10,000 in May 2026 to 10,001.'],
  },
];
