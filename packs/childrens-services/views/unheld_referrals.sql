-- Referrals open at each month end while no worker of any kind is involved with the person; those that ended with no
-- further action are left out. The spells of holding cover exactly the days on which an involvement is open.
select
  m.as_at,
  r.case_id,
  r.person_id,
  r.referred_on,
  r.primary_need,
  r.team_id
from referrals r
join month_ends m on r.referred_on <= m.as_at and coalesce(r.closed_on, date '9999-12-31') > m.as_at
left join holding h on h.person_id = r.person_id and h.held_from <= m.as_at and h.held_to > m.as_at
where r.no_further_action is not true and h.person_id is null
