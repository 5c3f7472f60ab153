import { episodesOf } from './episodes.ts';
import { isNamedBy, type PeriodOfCare } from './periods-of-care.ts';
import { day, isYes, type Row, rowsOf, type Tables, text } from './tables.ts';

/** The rows of ssd_cla_reviews without those marked as cancelled; an unknown mark is not one. */
export function reviewsNotCancelled(tables: Tables): Row[] {
  return rowsOf(tables, 'ssd_cla_reviews').filter((row) => !isYes(row, 'clar_cla_review_cancelled'));
}

/** The reviews that name an episode of the period and were due on or after the day it began. */
export function reviewsOf(tables: Tables, period: PeriodOfCare): Row[] {
  return reviewsNotCancelled(tables).filter((row) => {
    const due = day(row, 'clar_cla_review_due_date');
    return isNamedBy(period, text(row, 'clar_cla_id')) && due !== null && period.began !== null && due >= period.began;
  });
}

/** The person of the episode with the review's CLA id, else the person on the review. */
export function personOfReview(tables: Tables, review: Row): string | null {
  const claId = text(review, 'clar_cla_id');
  const named = episodesOf(tables).find((episode) => claId !== null && episode.claId === claId);
  return named?.person ?? text(review, 'clar_cla_person_id');
}
