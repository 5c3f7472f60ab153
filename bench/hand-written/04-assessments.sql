create temporary table assessments as
select
  cina_person_id as person,
  cina_assessment_start_date as s,
  cina_assessment_auth_date as e,
  cina_assessment_child_seen as seen,
  u.unit,
  coalesce(c.working, 0) as working
from ssd_cin_assessments
left join units u on u.code = cina_assessment_team
left join calendar c on c.day = cina_assessment_start_date
where
  cina_assessment_auth_date between getvariable('year_day') and getvariable('last_day')
  or (cina_assessment_start_date <= getvariable('last_day')
    and (cina_assessment_auth_date is null or cina_assessment_auth_date > getvariable('last_day')));

insert into events
with authorised as (
  select
    coalesce(a.unit, h.unit, 0) as unit,
    month_no(a.e) as month,
    a.s > a.e as backwards,
    a.s is not null and c.working - a.working <= 45 as in_time,
    p.pers_dob <= a.e as born,
    a.seen
  from assessments a
  join calendar c on c.day = a.e
  left join ssd_person p on p.pers_person_id = a.person
  left join holding h on h.person = case when a.unit is null then a.person end and h.s <= a.e and h.e > a.e
  where a.e >= getvariable('year_day') and a.e <= getvariable('last_day')
),
counted as (
  select
    unit,
    month,
    count(*) filter (where in_time and backwards is not true) as in_time,
    count(*) filter (where backwards is not true) as cases,
    count(*) filter (where born and seen) as seen,
    count(*) filter (where born) as born
  from authorised
  group by unit, month
)
select 'assessments-45-days', 'year-to-date', unit, month, in_time, cases from counted
union all
select 'assessments-child-seen', 'year-to-date', unit, month, seen, born from counted;

insert into states
with open as (
  select person, unit, working, unnest(range(open_from(s), open_until(e)))::integer as month_no
  from assessments
  where s <= getvariable('last_day') and open_from(s) < open_until(e)
)
select 'assessments-overdue', coalesce(o.unit, h.unit, 0), o.month_no, count(*), null
from open o
join months m on m.month_no = o.month_no and m.working - o.working > 45
left join holding h on h.person = case when o.unit is null then o.person end and h.a <= o.month_no and h.b > o.month_no
group by all;
