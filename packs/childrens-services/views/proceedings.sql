-- Care proceedings, one row a child.
select
  proceedings_id as case_id,
  person_id,
  team_id,
  issued_on,
  concluded_on
from care_proceedings
