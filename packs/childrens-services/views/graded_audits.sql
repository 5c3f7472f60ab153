-- Case file audits that have one of the four grades. Requires improvement took the place of adequate: they are one grade.
with graded as (
  select
    case_id,
    person_id,
    team_id,
    completed_on,
    case
      when grade in ('outstanding', 'good', 'inadequate') then grade
      when grade = 'adequate' or grade like 'requires improvement%' then 'requires improvement'
    end as grade
  from audits
)
select case_id, person_id, team_id, completed_on, grade
from graded
where grade is not null
