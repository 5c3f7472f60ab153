create temporary table involvements as
select
  i.invo_person_id as person,
  i.invo_professional_id as worker,
  i.invo_involvements_id as id,
  i.invo_involvement_start_date as s,
  coalesce(i.invo_involvement_end_date, date '9999-12-31') as e,
  u.unit
from ssd_involvements i
left join units u on u.code = i.invo_professional_team
where
  i.invo_person_id is not null
  and i.invo_involvement_start_date <= getvariable('last_day')
  and coalesce(i.invo_involvement_end_date, date '9999-12-31')
    > greatest(i.invo_involvement_start_date, getvariable('rolling_36_day') - 1);

-- Who holds a person from when until when (month ends: from a, before b), in segments that never overlap: an involvement
-- holds whenever none that began after it is open, so only one that a later one overlaps is cut into the gaps it leaves.
create temporary table holding as
with later as (
  select i.rowid as no, i.person, i.s, i.e, i.unit, j.s as later_s, j.e as later_e
  from involvements i
  join involvements j on j.person = i.person and j.s < i.e and (j.s > i.s or (j.s = i.s and j.id > i.id))
),
gaps as (
  select
    person, unit, later_s, e,
    coalesce(max(later_e) over (partition by no order by later_s rows between unbounded preceding and 1 preceding), s) as covered,
    max(later_e) over (partition by no order by later_s rows between unbounded preceding and current row) as covered_all,
    lead(later_s) over (partition by no order by later_s) as following
  from later
),
segments as (
  select person, s, e, unit from involvements where rowid not in (select no from later)
  union all
  select person, covered, later_s, unit from gaps where covered < later_s
  union all
  select person, covered_all, e, unit from gaps where following is null and covered_all < e
)
select person, s, e, unit, open_from(s)::integer as a, open_until(e)::integer as b from segments;
