select plan_id, count(*), started as plan_id
from plans
group by plan_id, started
order by rank() over (order by startd)
