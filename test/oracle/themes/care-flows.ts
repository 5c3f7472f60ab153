import { heldBy } from '../notions/attribution.ts';
import { personOfReview, reviewsNotCancelled } from '../notions/cla-reviews.ts';
import { addDays, isWithin } from '../notions/dates.ts';
import { episodesOf } from '../notions/episodes.ts';
import type { Indicator } from '../notions/figures.ts';
import { lastPerPerson, leavingsIn } from '../notions/leavers.ts';
import { isOnShortBreak } from '../notions/legal-status.ts';
import { one, rate, share } from '../notions/share.ts';
import { day, type Tables, text } from '../notions/tables.ts';
import { rollingMonths, type Window, yearToDate } from '../notions/windows.ts';
import { isOneOf } from '../notions/words.ts';

function claReviewsHeldOnTime(tables: Tables, asAt: string): Indicator {
  const cases = reviewsNotCancelled(tables).flatMap((row) => {
    const held = day(row, 'clar_cla_review_date');
    const due = day(row, 'clar_cla_review_due_date');
    if (held === null || !isWithin(held, yearToDate(asAt))) return [];
    const unit = heldBy(tables, personOfReview(tables, row), held);
    return [one(text(row, 'clar_cla_review_id'), unit, due !== null && held <= due)];
  });
  return share('cla-reviews-held-on-time', cases);
}

function leavers(tables: Tables, window: Window, reasons: readonly string[] | null) {
  const leavings = leavingsIn(tables, window).filter(
    (leaving) => !isOnShortBreak(tables, leaving.person, addDays(leaving.end.date, -1)),
  );
  return lastPerPerson(leavings).map((leaving) =>
    one(
      leaving.person,
      heldBy(tables, leaving.person, addDays(leaving.end.date, -1)),
      reasons === null || isOneOf(leaving.end.reason, reasons),
    ),
  );
}

function claStartersRate(tables: Tables, asAt: string): Indicator {
  const cases = episodesOf(tables).flatMap((episode) => {
    const { person, start } = episode;
    if (start === null || !isWithin(start, rollingMonths(asAt, 12)) || !isOneOf(episode.startReason, ['S'])) return [];
    return isOnShortBreak(tables, person, start) ? [] : [one(episode.id, heldBy(tables, person, start))];
  });
  return rate('cla-starters-rate', cases);
}

export function careFlows(tables: Tables, asAt: string): Indicator[] {
  const leaversOfTheYear = (reasons: readonly string[]) => leavers(tables, yearToDate(asAt), reasons);
  return [
    claReviewsHeldOnTime(tables, asAt),
    share('cla-leavers-home', leaversOfTheYear(['E4A', 'E4B'])),
    share('cla-leavers-sgo', leaversOfTheYear(['E43', 'E44', 'E45', 'E46', 'E47', 'E48'])),
    share('cla-leavers-cao', leaversOfTheYear(['E41'])),
    claStartersRate(tables, asAt),
    rate('cla-leavers-rate', leavers(tables, rollingMonths(asAt, 12), null)),
  ];
}
