import { monthLabel } from '../../calendar/index.ts';
import { checkBeforeIssue } from '../../judgement/index.ts';
import { type Context, entryOf } from '../compile/context.ts';
import type { Finding } from './finding.ts';

/** What must hold between the figures of the unit and month and does not, with indicators by their titles. */
export function figureFindings(context: Context): Finding[] {
  const { input, unit, month } = context;
  return checkBeforeIssue(input.figures, unit.code, month).map(({ where, says }) => {
    const [first = ''] = where.split(', ');
    const isOfIndicator = input.figures.pack.indicators.has(first);
    const place = isOfIndicator ? entryOf(context, first).title : `${unit.name}, ${monthLabel(month)}`;
    return { about: 'figures', where: place, says: sentence(withTitles(context, says)) };
  });
}

/** @example 'cp-plan-rate.numerator is 1,230': 'the numerator of “Child protection plans per 10,000” is 1,230' */
function withTitles(context: Context, says: string): string {
  return says.replaceAll(
    /\b([a-z][a-z0-9-]*)\.(numerator|denominator|value|target)\b/g,
    (whole, id: string, part: string) =>
      context.input.figures.pack.indicators.has(id) ? `the ${part} of “${entryOf(context, id).title}”` : whole,
  );
}

function sentence(words: string): string {
  const begun = `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
  return /[.!?]$/.test(begun) ? begun : `${begun}.`;
}
