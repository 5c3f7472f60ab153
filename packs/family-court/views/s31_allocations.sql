-- The first allocation of each care or supervision request (ties: the lowest id). Later ones are a change of
-- practitioner, which is not a wait of the court's.
with ranked as (
  select
    request_id,
    practitioner_id,
    team_id,
    allocated_on,
    row_number() over (partition by request_id order by allocated_on, allocation_id) as place
  from allocations
  where allocated_on is not null
)
select
  r.request_id as case_id,
  r.kind,
  r.received_on,
  a.allocated_on,
  a.practitioner_id,
  a.team_id,
  r.team_id as request_team_id
from ranked a
join requests r on r.request_id = a.request_id
where a.place = 1 and r.kind in ('care', 'supervision')
