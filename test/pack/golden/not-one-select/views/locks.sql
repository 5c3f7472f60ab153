select plan_id from plans for update
