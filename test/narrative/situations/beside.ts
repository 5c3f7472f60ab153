import type { Case } from '../../../src/measure/observation.ts';
import type { Situation } from './situation.ts';
import { run } from './situation.ts';

const percent = (numerator: number) => [numerator, 1000] as const;
const about = (...kinds: NonNullable<Situation['asked']>['kinds'] & {}) => ({ kinds });
const names = { A: 'Ashford', D: 'Dover', S: 'Swale', T: 'Thanet' };
const teams = ['A', 'D', 'S', 'T'];
const of = (numerator: number, denominator: number) => ({ '2026-10': [numerator, denominator] }) as const;
const cases = (...ids: string[]): Case[] =>
  ids.map((id) => ({
    caseId: id.replace('*', ''),
    unit: 'C',
    date: '2026-09-30',
    inNumerator: id.endsWith('*'),
    weight: 1,
    columns: [],
  }));

/** The figure beside its units, its cases and others. */
export const besideSituations: readonly Situation[] = [
  {
    name: 'the best unit, with its movement, and the hotspots',
    names,
    asked: { ...about('best', 'hotspots'), units: teams, hotspots: { worst: 2 } },
    figures: {
      C: of(300, 400),
      A: run([
        [80, 100],
        [91, 100],
      ]),
      D: of(80, 100),
      S: run([
        [62, 100],
        [60, 100],
      ]),
      T: of(69, 100),
    },
    says: [
      'Best was Ashford at 91.0% (up 11.0 percentage points since September 2026).',
      'The hotspots are Swale at 60.0% (down 2.0 percentage points since September 2026) and Thanet at 69.0%.',
    ],
  },
  {
    name: 'two best units, and one left out',
    names,
    asked: { ...about('best', 'hotspots'), units: teams, hotspots: { statuses: ['away'] } },
    target: { target: 85, amber: 50 },
    figures: { C: of(300, 400), A: of(91, 100), D: of(182, 200), S: of(60, 100), T: of(1, 9) },
    says: [
      'Best were Ashford at 91.0% and Dover at 91.0%.',
      'No unit is a hotspot. Left out, because they have fewer than 10 cases: Thanet.',
    ],
  },
  {
    name: 'no best unit of one, and none of activity',
    names,
    definition: { polarity: 'none' },
    asked: { ...about('best', 'hotspots'), units: teams, hotspots: { worst: 2 } },
    figures: { C: of(300, 400), A: of(91, 100), D: of(182, 200) },
    says: [],
  },
  {
    name: 'which units made a change of a share',
    names,
    asked: { ...about('contributors'), units: teams },
    figures: {
      C: run([
        [280, 400],
        [300, 400],
      ]),
      A: run([
        [60, 100],
        [76, 100],
      ]),
      D: run([
        [70, 100],
        [80, 100],
      ]),
      S: run([
        [80, 100],
        [74, 100],
      ]),
      T: run([
        [70, 100],
        [70, 100],
      ]),
    },
    says: [
      'Of the rise of 5.0 percentage points since September 2026, Ashford accounts for 4.0. Against it, Swale lowered the figure by 1.5.',
    ],
  },
  {
    name: 'which units made a change of a number',
    names,
    definition: { measuredIn: 'count', polarity: 'none', basis: 'snapshot' },
    asked: { ...about('contributors'), units: teams },
    figures: { C: run([100, 76]), A: run([30, 21]), D: run([30, 21]), S: run([20, 14]), T: run([20, 20]) },
    says: ['Of the fall of 24 since September 2026, Ashford accounts for 9 and Dover for 9.'],
  },
  {
    name: 'units that do not add up to the whole explain no change of it',
    names,
    definition: { measuredIn: 'count', polarity: 'none', basis: 'snapshot' },
    asked: { ...about('contributors'), units: teams },
    figures: { C: run([100, 76]), A: run([30, 20]), D: run([30, 22]) },
    says: [],
  },
  {
    name: 'a suppressed unit hides what the others are made to add up to',
    names,
    definition: { measuredIn: 'count', polarity: 'none', basis: 'snapshot' },
    asked: { ...about('contributors'), units: teams },
    figures: { C: run([100, 76]), A: run([70, 46]), D: run([30, 'suppressed']) },
    says: [],
  },
  {
    name: 'the largest rise of demand among units',
    names,
    definition: { measuredIn: 'count', polarity: 'none' },
    asked: { ...about('movers'), units: teams },
    figures: {
      C: { '2026-10': 270, '2025-10': 225 },
      A: { '2026-10': 190, '2025-10': 145 },
      D: { '2026-10': 80, '2025-10': 80 },
    },
    says: ['The largest rise since October 2025 was in Ashford, up by 31.0% (45) to 190.'],
  },
  {
    name: 'the two largest falls',
    names,
    definition: { measuredIn: 'count', polarity: 'none' },
    asked: { ...about('movers'), units: teams, movers: 2 },
    figures: {
      C: { '2026-10': 140, '2025-10': 200 },
      A: { '2026-10': 50, '2025-10': 100 },
      D: { '2026-10': 60, '2025-10': 75 },
      S: { '2026-10': 30, '2025-10': 25 },
    },
    says: [
      'The largest falls since October 2025 were in Ashford, down by 50.0% (50) to 50, and Dover, down by 20.0% (15) to 60.',
    ],
  },
  {
    name: 'cases that came, went and changed side',
    asked: {
      ...about('cases'),
      cases: {
        since: '2026-09',
        before: cases('1*', '2', '3', '4*', '5'),
        now: cases('2*', '3*', '4', '5', '6*', '7', '8'),
      },
    },
    figures: { '2026-10': [3, 7] },
    says: [
      'Since September 2026, 3 cases came in and 1 went out. Of the 4 in both, 2 came to meet the measure and 1 no longer does.',
    ],
  },
  {
    name: 'one case that came, of a count',
    definition: { measuredIn: 'count', polarity: 'none', basis: 'snapshot' },
    asked: { ...about('cases'), cases: { since: '2026-09', before: cases('1*'), now: cases('1*', '2*') } },
    figures: { '2026-10': 2 },
    says: ['Since September 2026, 1 case came in and none went out.'],
  },
  {
    name: 'the same cases',
    asked: { ...about('cases'), cases: { since: '2026-09', before: cases('1*'), now: cases('1*') } },
    figures: { '2026-10': [1, 1] },
    says: ['The cases are those of September 2026, and none of them changed side.'],
  },
  {
    name: 'better than England and worse than neighbours, with their periods',
    asked: {
      ...about('comparator'),
      beside: [
        { label: 'England', period: 'year to March 2026', value: 70 },
        { label: 'statistical neighbours', period: 'year to March 2025', value: 80.1 },
        { label: 'the region', period: 'year to March 2025', value: null },
      ],
    },
    figures: { '2026-10': percent(750) },
    says: [
      'England, year to March 2026: 70.0%. The figure is 5.0 percentage points higher, which is better.',
      'Statistical neighbours, year to March 2025: 80.1%. The figure is 5.1 percentage points lower, which is worse.',
    ],
  },
  {
    name: 'a lower rate than others, which is neither better nor worse',
    definition: { polarity: 'none', measuredIn: 'rate-per-10000', basis: 'snapshot' },
    asked: { ...about('comparator'), beside: [{ label: 'England', period: '31 March 2025', value: 67.4 }] },
    figures: { '2026-10': [600, 100_000] },
    says: ['England, 31 March 2025: 67.4. The rate is 7.4 lower.'],
  },
  {
    name: 'a published figure that is the same as printed',
    asked: { ...about('comparator'), beside: [{ label: 'England', period: 'year to March 2025', value: 75 }] },
    figures: { '2026-10': [7504, 10_000] },
    says: ['England, year to March 2025: 75.0%. The figure is the same as printed.'],
  },
  {
    name: 'closer to the target than others',
    definition: { polarity: 'target' },
    target: { target: 7.5, met_within: 2.5, near_within: 5 },
    asked: { ...about('comparator'), beside: [{ label: 'England', period: 'year to March 2025', value: 12.5 }] },
    figures: { '2026-10': percent(49) },
    says: ['England, year to March 2025: 12.5%. The figure is 7.6 percentage points lower, and closer to the target.'],
  },
  {
    name: 'nothing is set beside a missing figure',
    asked: {
      beside: [{ label: 'England', period: 'year to March 2025', value: 75 }],
      units: teams,
      hotspots: { worst: 1 },
    },
    names,
    figures: { C: { '2026-10': 'suppressed' }, A: of(5, 20), D: of(6, 20) },
    says: ['The figure in October 2026 is not shown, because the numbers behind it are small.'],
  },
];
