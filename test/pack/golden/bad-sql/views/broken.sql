select plan_id from plans
where started >
