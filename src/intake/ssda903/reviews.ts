import { periodAt } from './chain.ts';
import { column, type Mapping } from './mapping.ts';

/** Reviews that were held. A return has no due dates, and no reviews that were cancelled. */
export const reviews: Mapping = {
  dataset: 'ssd_cla_reviews',
  files: ['reviews', 'episodes'],
  from: () => `from (
    select *, "CHILD" || '|' || coalesce("REVIEW"::varchar, '') || '|' ||
      row_number() over (partition by "CHILD", "REVIEW" order by "REVIEW_CODE", _line) as review_id
    from reviews) r`,
  columns: {
    clar_cla_review_id: column('review_id', 'reviews.CHILD', 'reviews.REVIEW'),
    clar_cla_id: column(periodAt('r."CHILD"', 'r."REVIEW"'), 'reviews.CHILD', 'reviews.REVIEW'),
    clar_cla_review_date: column('"REVIEW"', 'reviews.REVIEW'),
    clar_cla_review_cancelled: column('false', 'reviews.REVIEW'),
    clar_cla_review_participation: column('"REVIEW_CODE"', 'reviews.REVIEW_CODE'),
    clar_cla_person_id: column('"CHILD"', 'reviews.CHILD'),
  },
};
