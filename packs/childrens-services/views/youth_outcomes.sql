-- Outcomes in the youth justice system (cautions and sentences), one row each.
select
  outcome_id as case_id,
  person_id,
  team_id,
  outcome_on,
  first_outcome
from youth_justice_outcomes
