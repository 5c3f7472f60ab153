-- The reviews of a period of care: those that name the CLA id of one of its episodes and fall due from the day it began.
select distinct
  e.period_id,
  r.clar_cla_review_id as review_id,
  r.clar_cla_review_due_date as due_on,
  r.clar_cla_review_date as held_on
from ssd_cla_reviews r
join period_episodes e on e.cla_id = r.clar_cla_id
join period_starts s on s.period_id = e.period_id
where r.clar_cla_review_cancelled is not true and r.clar_cla_review_due_date >= s.began_on
