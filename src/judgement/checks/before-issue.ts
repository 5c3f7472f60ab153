import { addToMonth, type Month, monthEnd, outturnMonth } from '../../calendar/index.ts';
import { versionAt } from '../../pack/index.ts';
import { compare, type Exact, exact } from '../exact.ts';
import { figure } from '../figure.ts';
import { judge } from '../judge.ts';
import type { JudgementSource } from '../source.ts';
import { sumsIn } from '../sums.ts';
import { checkPart } from './arithmetic.ts';
import { checkDistribution, checkIdentity, type Term } from './identities.ts';
import type { Inconsistency } from './inconsistency.ts';

/**
 * Everything that can be checked of the figures of one unit and month before they are issued: the identities and
 * distributions that the pack declares, percentages that count more than there are, and years to date that shrank.
 */
export function checkBeforeIssue(source: JudgementSource, unit: string, month: Month): readonly Inconsistency[] {
  const where = `${unit}, ${month}`;
  const { identities = [], distributions = [], indicators } = source.pack;
  const found = [
    ...identities.map((identity) => checkIdentity(identity, where, (term) => termIn(source, term, unit, month))),
    ...distributions.map((distribution) => {
      const shares = distribution.of.map((id) => termIn(source, `${id}.value`, unit, month));
      const known = shares.filter((share) => share !== null);
      return known.length < shares.length ? null : checkDistribution(distribution, where, known, null);
    }),
    ...[...indicators.keys()].flatMap((id) => [
      checkWhole(source, id, unit, month),
      ...checkYearToDate(source, id, unit, month),
    ]),
  ];
  return found.filter((each) => each !== null);
}

/** One part of an indicator, or a number. */
export function termIn(source: JudgementSource, term: Term, unit: string, month: Month): Exact | null {
  if (typeof term === 'number') return exact(term);
  const [id = '', part = ''] = term.split('.');
  const indicator = source.pack.indicators.get(id);
  if (indicator === undefined) return null;
  if (part === 'target') {
    const { target } = judge(source, id, unit, month);
    return target === null ? null : exact(target.target);
  }
  const observation = source.observation(id, unit, month);
  if (part === 'value') return figure(observation, versionAt(indicator, monthEnd(month)).definition.measuredIn);
  const sum = part === 'numerator' ? observation?.numerator : observation?.denominator;
  return sum === undefined || sum === null ? null : exact(sum);
}

/** A percentage of cases, unless it is a ratio of two lists, counts some of its denominator. */
function checkWhole(source: JudgementSource, id: string, unit: string, month: Month): Inconsistency | null {
  const indicator = source.pack.indicators.get(id);
  const observation = source.observation(id, unit, month);
  if (indicator === undefined || observation === undefined) return null;
  const { measuredIn, numerator } = versionAt(indicator, monthEnd(month)).definition;
  if (measuredIn !== 'percent' || typeof numerator === 'object') return null;
  if (observation.numerator === null || observation.denominator === null) return null;
  return checkPart(`${id}, ${unit}, ${month}`, observation.numerator, observation.denominator);
}

/** What a year to date has counted by one month it has not lost by the next. */
function checkYearToDate(source: JudgementSource, id: string, unit: string, month: Month): Inconsistency[] {
  const indicator = source.pack.indicators.get(id);
  const earlier = addToMonth(month, -1);
  if (indicator === undefined || outturnMonth(month, source.pack.financialYearStart) === earlier) return [];
  const { basis, measuredIn } = versionAt(indicator, monthEnd(month)).definition;
  if (basis !== 'year-to-date') return [];
  // The denominator of a rate is a population, which may well fall.
  const parts = measuredIn.startsWith('rate-') ? (['numerator'] as const) : (['numerator', 'denominator'] as const);
  const [now, before] = [sumsIn(source, id, unit, month), sumsIn(source, id, unit, earlier)];
  if (now === null || before === null) return [];
  return parts.flatMap((part): Inconsistency[] => {
    const [to, from] = [now[part], before[part]];
    if (to === null || from === null || compare(to, from) >= 0) return [];
    const says = `the ${part} of the year to date is less than in ${earlier}: cases have left it since`;
    return [{ check: 'year to date', where: `${id}, ${unit}, ${month}`, says }];
  });
}
