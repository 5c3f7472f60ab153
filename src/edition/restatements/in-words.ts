import type { ChangeReason } from './case-change.ts';
import type { Explanation, ReasonCount } from './explanation.ts';

const records: Readonly<Record<ChangeReason, string>> = {
  'recorded-late': 'recorded late',
  'corrected-in': 'corrected, and counted since',
  'moved-in': 'moved in from another unit',
  'changed-side': 'changed side of the condition',
  'weight-changed': 'counted with another weight',
  'moved-out': 'moved out to another unit',
  'corrected-out': 'corrected, and not counted any more',
  deleted: 'deleted',
};

/** Of what a change of definitions, or of the list of units, does. */
const definitions: Readonly<Record<ChangeReason, string>> = {
  'recorded-late': 'brought in by a changed definition',
  'corrected-in': 'brought in by a changed definition',
  'moved-in': 'brought in by a changed definition or list of units',
  'changed-side': 'on the other side of a changed condition',
  'weight-changed': 'given another weight by a changed definition',
  'moved-out': 'left out by a changed definition or list of units',
  'corrected-out': 'left out by a changed definition',
  deleted: 'left out by a changed definition',
};

const plain = (sum: number): string => String(sum / 10_000);

const signed = (sum: number): string => `${sum > 0 ? '+' : '−'}${plain(Math.abs(sum))}`;

/** One reason with its cases and what they make: '2 cases recorded late (+1 of +2)'. */
export function countInWords({ reason, cause, cases, numerator, denominator }: ReasonCount): string {
  const words = (cause === 'records' ? records : definitions)[reason];
  const made = [numerator, denominator].filter((sum) => sum !== 0);
  const sums =
    denominator === 0 ? signed(numerator) : `numerator ${zeroOr(numerator)}, denominator ${zeroOr(denominator)}`;
  return `${cases} ${cases === 1 ? 'case' : 'cases'} ${words}${made.length === 0 ? '' : ` (${sums})`}`;
}

const zeroOr = (sum: number): string => (sum === 0 ? '0' : signed(sum));

/** Why a figure was restated, in counts: each reason as words, in order. */
export function reasonsInWords({ counts, population, givenAnew, absent, remainder }: Explanation): string[] {
  const people = (count: number | null) => (count === null ? 'none' : plain(count * 10_000));
  return [
    ...counts.map(countInWords),
    ...(population === null ? [] : [`population ${people(population.after)} in place of ${people(population.before)}`]),
    ...(givenAnew ? ['a figure that is given has been given anew'] : []),
    ...(absent === null ? [] : [absent]),
    ...(remainder.numerator === 0 && remainder.denominator === 0 ? [] : ['not explained by cases in full']),
  ];
}
