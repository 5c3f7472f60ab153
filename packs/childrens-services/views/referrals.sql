-- Referrals to children's social care, one row each.
select
  cine_referral_id as case_id,
  cine_person_id as person_id,
  cine_referral_date as referred_on,
  cine_close_date as closed_on,
  cine_referral_nfa as no_further_action,
  cine_cin_primary_need_code as primary_need,
  cine_referral_source_code as source_of_referral,
  cine_referral_team as team_id,
  cine_referral_worker_id as worker_id
from ssd_cin_episodes
