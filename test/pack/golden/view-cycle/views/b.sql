with a as (select 1 as x) select a.x from a join c on c.x = a.x
