-- Questionnaires of strengths and difficulties that gave a score.
select
  csdq_table_id as case_id,
  csdq_person_id as person_id,
  csdq_sdq_completed_date as completed_on,
  csdq_sdq_score as score
from ssd_sdq_scores
where csdq_sdq_score is not null
