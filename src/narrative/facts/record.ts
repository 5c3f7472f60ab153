import {
  addToMonth,
  dayLabel,
  type Month,
  monthEnd,
  monthLabel,
  monthRange,
  monthsBetween,
} from '../../calendar/index.ts';
import { compare, type Exact, formatValue } from '../../judgement/index.ts';
import { breakBetween, type Version } from '../../pack/index.ts';
import { say } from '../say.ts';
import type { Text } from '../text.ts';
import type { Fact, Tone } from './fact.ts';
import { figureNoun, sameSpan } from './period-words.ts';
import { definitionAt, figureAt, type Telling } from './telling.ts';
import { fact, valueToken } from './tokens.ts';

/** Of so few earlier figures, or for so few months, nothing is a record. */
const least = 12;

/** How far figures are looked for where it is not said from when there are any. */
const tenYears = 120;

interface Past {
  readonly month: Month;
  readonly figure: Exact;
}

/**
 * Whether the figure is the highest or the lowest since figures began, since the definition changed, or for more than a
 * year. A record that the printed figures do not show is none.
 */
export function record(telling: Telling): Fact[] {
  const { judgement, definition } = telling;
  const { figure } = judgement;
  if (figure === null) return [];
  const { past, changed } = pastOf(telling);
  if (past.length < least) return [];
  const found = (['highest', 'lowest'] as const).flatMap((which): Fact[] => {
    const sign = which === 'highest' ? 1 : -1;
    const text = told(telling, { past, changed, figure, which, beyond: (one) => sign * compare(one, figure) });
    if (text === null) return [];
    const isGood = definition.polarity === 'higher' ? which === 'highest' : which === 'lowest';
    const hasWay = definition.polarity === 'higher' || definition.polarity === 'lower';
    const tone: Tone = !hasWay ? 'neutral' : isGood ? 'better' : 'worse';
    return [fact('record', tone, text)];
  });
  // A figure that is both has never been another.
  return found.length === 1 ? found : [];
}

/** The earlier figures that compare, oldest first, and the version that ends them where one does. */
function pastOf({ source, judgement, indicator, definition }: Telling): { past: Past[]; changed: Version | null } {
  const { month, unit } = judgement;
  const first = source.months?.[0] ?? addToMonth(month, -tenYears);
  const all = monthRange(first, addToMonth(month, -1));
  const compared = all.filter((each) => breakBetween(indicator, monthEnd(each), monthEnd(month)) === null);
  const past = compared
    .filter((each) => sameSpan(definition, each, month, source.pack.financialYearStart))
    .flatMap((each): Past[] => {
      const figure = figureAt(source, indicator, unit, each);
      return figure === null ? [] : [{ month: each, figure }];
    });
  const [oldest] = all;
  const changed =
    oldest === undefined || compared.length === all.length
      ? null
      : breakBetween(indicator, monthEnd(oldest), monthEnd(month));
  return { past, changed };
}

interface Claim {
  readonly past: readonly Past[];
  readonly changed: Version | null;
  readonly figure: Exact;
  readonly which: 'highest' | 'lowest';
  /** Above 0 where a figure lies further out than the one of the month. */
  readonly beyond: (figure: Exact) => number;
}

function told(telling: Telling, { past, changed, figure, which, beyond }: Claim): Text | null {
  const { judgement, definition, indicator } = telling;
  const noun = figureNoun(definition);
  const further = past.findLast((one) => beyond(one.figure) > 0);
  const equal = past.findLast((one) => beyond(one.figure) === 0);
  const now = formatValue(figure, definition);
  const looksEqual = (one: Past): boolean => formatValue(one.figure, definitionAt(indicator, one.month)) === now;
  if (further !== undefined) {
    const between = past.filter(({ month }) => month > further.month);
    const months = monthsBetween(further.month, judgement.month);
    if (months <= least || between.length < least || equal !== undefined || between.some(looksEqual)) return null;
    if (looksEqual(further)) return null;
    const then = valueToken(telling, further.month) ?? '';
    return say`This is the ${which} ${noun} for ${months} months, since ${then} in ${monthLabel(further.month)}.`;
  }
  const [first] = past;
  if (first === undefined) return null;
  const since =
    changed === null || changed.from === null
      ? `since figures began in ${monthLabel(first.month)}`
      : `since the definition changed on ${dayLabel(changed.from)}`;
  if (equal !== undefined) {
    return say`This equals the ${which} ${noun} ${since}, that of ${monthLabel(equal.month)}.`;
  }
  return past.some(looksEqual) ? null : say`This is the ${which} ${noun} ${since}.`;
}
