import { monthLabel } from '../../calendar/index.ts';
import { capitalised, say } from '../say.ts';
import type { Text } from '../text.ts';
import type { Fact } from './fact.ts';
import { figureNoun, isFirstOfYear, periodWords, unitAfter } from './period-words.ts';
import type { Telling } from './telling.ts';
import { fact, sumToken, valueToken } from './tokens.ts';

/** What the figure is, with its sums where it is a share and has a polarity. */
export function level(telling: Telling): Fact[] {
  const { definition, judgement, source } = telling;
  const value = valueToken(telling, judgement.month);
  if (value === null) return [];
  const period = periodWords(definition.basis, judgement.month, source.pack.financialYearStart);
  const noun = figureNoun({ ...definition, basis: 'month' });
  const after = unitAfter[definition.measuredIn] ?? '';
  return [fact('level', 'neutral', capitalised(say`${period} the ${noun} was ${value}${after}${outOf(telling)}.`))];
}

/** The sums behind a share: ' (2,080 of 2,817)'. */
function outOf(telling: Telling): Text {
  const { measuredIn, polarity } = telling.definition;
  const [numerator, denominator] = [sumToken(telling, 'numerator'), sumToken(telling, 'denominator')];
  if (measuredIn !== 'percent' || polarity === 'none' || numerator === null || denominator === null) return [];
  return say` (${numerator} of ${denominator})`;
}

/** Why there is no figure. */
export function absent(telling: Telling): Fact[] {
  const { definition, judgement, source } = telling;
  const { observation, month, statusReason, statusDetail } = judgement;
  const period = periodWords(definition.basis, month, source.pack.financialYearStart);
  const noun = figureNoun({ ...definition, basis: 'month' });
  const because = reasonAfter(observation?.reason ?? null);
  // What a person said of it goes before what the data say.
  if (statusReason === 'not available') {
    return [fact('absent', 'caution', say`There is no ${noun} ${period}${reasonAfter(statusDetail)}.`)];
  }
  switch (observation?.state) {
    case 'value':
      return [];
    case 'no-cases':
      return [fact('absent', 'neutral', capitalised(say`${period} there were no cases, so there is no ${noun}.`))];
    case 'no-denominator':
      return [fact('absent', 'caution', say`There is no ${noun} ${period}${because}.`)];
    case 'suppressed':
      return [
        fact('absent', 'neutral', say`The ${noun} ${period} is not shown, because the numbers behind it are small.`),
      ];
    case 'not-collected':
    case undefined:
      return [fact('absent', 'caution', say`There is no ${noun} ${period}${because}.`)];
  }
}

/** A reason as it follows a colon; nothing where it says no more than that there is none. */
function reasonAfter(reason: string | null): string {
  if (reason === null) return '';
  const words = reason.replace(/\.$/, '');
  const isName = /^\p{Lu}[\p{Lu}\d]/u.test(words);
  return `: ${isName ? words : words.charAt(0).toLowerCase() + words.slice(1)}`;
}

/** That the figure rests on fewer than ten cases, and how much one of them weighs in a share. */
export function fewCases(telling: Telling): Fact[] {
  const { definition, judgement } = telling;
  const denominator = sumToken(telling, 'denominator');
  const number = judgement.observation?.denominator ?? null;
  if (!judgement.smallDenominator || judgement.figure === null || denominator === null || number === null) return [];
  const noun = figureNoun({ ...definition, basis: 'month' });
  const isWhole = Number.isInteger(number) && definition.weight === undefined;
  const what = isWhole ? (number === 1 ? 'case' : 'cases') : 'in all';
  const care =
    definition.measuredIn === 'percent' && isWhole && number > 1
      ? say`, so that one case more or fewer moves it by ${oneCase(number)}`
      : '';
  return [
    fact('few-cases', 'caution', say`The ${noun} rests on only ${denominator} ${what}${care}: read it with care.`),
  ];
}

const oneCase = (of: number): string => `about ${Math.round(100 / of)} percentage points`;

/** That a year to date has only begun, and does not go on from the outturn. */
export function firstMonth({ definition, judgement, source }: Telling): Fact[] {
  const { month, figure } = judgement;
  const isFirst = isFirstOfYear(month, source.pack.financialYearStart);
  if (definition.basis !== 'year-to-date' || !isFirst || figure === null) return [];
  const label = monthLabel(month);
  return [
    fact(
      'first-month',
      'caution',
      say`${label} is the first month of the financial year, so the year to date is that month alone.`,
    ),
  ];
}
