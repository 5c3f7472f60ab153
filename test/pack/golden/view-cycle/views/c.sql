select x from plans p
join a on a.x = p.plan_id
