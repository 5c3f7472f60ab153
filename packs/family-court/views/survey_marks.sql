-- Each answer with what it weighs, whether it is favourable (4 or 5 of 5), and whether its response answers every
-- component of the respondent's. A question without a weight is not part of the measure.
select
  a.answer_id as case_id,
  a.response_id,
  a.team_id,
  a.respondent,
  a.answered_on,
  a.question,
  a.score,
  a.score >= 4 as favourable,
  w.weight,
  count(a.score) over (partition by a.response_id, a.respondent)
    = (select count(*) from survey_weights s where s.respondent = a.respondent) as complete
from survey_answers a
join survey_weights w on w.respondent = a.respondent and w.question = a.question
