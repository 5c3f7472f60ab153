-- Case file audits, one row each.
select
  audit_id as case_id,
  person_id,
  team_id,
  selected_on,
  due_on,
  completed_on,
  lower(trim(grade)) as grade
from case_file_audits
