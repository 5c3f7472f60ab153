-- Referrals with the day of the first decision on what to do next.
with decisions as (
  select referral_id, min(decided_on) as decided_on
  from referral_decisions
  group by referral_id
)
select
  r.case_id,
  r.person_id,
  r.referred_on,
  d.decided_on,
  r.team_id,
  r.worker_id
from referrals r
left join decisions d on d.referral_id = r.case_id
