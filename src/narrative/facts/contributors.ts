import { addToMonth, type Month, monthLabel } from '../../calendar/index.ts';
import {
  absolute,
  compare,
  compareWith,
  divide,
  type Exact,
  exact,
  figureOf,
  formatDifference,
  multiply,
  type Sums,
  subtract,
  sumsIn,
} from '../../judgement/index.ts';
import { listed, say } from '../say.ts';
import type { Text } from '../text.ts';
import type { Fact } from './fact.ts';
import { sameSpan } from './period-words.ts';
import { bareSize, distanceWords } from './sizes.ts';
import type { Telling } from './telling.ts';
import { differenceToken, fact } from './tokens.ts';
import { unitName } from './unit-name.ts';

/** How many units are named at most. */
const most = 3;

interface Contribution {
  readonly unit: string;
  /** On the scale of the figure; those of all units add up to its change. */
  readonly by: Exact;
}

/**
 * Which units made the change of the whole: those that pull most its way, until they account for half of it, and the one
 * that pulls most the other way. Told only where the units add up to the whole in both months, so that what is said of
 * them says nothing of a unit that is not shown, and where three of them account for a third of it.
 */
export function contributors(telling: Telling): Fact[] {
  const { asked, judgement, definition, source } = telling;
  const since = sinceOf(telling);
  const compared = compareWith(source, judgement, since);
  const { figure: now } = judgement;
  const before = compared.figure;
  if (asked.units === undefined || now === null || before === null || compared.brokenBy !== null) return [];
  if (compared.movement === 'same' || distanceWords(now, before, definition) === null) return [];
  const shares = contributionsOf(telling, asked.units, since);
  if (shares === null) return [];
  const change = subtract(now, before);
  const sign = compare(change, zero);
  const sorted = shares.toSorted((a, b) => sign * compare(b.by, a.by));
  const named: Contribution[] = [];
  let sum = zero;
  for (const one of sorted.slice(0, most)) {
    const isHalf = compare(absolute(multiply(sum, exact(2))), absolute(change)) >= 0;
    const ties = named.at(-1) !== undefined && compare(named.at(-1)?.by ?? zero, one.by) === 0;
    if (sign * compare(one.by, zero) <= 0 || (isHalf && !ties)) break;
    named.push(one);
    sum = plus(sum, one.by);
  }
  if (compare(absolute(multiply(sum, exact(3))), absolute(change)) < 0) return [];
  const told = named.map(({ unit, by }) => say`${unitName(telling, unit)} accounts for ${size(telling, by)}`);
  const short = told.map((text, index) => (index === 0 ? text : withoutVerb(text)));
  const whole = differenceToken(telling, { now, before, from: since });
  const what = sign > 0 ? 'rise' : 'fall';
  return [
    fact(
      'contributors',
      'neutral',
      say`Of the ${what} of ${whole} since ${monthLabel(since)}, ${listed(short)}.${against(telling, sorted, change)}`,
    ),
  ];
}

const zero = exact(0);
const plus = (a: Exact, b: Exact): Exact => subtract(a, subtract(zero, b));
const size = ({ definition }: Telling, by: Exact): string => bareSize(formatDifference(by, zero, definition));
const withoutVerb = (text: Text): Text =>
  text.map((piece) =>
    piece.kind === 'text' ? { ...piece, text: piece.text.replace(' accounts for ', ' for ') } : piece,
  );

/** The named month, else that of the report before, else of numbers that grow with the year the same month last year. */
function sinceOf({ asked, judgement, definition, source }: Telling): Month {
  const since = asked.since ?? judgement.previous.month;
  const holds = sameSpan(definition, since, judgement.month, source.pack.financialYearStart);
  return holds ? since : addToMonth(judgement.month, -12);
}

/** The unit that pulls most against the change, where that is a quarter of it or more. */
function against(telling: Telling, sorted: readonly Contribution[], change: Exact): Text {
  const last = sorted.at(-1);
  if (last === undefined || compare(multiply(last.by, change), zero) >= 0) return [];
  if (compare(absolute(multiply(last.by, exact(4))), absolute(change)) < 0) return [];
  const verb = compare(last.by, zero) > 0 ? 'raised' : 'lowered';
  return say` Against it, ${unitName(telling, last.unit)} ${verb} the figure by ${size(telling, last.by)}.`;
}

/**
 * What each unit adds to the change. Of a share it is how far its cases lie above the earlier whole, now less then:
 * (n1 - p0 d1) / D1 - (n0 - p0 d0) / D0. Null where the units do not add up to the whole in both months.
 */
function contributionsOf(telling: Telling, units: readonly string[], since: Month): Contribution[] | null {
  const { source, indicator, judgement, definition } = telling;
  const { unit: whole, month } = judgement;
  const { measuredIn } = definition;
  if (measuredIn.startsWith('rate-')) return null;
  const at = (when: Month) => {
    const all = sumsIn(source, indicator.id, whole, when);
    const parts = units.map((unit) => {
      const state = source.observation(indicator.id, unit, when)?.state;
      // A unit that is not there has nothing; one whose figure is not shown or not known may have anything.
      const hidden = state === 'suppressed' || state === 'not-collected' || state === 'no-denominator';
      return hidden ? null : (sumsIn(source, indicator.id, unit, when) ?? nothing(measuredIn === 'count'));
    });
    const sound = parts.filter((part) => part !== null);
    return all === null || sound.length < parts.length || !addUp(sound, all) ? null : { all, parts: sound };
  };
  const [now, then] = [at(month), at(since)];
  if (now === null || then === null) return null;
  const p0 = figureOf(measuredIn, then.all.numerator, then.all.denominator);
  if (p0 === null) return null;
  const above = ({ numerator, denominator }: Sums, of: Sums): Exact => {
    if (of.denominator === null || denominator === null) return numerator;
    const mine = figureOf(measuredIn, numerator, of.denominator) ?? zero;
    return subtract(mine, multiply(p0, divide(denominator, of.denominator)));
  };
  return units.map((unit, index) => ({
    unit,
    by: subtract(
      above(now.parts[index] ?? nothing(true), now.all),
      above(then.parts[index] ?? nothing(true), then.all),
    ),
  }));
}

const nothing = (isCount: boolean): Sums => ({ numerator: zero, denominator: isCount ? null : zero });

function addUp(parts: readonly Sums[], whole: Sums): boolean {
  const numerators = parts.reduce((sum, { numerator }) => plus(sum, numerator), zero);
  const denominators = parts.reduce((sum, { denominator }) => plus(sum, denominator ?? zero), zero);
  return compare(numerators, whole.numerator) === 0 && compare(denominators, whole.denominator ?? zero) === 0;
}
