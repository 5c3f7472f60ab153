import { heldBy } from '../notions/attribution.ts';
import type { Indicator } from '../notions/figures.ts';
import { count, datedIn, one, share } from '../notions/share.ts';
import { type Row, type Tables, text } from '../notions/tables.ts';
import { monthOf, yearToDate } from '../notions/windows.ts';
import { isOneOf } from '../notions/words.ts';

/** Episodes of going missing, and not of being absent, dated in a window. */
function episodesIn(tables: Tables, column: string, window: ReturnType<typeof yearToDate>) {
  return datedIn(tables, 'ssd_missing', column, window).filter(({ row }) =>
    isOneOf(text(row, 'miss_missing_episode_type'), ['M']),
  );
}

export function missing(tables: Tables, asAt: string): Indicator[] {
  const caseOf = (row: Row, date: string, met = true) =>
    one(text(row, 'miss_table_id'), heldBy(tables, text(row, 'miss_person_id'), date), met);
  const is = (row: Row, column: string, ...codes: string[]) => isOneOf(text(row, column), codes);
  const ended = episodesIn(tables, 'miss_missing_episode_end_date', yearToDate(asAt));
  return [
    count(
      'missing-episodes',
      episodesIn(tables, 'miss_missing_episode_start_date', monthOf(asAt)).map(({ row, date }) => caseOf(row, date)),
    ),
    share(
      'return-interviews-offered',
      ended
        .filter(({ row }) => !is(row, 'miss_missing_rhi_offered', 'NA'))
        .map(({ row, date }) => caseOf(row, date, is(row, 'miss_missing_rhi_offered', 'Y'))),
    ),
    share(
      'return-interviews-accepted',
      ended
        .filter(({ row }) => is(row, 'miss_missing_rhi_offered', 'Y'))
        .map(({ row, date }) => caseOf(row, date, is(row, 'miss_missing_rhi_accepted', 'Y'))),
    ),
  ];
}
