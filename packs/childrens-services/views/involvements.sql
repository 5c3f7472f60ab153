-- Which worker is involved with which person, from when to when.
select
  invo_involvements_id as case_id,
  invo_person_id as person_id,
  invo_professional_id as worker_id,
  invo_professional_team as team_id,
  invo_involvement_start_date as started_on,
  invo_involvement_end_date as ended_on
from ssd_involvements
