select plan_id into taken from plans
