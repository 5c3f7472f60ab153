-- Reviews of children looked after, cancelled ones left out. The person is that of the episode with the review's CLA id
-- (of several, the one with the latest start, then the highest id), else the person on the review itself.
with people as (
  select
    clae_cla_id as cla_id,
    clae_person_id as person_id,
    row_number() over (
      partition by clae_cla_id
      order by clae_cla_episode_start_date desc nulls last, clae_cla_episode_id desc
    ) as place
  from ssd_cla_episodes
  where clae_cla_id is not null
)
select
  r.clar_cla_review_id as case_id,
  coalesce(p.person_id, r.clar_cla_person_id) as person_id,
  r.clar_cla_id as cla_id,
  r.clar_cla_review_due_date as due_on,
  r.clar_cla_review_date as held_on,
  upper(trim(r.clar_cla_review_participation)) as participation
from ssd_cla_reviews r
left join people p on p.cla_id = r.clar_cla_id and p.place = 1
where r.clar_cla_review_cancelled is not true
