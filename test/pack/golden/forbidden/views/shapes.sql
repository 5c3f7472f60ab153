select plan_id, count(*), born as plan_id
from plans tablesample system (10)
