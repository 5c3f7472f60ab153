with gone as (delete from plans returning plan_id) select 1 as x
