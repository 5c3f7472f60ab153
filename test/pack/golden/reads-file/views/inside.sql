select plan_id from plans where exists (select 1 from "/etc/passwd")
