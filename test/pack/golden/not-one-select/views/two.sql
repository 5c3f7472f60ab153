select plan_id from plans;
select person_id from people
