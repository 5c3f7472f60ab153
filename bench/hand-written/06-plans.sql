create temporary table plans as
select
  cppl_cp_plan_id as plan,
  cppl_person_id as person,
  cppl_cp_plan_start_date as s,
  cppl_cp_plan_end_date as e,
  cppl_cp_plan_ola is not true as ours
from ssd_cp_plans;

-- Plans by start: the last day on which an earlier plan of the child had ended decides both kinds of repeat.
insert into events
with begun as (
  select p.person, p.s, max(b.e) as last_ended
  from (select person, s, row_number() over () as no from plans where ours and s between getvariable('year_day') and getvariable('last_day')) p
  left join plans b on b.person = p.person and b.s < p.s and b.e <= p.s
  group by p.no, p.person, p.s
),
counted as (
  select
    coalesce(h.unit, 0) as unit,
    month_no(b.s) as month,
    count(*) as cases,
    count(last_ended) as again,
    count(*) filter (where last_ended >= (b.s - interval 24 months)::date) as again_24
  from begun b
  left join holding h on h.person = b.person and h.s <= b.s and h.e > b.s
  group by all
)
select 'cp-repeat-ever', 'year-to-date', unit, month, again, cases from counted
union all
select 'cp-repeat-24-months', 'year-to-date', unit, month, again_24, cases from counted;

insert into events
select
  'cp-plans-ended-2-years',
  'year-to-date',
  coalesce(h.unit, 0),
  p.month,
  count(*) filter (where p.long),
  count(*)
from (
  select person, e - 1 as day, month_no(e) as month, e - s > 729 as long
  from plans
  where ours and e between getvariable('year_day') and getvariable('last_day')
) p
left join holding h on h.person = p.person and h.s <= p.day and h.e > p.day
group by all;

-- What a month end asks of a plan's reviews and of a child's visits, as one bit a month: a review missed in month m (bit
-- m + 11, so that the 12 months to month end n are bits n to n + 11); a visit recent enough at month end n (bit n).
create temporary table plan_reviews as
select
  cppr_cp_plan_id as plan,
  min(month_no(cppr_cp_review_due)) as first_due,
  bit_or(case
    when (cppr_cp_review_date <= cppr_cp_review_due) is not true and cppr_cp_review_due >= getvariable('rolling_12_day')
    then 1::bigint << (month_no(cppr_cp_review_due) + 11)::int
  end) as missed
from ssd_cp_reviews
where cppr_cp_review_due <= getvariable('last_day') and cppr_cp_plan_id is not null
group by cppr_cp_plan_id;

create temporary table child_visits as
select v.cppv_person_id as person, bit_or(c.recent) as seen
from ssd_cp_visits v
join calendar c on c.day = v.cppv_cp_visit_date and c.recent is not null
where v.cppv_cp_visit_seen
group by v.cppv_person_id;

insert into states
with open as (
  select plan, person, s, counted, unnest(range(a, b))::integer as month_no
  from (
    select *, max(b) over (partition by person order by a rows between unbounded preceding and 1 preceding) as counted
    from (
      select plan, person, s, open_from(s) as a, open_until(e) as b
      from plans
      where ours and s <= getvariable('last_day') and open_from(s) < open_until(e)
    )
  )
),
cases as (
  select
    o.month_no,
    coalesce(h.unit, 0) as unit,
    o.person is not null and o.month_no >= coalesce(o.counted, 0) as first_of_person,
    o.s <= m.months_18 as months_18,
    m.as_at - o.s > 729 as years_2,
    o.s <= m.months_3 as months_3,
    r.first_due <= o.month_no and coalesce((r.missed >> o.month_no) & 4095, 0) = 0 as reviewed,
    m.working - coalesce(c.working, 0) >= 20 as days_20,
    (v.seen >> o.month_no) & 1 = 1 as seen
  from open o
  join months m on m.month_no = o.month_no
  left join calendar c on c.day = o.s
  left join holding h on h.person = o.person and h.a <= o.month_no and h.b > o.month_no
  left join plan_reviews r on r.plan = o.plan
  left join child_visits v on v.person = o.person
),
counted as (
  select
    unit,
    month_no,
    count(*) filter (where first_of_person) as persons,
    count(*) as plans,
    count(*) filter (where months_18) as months_18,
    count(*) filter (where years_2) as years_2,
    count(*) filter (where months_3) as months_3,
    count(*) filter (where months_3 and reviewed) as reviewed,
    count(*) filter (where days_20) as days_20,
    count(*) filter (where days_20 and seen) as seen
  from cases
  group by unit, month_no
)
select 'cp-plan-rate', unit, month_no, persons, null from counted
union all select 'cp-plans-18-months', unit, month_no, months_18, plans from counted
union all select 'cp-plans-2-years-open', unit, month_no, years_2, plans from counted
union all select 'cp-reviews-on-time', unit, month_no, reviewed, months_3 from counted
union all select 'cp-seen-20-days', unit, month_no, seen, days_20 from counted;
