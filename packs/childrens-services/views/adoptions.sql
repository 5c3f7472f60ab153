-- Periods of care that ended in adoption, with the permanence row of each: of the person's, the one that names a CLA id of
-- the period, else one that names none (ties: the highest id).
with candidates as (
  select
    a.case_id,
    q.perm_table_id,
    row_number() over (
      partition by a.case_id
      order by case when q.perm_cla_id is null then 1 else 0 end, q.perm_table_id desc
    ) as place
  from care_periods a
  join ssd_permanence q on q.perm_person_id = a.person_id
  where
    a.ended_reason in ('E11', 'E12')
    and (
      q.perm_cla_id is null
      or exists (select 1 from period_episodes e where e.period_id = a.case_id and e.cla_id = q.perm_cla_id)
    )
)
select
  a.case_id,
  a.person_id,
  a.last_episode_id,
  a.began_on as entered_care_on,
  a.ended_on as adopted_on,
  case
    when q.perm_adopted_by_carer_flag then q.perm_placed_foster_carer_date
    else q.perm_placed_for_adoption_date
  end as moved_in_on,
  q.perm_placement_order_date as placement_order_on,
  q.perm_matched_date as matched_on
from care_periods a
left join candidates c on c.case_id = a.case_id and c.place = 1
left join ssd_permanence q on q.perm_table_id = c.perm_table_id
where a.ended_reason in ('E11', 'E12')
