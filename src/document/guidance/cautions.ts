import { financialYear, monthEnd, monthLabel } from '../../calendar/index.ts';
import { earlyInYear } from '../words/index.ts';
import type { Note, Shown } from './shown.ts';

/** What to keep in mind: few cases, the first months of a year, rounding. */
export function cautions({ context, judgements }: Shown): Note[] {
  const items: Note['items'][number][] = [];
  if (judgements.some(({ smallDenominator }) => smallDenominator)) {
    items.push({
      term: 'Few cases',
      says: '“Few” is said of a denominator of 1 to 9. One case more or less moves such a figure a long way: read its status and direction with care.',
    });
  }
  const firstMonth = context.input.figures.pack.financialYearStart;
  if (
    earlyInYear(context.month, firstMonth) &&
    judgements.some(({ definition }) => definition.basis === 'year-to-date')
  ) {
    const [name] = monthLabel(financialYear(monthEnd(context.month), firstMonth).start.slice(0, 7)).split(' ');
    items.push({
      term: 'Early in the year',
      says: `Year-to-date figures begin again in ${name}. In the first months they rest on few cases and move easily.`,
    });
  }
  if (judgements.some(({ figure }) => figure !== null)) {
    items.push({ term: 'Rounding', says: 'Figures are printed half up. Shares of a whole may add up to 99 or 101.' });
  }
  return items.length === 0 ? [] : [{ label: 'With care', items }];
}
