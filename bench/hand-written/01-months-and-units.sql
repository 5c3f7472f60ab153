-- Months are numbered from the first month end (0); a day in an earlier month has a negative number. A row with start s and
-- end e is open at exactly the month ends month_no(s) to month_no(e) - 1, since every month end is the last day of its month.
-- Given: month_ends(as_at), bank_holidays(day) and one relation for each dataset.
set variable first_month = (select year(min(as_at)) * 12 + month(min(as_at)) from month_ends);
set variable months = (select count(*) from month_ends);
set variable first_day = (select date_trunc('month', min(as_at))::date from month_ends);
set variable last_day = (select max(as_at) from month_ends);
-- The first day of the year-to-date, the rolling 12 months and the rolling 36 months of the first month end.
set variable year_day = (select make_date(year(min(as_at)) - (month(min(as_at)) < 4)::int, 4, 1) from month_ends);
set variable rolling_12_day = (select (date_trunc('month', min(as_at)) - interval 11 months)::date from month_ends);
set variable rolling_36_day = (select (date_trunc('month', min(as_at)) - interval 35 months)::date from month_ends);

create macro month_no(d) as year(d) * 12 + month(d) - getvariable('first_month');
-- Of an interval, the first of the month ends at which it is open, and the one after the last.
create macro open_from(s) as greatest(month_no(s), 0);
create macro open_until(e) as coalesce(least(month_no(e), getvariable('months')), getvariable('months'));

-- Working days counted from two years before the first month end: every limit is far shorter, so an earlier day stands at 0.
create temporary table working_days as
select
  day::date as day,
  (sum((isodow(day) < 6 and b.holiday is null)::integer) over (order by day))::integer as working
from range(getvariable('first_day') - interval 2 years, getvariable('last_day') + interval 1 day, interval 1 day) r(day)
left join (select day as holiday from bank_holidays) b on b.holiday = r.day::date;

create temporary table months as
select
  (month_no(as_at))::integer as month_no,
  as_at,
  c.working,
  (as_at - interval 3 months)::date as months_3,
  (as_at - interval 12 months)::date as months_12,
  (as_at - interval 18 months)::date as months_18,
  (as_at - interval 24 months)::date as months_24,
  (as_at - interval 30 months)::date as months_30,
  (as_at - interval 16 years)::date as years_16
from month_ends
join working_days c on c.day = as_at;

-- With each day the month ends that lie at most 20 working days after it, as one bit each.
create temporary table calendar as
select d.day, d.working, r.recent
from working_days d
left join (
  select d.day, bit_or(1::bigint << m.month_no) as recent
  from working_days d
  join months m on m.as_at >= d.day and m.as_at <= d.day + 62 and m.working - d.working <= 20
  group by d.day
) r using (day);

-- The months of events that each window holds.
create temporary table event_months as
select basis, event_month::integer as event_month, month_no
from months, (values ('year-to-date'), ('rolling-12-months'), ('rolling-36-months')) b(basis),
unnest(range(
  month_no - case basis when 'year-to-date' then (month(as_at) + 8) % 12 when 'rolling-12-months' then 11 else 35 end,
  month_no + 1
)) e(event_month);

-- Unit 0 is not attributed.
create temporary table units as
select dept_team_id as code, dept_team_parent_id as parent, (row_number() over ())::smallint as unit
from ssd_department
where dept_team_id is not null
union all
select 'not-attributed', (select dept_team_id from ssd_department where dept_team_parent_id is null), 0;

create temporary table tree as
with recursive above as (
  select unit, unit as ancestor, parent from units
  union all
  select a.unit, u.unit, u.parent from above a join units u on u.code = a.parent
)
select unit, ancestor from above;

-- What every indicator comes to, unit by unit before any roll-up: events by their own month, states by month end.
create type indicator as enum (
  'adoption-days-to-family', 'adoption-days-to-match', 'adoption-days-to-match-3-years', 'adoption-within-14-months',
  'assessments-45-days', 'assessments-child-seen', 'assessments-overdue', 'audits-adequate', 'audits-completed',
  'caseload-average', 'cin-rate', 'cla-3-placements', 'cla-dental-12-months', 'cla-foster-10-miles',
  'cla-health-12-months', 'cla-leavers-adopted', 'cla-own-foster', 'cla-rate', 'cla-review-participation',
  'cla-reviews-on-time', 'cla-stable-2-years', 'cla-starters-before', 'cp-plan-rate', 'cp-plans-18-months',
  'cp-plans-2-years-open', 'cp-plans-ended-2-years', 'cp-repeat-24-months', 'cp-repeat-ever', 'cp-reviews-on-time',
  'cp-seen-20-days', 'icpc-15-days', 'icpc-rate', 'icpc-to-plan', 'managers-agency', 'posts-agency',
  'posts-permanent-qualified', 're-referrals', 'referrals-rate', 's47-rate', 's47-to-conference',
  'supervised-in-month', 'unallocated-cases', 'vacancy-rate'
);
create temporary table events (
  indicator indicator, basis varchar, unit smallint, event_month integer, numerator double, denominator double
);
create temporary table states (
  indicator indicator, unit smallint, month_no integer, numerator double, denominator double
);
