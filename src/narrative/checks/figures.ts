import { addToMonth, monthRange } from '../../calendar/index.ts';
import { absolute, divide, type Exact, exact, judge, multiply, roundHalfUp, subtract } from '../../judgement/index.ts';
import { figureAt } from '../facts/telling.ts';
import type { Doubt } from './doubt.ts';
import type { Sentence } from './sentences.ts';
import type { Subject } from './subject.ts';

const share = /(?<![\d.,])(\d+(?:\.(\d+))?)\s?(%|per cent\b|percent\b|percentage points?\b)/gi;
const quoted = /\bas (?:at|of)\b/i;
const changeBefore =
  /\b(?:increas\w+|decreas\w+|ris(?:e|es|en|ing)|rose|f[ae]ll\w*|drop\w*|improv\w+|declin\w+|reduc\w+|up|down|higher|lower|better|worse)\s+(?:\w+\s+){0,2}?(?:by|of)\s+(?:about |around |just |only |over )?$/i;
const changeAfter =
  /^\s*(?:below|above|higher|lower|better|worse|more|less|increase|decrease|improvement|reduction|drop|rise|fall|gap)\b/i;

/** What a typed share may be: figures and targets, the points between them, and how much one is more than another. */
interface Known {
  readonly figures: readonly Exact[];
  readonly points: readonly Exact[];
  readonly changes: readonly Exact[];
  /** The same of pairs of which one is the figure itself. */
  readonly pointsFromNow: readonly Exact[];
  readonly changesToNow: readonly Exact[];
}

/** Shares that were typed and are no figure of the indicator, and points between shares that are called per cent. */
export function figures(subject: Subject): (sentence: Sentence) => Doubt[] {
  if (subject.judgement.figure === null) return () => [];
  const known = knownOf(subject);
  const isPercent = subject.definition.measuredIn === 'percent';
  return (sentence) =>
    [...sentence.typed.matchAll(share)].flatMap((match): Doubt[] => {
      const [words, digits = '', decimals = '', unit = ''] = match;
      const among = (all: readonly Exact[]): boolean =>
        all.some((one) => Number(roundHalfUp(absolute(one), decimals.length)) === Number(digits));
      const place = { words, at: sentence.at + match.index };
      const isChange =
        changeBefore.test(sentence.typed.slice(0, match.index)) ||
        changeAfter.test(sentence.typed.slice(match.index + words.length));
      if (
        isPercent &&
        !unit.startsWith('percentage') &&
        isChange &&
        among(known.pointsFromNow) &&
        !among(known.changesToNow)
      ) {
        return [
          {
            ...place,
            code: 'percent-of-percentages',
            says: `${words} is the difference between two percentages, which is ${digits} percentage points.`,
            remedy: 'Write percentage points.',
          },
        ];
      }
      if (quoted.test(sentence.text) || among([...known.figures, ...known.points, ...known.changes])) return [];
      return [
        {
          ...place,
          code: 'figure-differs',
          says: `${words} is no figure, target or comparator of this indicator, nor a difference between them.`,
          remedy: 'Use a token for a figure of the report; say as at which day a figure from elsewhere was.',
        },
      ];
    });
}

function knownOf({ judgement, earlier, commented, source, indicator }: Subject): Known {
  const { figure, target, unit, month } = judgement;
  const belonging = (commented.belonging ?? []).map((id) => judge(source, id, unit, month));
  const theirs = belonging.flatMap((one) => [one.figure, one.previous.figure, one.outturn.figure, one.yearAgo.figure]);
  const given = [
    ...belonging.map((one) => one.target?.target),
    target?.target,
    target?.target_high,
    target?.amber,
    target?.tolerance_low,
    target?.tolerance_high,
    ...(commented.beside ?? []).map(({ value }) => value),
  ];
  const main = [
    figure,
    ...theirs,
    ...earlier.map(({ comparison }) => comparison.figure),
    ...given.map((one) => (one === undefined || one === null ? null : exact(one))),
    judgement.twelveMonths.ratioOfSums,
    judgement.twelveMonths.meanOfRatios,
  ].filter((one) => one !== null);
  const months = source.months ?? monthRange(addToMonth(month, -36), month);
  const ownMonths = months.map((each) => figureAt(source, indicator, unit, each));
  const targets = source.pack.targets.filter((row) => row.indicator === indicator.id).map((row) => row.target);
  const otherTargets = targets.filter((one) => one !== undefined).map((one) => exact(one));
  const units = (source.units?.(month) ?? []).map(({ code }) => figureAt(source, indicator, code, month));
  const change = (to: Exact, from: Exact): Exact[] =>
    from.numerator === 0n ? [] : [divide(multiply(subtract(to, from), exact(100)), from)];
  const now = figure ?? exact(0);
  return {
    figures: [...main, ...otherTargets, ...[...ownMonths, ...units].filter((one) => one !== null)],
    points: main.flatMap((a) => main.map((b) => subtract(a, b))),
    changes: main.flatMap((a) => main.flatMap((b) => change(a, b))),
    pointsFromNow: main.map((one) => subtract(now, one)),
    changesToNow: main.flatMap((one) => change(now, one)),
  };
}
