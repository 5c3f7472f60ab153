import { inWords } from './number.ts';

export interface TrendTitleInput {
  /** One value a month, oldest first, unrounded; null where there is none. */
  readonly values: readonly (number | null)[];
  /** The months in words, for each value. */
  readonly labels: readonly string[];
  /** First index after the last break in series; what lies before is not spoken of. */
  readonly from?: number;
  /** Where the latest stands against its target, in words ('below target'); empty to say nothing of it. */
  readonly standing?: string;
  /** What one value covers; a month where absent. */
  readonly every?: 'month' | 'quarter' | 'year';
}

const inYear = { month: 12, quarter: 4, year: 1 } as const;
type Every = keyof typeof inYear;

/** A rise or fall of this many months in a row is worth a title. */
const worthwhileRun = 3;
/** A figure not seen for this many months is worth a title. */
const worthwhileReach = 6;

/**
 * What is seen in a line, in at most ten words: a record, a run, or the change on a year earlier. It names no cause
 * and calls nothing a trend that is not one: the change on a year earlier counts as "little changed" where it is no
 * larger than the figure's usual movement from month to month (the mean of the moves).
 *
 * @example trendTitle({ values: [70, 71, 72, 73], labels: ['July', …], standing: 'below target' })
 * // 'Rising for three months, below target'
 */
export function trendTitle({ values, labels, from = 0, standing = '', every = 'month' }: TrendTitleInput): string {
  const stretch = values.slice(from);
  const now = stretch.at(-1) ?? null;
  const name = (index: number): string => labels[from + index] ?? '';
  if (now === null) return `No figure for ${name(stretch.length - 1)}`;
  const ending = standing === '' ? '' : `, ${standing}`;
  const known = stretch.filter((value) => value !== null).length;
  if (known === 1) return `One ${every} alone has a figure${ending}`;
  if (known < (every === 'month' ? worthwhileRun + 1 : 2)) return `${besideOne(stretch, now, name, every)}${ending}`;
  return `${record(stretch, now, name, every) ?? run(stretch, every) ?? onTheYear(stretch, now, name, every)}${ending}`;
}

function record(
  stretch: readonly (number | null)[],
  now: number,
  name: (index: number) => string,
  every: Every,
): string | null {
  const earlier = stretch.slice(0, -1);
  const sides = [
    { word: 'Highest', reaches: (value: number) => value >= now },
    { word: 'Lowest', reaches: (value: number) => value <= now },
  ];
  for (const { word, reaches } of sides) {
    const index = earlier.findLastIndex((value) => value !== null && reaches(value));
    const known = earlier.slice(index + 1).filter((value) => value !== null).length;
    if (known < worthwhileReach - 1) continue;
    if (index >= 0) return `${word} since ${name(index)}`;
    if (known >= 2 * worthwhileReach - 1) return `${word} of the last ${stretch.length} ${every}s`;
  }
  return null;
}

function run(stretch: readonly (number | null)[], every: Every): string | null {
  let length = 0;
  let sign = 0;
  for (let index = stretch.length - 1; index > 0; index--) {
    const [before, after] = [stretch[index - 1] ?? null, stretch[index] ?? null];
    if (before === null || after === null) break;
    const step = Math.sign(after - before);
    if (length > 0 && step !== sign) break;
    sign = step;
    length++;
  }
  if (length < worthwhileRun) return null;
  return `${sign === 0 ? 'Unchanged' : sign > 0 ? 'Rising' : 'Falling'} for ${inWords(length)} ${every}s`;
}

/** Of a few figures nothing is usual: the latest is set beside that of a year earlier, else beside the one before. */
function besideOne(
  stretch: readonly (number | null)[],
  now: number,
  name: (index: number) => string,
  every: Every,
): string {
  const yearAgo = stretch.length - 1 - inYear[every];
  const isYear = (stretch[yearAgo] ?? null) !== null;
  const index = isYear ? yearAgo : stretch.slice(0, -1).findLastIndex((value) => value !== null);
  const before = stretch[index] ?? now;
  if (before === now) return isYear ? 'As a year earlier' : `As in ${name(index)}`;
  return `${now > before ? 'Higher' : 'Lower'} than ${isYear ? 'a year earlier' : `in ${name(index)}`}`;
}

function onTheYear(
  stretch: readonly (number | null)[],
  now: number,
  name: (index: number) => string,
  every: Every,
): string {
  const yearAgo = stretch.length - 1 - inYear[every];
  const index = yearAgo >= 0 && (stretch[yearAgo] ?? null) !== null ? yearAgo : stretch.findIndex((v) => v !== null);
  const since = index === yearAgo ? 'a year earlier' : name(index);
  const change = now - (stretch[index] ?? now);
  const moves = stretch.flatMap((value, i) => {
    const before = stretch[i - 1] ?? null;
    return value === null || before === null ? [] : [Math.abs(value - before)];
  });
  // One or two moves between quarters or years are no usual movement to hold a change to.
  const isUsual = every === 'month' || moves.length > worthwhileRun;
  const usual = isUsual ? moves.reduce((sum, move) => sum + move, 0) / Math.max(moves.length, 1) : 0;
  if (Math.abs(change) <= usual) return `Little changed on ${since}`;
  return `${change > 0 ? 'Higher' : 'Lower'} than ${index === yearAgo ? since : `in ${since}`}`;
}
