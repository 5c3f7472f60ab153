-- An audit counts as completed from the month in which it was, as long as that lies in the financial year it was due in.
insert into events
with audits as (
  select a.person_id as person, a.due_on, a.completed_on, lower(trim(a.grade)) as grade, u.unit
  from case_file_audits a
  left join units u on u.code = a.team_id
),
due as (
  select
    coalesce(a.unit, h.unit, 0) as unit,
    month_no(a.due_on) as month,
    greatest(month_no(a.due_on), month_no(a.completed_on)) as done_month,
    a.completed_on
  from audits a
  left join holding h on h.person = case when a.unit is null then a.person end and h.s <= a.due_on and h.e > a.due_on
  where a.due_on between getvariable('year_day') and getvariable('last_day')
),
completed as (
  select
    coalesce(a.unit, h.unit, 0) as unit,
    month_no(a.completed_on) as month,
    a.grade in ('outstanding', 'good', 'adequate') or a.grade like 'requires improvement%' as adequate
  from audits a
  left join holding h on h.person = case when a.unit is null then a.person end and h.s <= a.completed_on and h.e > a.completed_on
  where a.completed_on between getvariable('year_day') and getvariable('last_day')
)
select 'audits-completed', 'year-to-date', unit, month, 0, count(*) from due group by unit, month
union all
select 'audits-completed', 'year-to-date', unit, done_month, count(*), 0
from due
where
  completed_on is not null
  and (done_month + getvariable('first_month') - 4) // 12 = (month + getvariable('first_month') - 4) // 12
group by unit, done_month
union all
select 'audits-adequate', 'year-to-date', unit, month, count(*) filter (where adequate), count(*)
from completed
group by unit, month;

create temporary table posts as
select
  coalesce(u.unit, 0) as unit,
  p.worker_id as worker,
  coalesce(p.fte, 0) as fte,
  coalesce(lower(trim(p.filled_by)), 'vacant') as filled,
  p.qualified,
  lower(p.role) like '%social work%' as social_work,
  lower(p.role) like '%team manager%' as manager,
  unnest(range(open_from(p.from_date), open_until(p.to_date)))::integer as month_no
from workforce_posts p
left join units u on u.code = p.team_id
where
  p.from_date <= getvariable('last_day')
  and open_from(p.from_date) < open_until(p.to_date)
  and (lower(p.role) like '%social work%' or lower(p.role) like '%team manager%');

insert into states
with counted as (
  select
    unit,
    month_no,
    sum(fte) filter (where social_work) as social_work,
    sum(fte) filter (where social_work and filled = 'agency') as agency,
    sum(fte) filter (where social_work and filled = 'permanent' and qualified) as qualified,
    sum(fte) filter (where social_work and filled = 'vacant') as vacant,
    sum(fte) filter (where manager) as managers,
    sum(fte) filter (where manager and filled = 'agency') as agency_managers
  from posts
  group by unit, month_no
)
select 'posts-agency', unit, month_no, agency, social_work from counted
union all select 'posts-permanent-qualified', unit, month_no, qualified, social_work from counted
union all select 'vacancy-rate', unit, month_no, vacant, social_work from counted
union all select 'managers-agency', unit, month_no, agency_managers, managers from counted;

-- The months in which each worker in post is involved with each person, one bit a month, then persons by worker and month.
create temporary table caseloads as
with workers as (select distinct worker from posts where social_work and filled <> 'vacant' and worker is not null),
spells as (
  select worker, person, open_from(s)::int as a, open_until(nullif(e, date '9999-12-31'))::int as b
  from involvements semi join workers using (worker)
  where e > getvariable('first_day')
),
pairs as (
  select worker, bit_or((1::bigint << b) - (1::bigint << a)) as months
  from spells where a < b group by worker, person
)
select worker, month_no, count(*) as persons
from pairs join months on (pairs.months >> month_no) & 1 = 1
group by worker, month_no;

-- Posts by worker: a worker counts once in every unit above the worker's posts, however many those are.
create temporary table worker_units as
select distinct p.month_no, p.worker, t.ancestor
from posts p
join tree t using (unit)
where p.social_work and p.filled <> 'vacant' and p.worker is not null;

create temporary table supervised as
select distinct worker_id as worker, month_no(held_on)::integer as month_no
from supervisions
where held_on between getvariable('first_day') and getvariable('last_day');

insert into states
select 'caseload-average', p.unit, p.month_no, 0, sum(p.fte)
from posts p
semi join caseloads c on c.worker = p.worker and c.month_no = p.month_no
where p.social_work and p.filled <> 'vacant'
group by all;
