-- Who holds a person from when to when, in spells that never overlap: of the involvements open on a day, the one with the
-- latest start (ties: the highest id). The row is chosen first, so an unknown team on it stays unknown. Only an
-- involvement that a later one overlaps is cut, into the gaps that the later ones leave.
with spells as (
  select
    row_number() over (
      order by invo_person_id, invo_involvement_start_date, invo_involvements_id nulls first
    ) as number,
    invo_person_id as person_id,
    invo_professional_team as team_id,
    invo_involvement_start_date as held_from,
    coalesce(invo_involvement_end_date, date '9999-12-31') as held_to
  from ssd_involvements
  where
    invo_person_id is not null
    and coalesce(invo_involvement_end_date, date '9999-12-31') > invo_involvement_start_date
),
overlapped as (
  select s.number, s.person_id, s.team_id, s.held_from, s.held_to, l.held_from as later_from, l.held_to as later_to
  from spells s
  join spells l on l.person_id = s.person_id and l.number > s.number and l.held_from < s.held_to
),
gaps as (
  select
    person_id,
    team_id,
    held_from,
    held_to,
    later_from,
    max(later_to) over (
      partition by number order by later_from rows between unbounded preceding and 1 preceding
    ) as covered_to,
    max(later_to) over (partition by number) as last_to,
    row_number() over (partition by number order by later_from desc) as place
  from overlapped
)
select s.person_id, s.held_from, s.held_to, s.team_id
from spells s
where not exists (select 1 from overlapped o where o.number = s.number)
union all
select person_id, coalesce(covered_to, held_from) as held_from, later_from as held_to, team_id
from gaps
where coalesce(covered_to, held_from) < later_from
union all
select person_id, last_to as held_from, held_to, team_id
from gaps
where place = 1 and last_to < held_to
