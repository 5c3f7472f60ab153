-- An enquiry counts as having led to a conference from the month in which the first one that names it was held.
insert into events
with first_conference as (
  select icpc_s47_enquiry_id as enquiry, min(icpc_icpc_date) as held_on
  from ssd_initial_cp_conference
  where icpc_s47_enquiry_id is not null
  group by icpc_s47_enquiry_id
),
enquiries as (
  select s47e_person_id as person, s47e_s47_start_date as s, s47e_s47_end_date as e, u.unit, f.held_on
  from ssd_s47_enquiry
  left join units u on u.code = s47e_s47_completed_by_team
  left join first_conference f on f.enquiry = s47e_s47_enquiry_id
),
started as (
  select coalesce(q.unit, h.unit, 0) as unit, month_no(q.s) as month
  from enquiries q
  left join holding h on h.person = case when q.unit is null then q.person end and h.s <= q.s and h.e > q.s
  where q.s between getvariable('rolling_12_day') and getvariable('last_day')
),
ended as (
  select
    coalesce(q.unit, h.unit, 0) as unit,
    month_no(q.e) as month,
    greatest(month_no(q.e), month_no(q.held_on)) as led_month,
    q.held_on
  from enquiries q
  left join holding h on h.person = case when q.unit is null then q.person end and h.s <= q.e and h.e > q.e
  where q.e between getvariable('year_day') and getvariable('last_day')
)
select 's47-rate', 'rolling-12-months', unit, month, count(*), null from started group by unit, month
union all
select 's47-to-conference', 'year-to-date', unit, month, 0, count(*) from ended group by unit, month
union all
select 's47-to-conference', 'year-to-date', unit, led_month, count(*), 0
from ended
where
  held_on is not null
  and (led_month + getvariable('first_month') - 4) // 12 = (month + getvariable('first_month') - 4) // 12
group by unit, led_month;

insert into events
with conferences as (
  select
    coalesce(u.unit, h.unit, 0) as unit,
    month_no(i.icpc_icpc_date) as month,
    i.icpc_icpc_date >= q.s47e_s47_start_date and d.working - coalesce(s.working, 0) <= 15 as in_time,
    i.icpc_icpc_outcome_cp_flag as to_plan
  from ssd_initial_cp_conference i
  left join calendar d on d.day = i.icpc_icpc_date
  left join ssd_s47_enquiry q on q.s47e_s47_enquiry_id = i.icpc_s47_enquiry_id
  left join calendar s on s.day = q.s47e_s47_start_date
  left join units u on u.code = i.icpc_icpc_team
  left join holding h on h.person = case when u.unit is null then i.icpc_person_id end and h.s <= i.icpc_icpc_date and h.e > i.icpc_icpc_date
  where
    i.icpc_icpc_date between getvariable('rolling_12_day') and getvariable('last_day')
    and i.icpc_icpc_transfer_in is not true
),
counted as (
  select
    unit,
    month,
    count(*) as cases,
    count(*) filter (where in_time) as in_time,
    count(*) filter (where to_plan) as to_plan
  from conferences
  group by unit, month
)
select 'icpc-rate', 'rolling-12-months', unit, month, cases, null from counted
union all
select 'icpc-15-days', 'year-to-date', unit, month, in_time, cases from counted
union all
select 'icpc-to-plan', 'year-to-date', unit, month, to_plan, cases from counted;
