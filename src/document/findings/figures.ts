import { monthLabel } from '../../calendar/index.ts';
import { checkBeforeIssue } from '../../judgement/index.ts';
import { type Context, entryOf } from '../compile/context.ts';
import type { Finding } from './finding.ts';

/** What must hold between the figures of the unit and month and does not, with indicators by their titles. */
export function figureFindings(context: Context): Finding[] {
  const { input, unit, month } = context;
  const inReport = indicatorsOf(context);
  return checkBeforeIssue(input.figures, unit.code, month).flatMap(({ where, says }): Finding[] => {
    const [first = ''] = where.split(', ');
    const isOfIndicator = input.figures.pack.indicators.has(first);
    if (isOfIndicator && !inReport.has(first)) return [];
    const place = isOfIndicator ? entryOf(context, first).title : `${unit.name}, ${monthLabel(month)}`;
    return [{ about: 'figures', where: place, says: sentence(inWords(context, says)) }];
  });
}

/** The indicators that a report names, wherever in its definition. */
function indicatorsOf({ report, input }: Context): ReadonlySet<string> {
  const named: string[] = [];
  JSON.stringify([report.groups, report.sections], (_, value) => {
    if (typeof value === 'string') named.push(value);
    return value;
  });
  return new Set(named.filter((name) => input.figures.pack.indicators.has(name)));
}

/**
 * A message in the words of a reader.
 *
 * @example 'cp-plan-rate.numerator is less than in 2014-04': 'the numerator of “Plans per 10,000” is less than in April 2014'
 */
function inWords(context: Context, says: string): string {
  const { indicators } = context.input.figures.pack;
  return says
    .replaceAll(/\b([a-z][a-z0-9-]*)\.(numerator|denominator|value|target)\b/g, (whole, id: string, part: string) =>
      indicators.has(id) ? `the ${part} of “${entryOf(context, id).title}”` : whole,
    )
    .replaceAll(/\b\d{4}-(0[1-9]|1[0-2])\b/g, (month) => monthLabel(month));
}

function sentence(words: string): string {
  const begun = `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
  return /[.!?]$/.test(begun) ? begun : `${begun}.`;
}
