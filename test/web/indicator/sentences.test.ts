import { expect, it } from 'vitest';
import { type Judgement, type JudgementSource, judge, plainLabels } from '../../../src/judgement/index.ts';
import type { Observation } from '../../../src/measure/index.ts';
import type { Definition, Target } from '../../../src/pack/index.ts';
import { headingOf } from '../../../src/web/indicator/heading.ts';
import { type UsualRange, usualRangeOf } from '../../../src/web/indicator/usual-range.ts';
import { figuresDouble } from '../figures-double.ts';

type Sums = readonly [numerator: number, denominator: number | null];

type Set = Partial<Pick<Target, 'from' | 'target' | 'amber'>>;

/** The figures and targets of one invented indicator. */
function sourceOf(
  definition: Partial<Definition>,
  set: readonly Set[],
  sums: Readonly<Record<string, Sums>>,
): JudgementSource {
  const { pack } = figuresDouble();
  const [version] = pack.indicators.get('assessments-45-days')?.versions ?? [];
  if (version === undefined) throw new Error('the double has no assessments');
  const indicator = { id: 'one', versions: [{ ...version, definition: { ...version.definition, ...definition } }] };
  const common = { indicator: 'one', from: '2020-04-01', set_by: 'Director', reason: 'x' };
  const targets = set.map((target) => ({ ...common, ...target }));
  return {
    pack: { indicators: new Map([['one', indicator]]), targets, financialYearStart: 4 },
    observation(_, unit, month): Observation | undefined {
      const found = sums[month];
      if (found === undefined) return undefined;
      const [numerator, denominator] = found;
      const value = denominator === null ? numerator : (100 * numerator) / denominator;
      return { indicator: 'one', unit, month, numerator, denominator, value, state: 'value', reason: null };
    },
  };
}

/** Its judgement in the last of the months given. */
function judged(...given: Parameters<typeof sourceOf>): Judgement {
  return judge(sourceOf(...given), 'one', 'CTY', Object.keys(given[2]).at(-1) ?? '');
}

const usualOf = (...given: Parameters<typeof sourceOf>): UsualRange | null =>
  usualRangeOf(sourceOf(...given), judged(...given));

const said = (judgement: Judgement): readonly string[] =>
  headingOf(judgement, {}, plainLabels.statuses, plainLabels)?.sentences ?? [];

/** 60 of 80 by September: the last three months were 8, 9 and 10 of 10. */
const half: Record<string, Sums> = {
  '2026-04': [11, 17],
  '2026-05': [22, 34],
  '2026-06': [33, 50],
  '2026-07': [41, 60],
  '2026-08': [50, 70],
  '2026-09': [60, 80],
};

it('says how the year ends, what its rest must come to, and how many cases the next status is away', () => {
  expect(said(judged({}, [{ target: 85, amber: 70 }], half))).toEqual([
    'If the rest of the year goes like the last three months, the year to March 2027 ends at 81.4%, between 77.1% and 85.7%. That would be: Near.',
    'For the year to meet the target of 85.0%, the six months left must come to 98.3% or more, if about 60 more cases come at the pace of the last three months.',
    '8 more of the 80 in the numerator would make it Met; 5 fewer would make it Away.',
  ]);
});

it('says that a target can no longer be met, or is met whatever comes', () => {
  expect(said(judged({}, [{ target: 99 }], half))[1]).toBe(
    'For the year, the target of 99.0% can no longer be met, if about 60 more cases come at the pace of the last three months, however they turn out.',
  );
  expect(said(judged({}, [{ target: 40 }], half))[1]).toBe(
    'For the year, the target of 40.0% is met, if about 60 more cases come at the pace of the last three months, however they turn out.',
  );
});

it('says nothing of the year in its last month, and gives the trend with its rule', () => {
  const march = { '2025-09': [70, 100], '2025-12': [72, 100], '2026-03': [75, 100] } as const;
  const heading = headingOf(judged({ basis: 'snapshot' }, [], march), {}, plainLabels.statuses, plainLabels);
  expect(heading).toMatchObject({ sentences: [], isProjected: false, trend: { word: 'improving' } });
  expect(heading?.trend?.rule).toContain('three months apart');
  expect(heading?.trend?.rule).toContain('a gain of 2 or more is improving');
});

/** The eighteen points of the handbook's example, with a leap at the fifth. */
const leap = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1];
const asCounts = (points: readonly number[]): Record<string, Sums> =>
  Object.fromEntries(
    points.map((point, index): [string, Sums] => {
      const count = 2025 * 12 + index;
      return [`${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`, [point, null]];
    }),
  );
const counted = { basis: 'snapshot', measuredIn: 'count', polarity: 'lower', decimals: 1 } as const;

it('gives the usual range in words, never below what a count can be, and marks the point beyond it', () => {
  const usual = usualOf(counted, [{ target: 5 }], asCounts(leap));
  expect(usual?.title).toBe('Usual range: within it');
  expect(usual?.sentences).toEqual([
    'June 2026 (1) lies within the usual range of 0 to 4.6, around a mean of 1.9.',
    'The range spans a change: 1 of its 18 points is marked, in May 2025. Its limits are therefore wide; take them anew from after the change (process-limits: rebased, in pack.yaml) before reading the target against them.',
  ]);
  expect(usual?.drawn?.signals.filter((words) => words !== '')).toEqual(['it is above the usual range']);
  expect(usual?.drawn?.limits).toMatchObject([{ lower: 0, isTrial: false }]);
});

it('leaves movement to chance only where no point is marked, and counts the points that are', () => {
  const steady = usualOf(counted, [{ target: 5 }], asCounts([1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]));
  expect(steady?.sentences[0]).toContain('What moves inside it from month to month is no more than chance.');
  expect(steady?.sentences[1]).toBe('The whole usual range meets the target of 5: chance alone will not miss it.');
  // Seven below the mean of 4.9, seven above, and one below alone: fourteen of fifteen are marked.
  const shifted = usualOf(counted, [{ target: 5 }], asCounts([1, 2, 1, 2, 1, 2, 1, 8, 9, 8, 9, 8, 9, 8, 4]));
  const words = shifted?.sentences.join(' ');
  expect(words).toContain('14 of its 15 points are marked, the last in February 2026.');
  expect(words).not.toContain('chance');
});

it('calls a leap in the latest month unusual, and few points trial limits', () => {
  const usual = usualOf(counted, [], asCounts([1, 2, 1, 2, 1, 2, 1, 2, 1, 20]));
  expect(usual?.title).toBe('Usual range: unusual, for the worse');
  expect(usual?.sentences[0]).toMatch(/^October 2025 \(20\) is unusual, for the worse: it is above the usual range\./);
  expect(usual?.sentences[1]).toContain('10 of its 10 points are marked, the last in October 2025.');
  expect(usual?.sentences[1]).toContain('before reading a point against them.');
  expect(usual?.sentences[2]).toBe('These are trial limits: they rest on 10 points, and limits that stand take 12.');
  expect(usualOf(counted, [], asCounts([4]))?.drawn).toBeNull();
});

it('draws the target that was in force in each month', () => {
  const steps = [{ target: 5 }, { from: '2026-04-01', target: 3 }];
  const targets = usualOf(counted, steps, asCounts(leap))?.drawn?.targets ?? [];
  expect(targets.slice(-5)).toEqual([5, 5, 3, 3, 3]);
});
