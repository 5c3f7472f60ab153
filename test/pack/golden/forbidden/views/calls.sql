select
  md5(person_id) as hashed,
  now() as clock,
  current_date as today,
  started - ended / 2 as halved,
  person_id ~ 'x' as matched,
  started + interval '1 day' as later,
  cast(plan_id as json) as wrapped,
  uper(category) as shouted,
  extract(epoch from started) as seconds,
  unnest(array[1, 2]) as several,
  pg_catalog.lower(category) as quiet,
  (plan_id, person_id) as pair
from plans
