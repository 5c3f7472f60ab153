import type { Benchmarks, Comparator, ComparatorGroup } from '../../src/benchmark/index.ts';
import type { Figures } from '../../src/measure/index.ts';
import { figuresDouble } from './figures-double.ts';

const window = { start: '2024-04-01', end: '2025-03-31' };
const groups: readonly [group: ComparatorGroup, label: string, value: number | null][] = [
  ['own', 'County, as published', null],
  ['england', 'England', 22.6],
  ['region', 'Yorkshire and The Humber', 21.4],
  ['neighbours-mean', 'Mean of statistical neighbours (2025 model)', 20.45],
  ['neighbours-median', 'Median of statistical neighbours (2025 model)', 21],
];

/** The invented county with published figures for re-referrals, one of them not available, and two notes. */
export function comparedDouble(): { figures: Figures; benchmarks: Benchmarks } {
  const figures = figuresDouble();
  const table = { title: 'Referrals', publisher: 'Department for Education', yearEnds: '03-31' };
  const named = { table: 'referrals', value: ['percent'], categories: [], covers: 'year' as const, likeForLike: true };
  const pack = {
    ...figures.pack,
    benchmarks: {
      tables: new Map([['referrals', table]]),
      population: null,
      indicators: new Map([['re-referrals', named]]),
    },
  };
  const comparators = groups.map(([group, label, value]): Comparator => {
    const notes = ['The published figure covers a full year.', ...(value === null ? ['It is not available.'] : [])];
    return {
      indicator: 're-referrals',
      group,
      label,
      period: { code: '2025', identifier: 'Reporting year', window, label: 'year ending 31 March 2025' },
      value,
      state: value === null ? 'not-available' : 'value',
      numerator: null,
      denominator: null,
      n: group.startsWith('neighbours') ? 9 : null,
      of: group.startsWith('neighbours') ? 10 : null,
      release: group === 'region' ? 'referrals_2013_to_2024 (to 2024)' : 'referrals_2013_to_2025 (to 2025)',
      change: null,
      likeForLike: false,
      note: notes.join(' '),
      notes,
    };
  });
  const benchmarks: Benchmarks = {
    catalogue: { releases: [], changes: [] },
    comparatorsOf: (indicator) => (indicator === 're-referrals' ? comparators : []),
    targetLookUp: () => () => null,
    series: () => undefined,
    area: () => undefined,
    notLoaded: [],
    polarityDiffers: [],
  };
  return { figures: { ...figures, pack }, benchmarks };
}
