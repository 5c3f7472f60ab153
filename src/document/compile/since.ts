import { addDays, addMonths, type Day, dayLabel, financialYear, type Month, monthEnd } from '../../calendar/index.ts';
import type { Context } from './context.ts';

/** From when changes are told, and how that is said. */
export interface Since {
  /** Changes that begin on this day or later are told. */
  readonly from: Day;
  readonly words: string;
}

/** Changes are told from the day after the last edition; without one, from the first day of the financial year. */
export function sinceOf({ input, month }: Context): Since {
  const { lastEdition, figures } = input;
  if (lastEdition !== null) {
    return { from: addDays(lastEdition, 1), words: `since the last edition, of ${dayLabel(lastEdition)}` };
  }
  const { start } = financialYear(monthEnd(month), figures.pack.financialYearStart);
  return { from: start, words: `since ${dayLabel(start)}` };
}

/** The last month that ended before a day. */
export const monthBefore = (day: Day): Month => addMonths(day, -1).slice(0, 7);
