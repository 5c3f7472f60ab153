-- Who is looked after at each month end, with the episode and the placement then: one pass over all three kinds of row.
create temporary table looked_after as
with rows as (
  select person, no as episode, null::integer as status, null::integer as placement, s, e from episodes where person is not null
  union all
  select person, null, no * 2 + short_break::integer, null, s, e from legal_statuses
  union all
  select person, null, null, no, s, e from placements where not temporary
),
spans as (
  select *, open_from(s) as a, open_until(e) as b from rows where s <= getvariable('last_day')
),
expanded as (
  select person, episode, status, placement, unnest(range(a, b))::integer as month_no from spans where a < b
)
select person, month_no, max(episode) as episode, max(placement) as placement
from expanded
group by person, month_no
having max(episode) is not null and coalesce(max(status), 0) & 1 = 0;

-- One bit a month, as for plans: checks made and reviews missed in month m are bit m + 11.
create temporary table checks as
select
  person,
  bit_or(case when type like '%dental%' then bit end) as dental,
  bit_or(case when type like '%health assessment%' then bit end) as health
from (
  select
    clah_person_id as person,
    lower(clah_health_check_type) as type,
    1::bigint << (month_no(clah_health_check_date) + 11)::int as bit
  from ssd_cla_health
  where
    clah_health_check_date between getvariable('rolling_12_day') and getvariable('last_day')
    and (lower(clah_health_check_status) like '%refused%') is not true
    and (lower(clah_health_check_status) like '%cancelled%') is not true
)
group by person;

create temporary table period_reviews as
select
  p.period,
  min(month_no(r.clar_cla_review_due_date)) as first_due,
  bit_or(case
    when (r.clar_cla_review_date <= r.clar_cla_review_due_date) is not true
      and r.clar_cla_review_due_date >= getvariable('rolling_12_day')
    then 1::bigint << (month_no(r.clar_cla_review_due_date) + 11)::int
  end) as missed
from ssd_cla_reviews r
join (select distinct cla, period from period_episodes where cla is not null) e on e.cla = r.clar_cla_id
join periods p on p.period = e.period and r.clar_cla_review_due_date >= p.began
where r.clar_cla_review_cancelled is not true and r.clar_cla_review_due_date <= getvariable('last_day')
group by p.period;

-- Of a placement for adoption: when the placement that it took over from began, on the day it ended.
create temporary table before_adoption as
select a.no, min(b.s) as began
from placements a
join placements b on b.person = a.person and b.e = a.s and b.no <> a.no
where a.type in ('A3', 'A4', 'A5', 'A6')
group by a.no;

-- A placement counts in the 12 months to a month end where it ended after their first day, or has not.
create temporary table three_placements as
with counted as (
  select person, open_from(s) as a, coalesce(least(month_no(e - 1) + 12, getvariable('months')), getvariable('months')) as b
  from placements
  where not temporary and s <= getvariable('last_day') and (e is null or e > s)
),
many as (select person from counted where a < b group by person having count(*) >= 3)
select person, bit_or(1::bigint << month_no) as months
from (
  select person, month_no
  from (select person, unnest(range(a, b))::integer as month_no from counted semi join many using (person) where a < b)
  group by person, month_no
  having count(*) >= 3
)
group by person;

create temporary table unaccompanied as
select person, bit_or((1::bigint << open_until(e)::integer) - (1::bigint << open_from(s)::integer)) as months
from (
  select
    immi_person_id as person,
    immi_immigration_status_start_date as s,
    immi_immigration_status_end_date as e,
    lower(trim(immi_immigration_status)) as status
  from ssd_immigration_status
)
where
  (status = 'uasc' or (status like '%unaccompanied%' and status not like '%former%'))
  and s <= getvariable('last_day')
  and open_from(s) < open_until(e)
group by person;

insert into states
with cases as (
  select
    l.month_no,
    coalesce(h.unit, 0) as unit,
    coalesce((u.months >> l.month_no) & 1, 0) = 0 as accompanied,
    (t.months >> l.month_no) & 1 = 1 as three,
    c.pers_dob > m.years_16 and p.began <= m.months_30 as long,
    w.s <= m.months_24 or (w.type in ('A3', 'A4', 'A5', 'A6') and b.began <= m.months_24) as stable,
    w.type in ('U1', 'U2', 'U3', 'U4', 'U5', 'U6') as fostered,
    w.provider = 'PR1' as own,
    w.distance <= 10 as near,
    m.working - coalesce(k.working, case when p.began < m.as_at then 0 end) >= 20 as days_20,
    r.first_due <= l.month_no and coalesce((r.missed >> l.month_no) & 4095, 0) = 0 as reviewed,
    p.began <= m.months_12 as year_1,
    (x.dental >> l.month_no) & 4095 <> 0 as dental,
    (x.health >> l.month_no) & 4095 <> 0 as health
  from looked_after l
  join months m on m.month_no = l.month_no
  join period_episodes e on e.no = l.episode
  join periods p on p.period = e.period
  left join holding h on h.person = l.person and h.a <= l.month_no and h.b > l.month_no
  left join ssd_person c on c.pers_person_id = l.person
  left join placements w on w.no = l.placement
  left join before_adoption b on b.no = l.placement
  left join three_placements t on t.person = l.person
  left join unaccompanied u on u.person = l.person
  left join calendar k on k.day = p.began
  left join period_reviews r on r.period = p.period
  left join checks x on x.person = l.person
),
counted as (
  select
    unit,
    month_no,
    count(*) as children,
    count(*) filter (where accompanied) as accompanied,
    count(*) filter (where three) as three,
    count(*) filter (where long) as long,
    count(*) filter (where long and stable) as stable,
    count(*) filter (where accompanied and fostered and own) as own,
    count(*) filter (where accompanied and fostered) as fostered,
    count(*) filter (where accompanied and fostered and near) as near,
    count(*) filter (where days_20) as days_20,
    count(*) filter (where days_20 and reviewed) as reviewed,
    count(*) filter (where year_1) as year_1,
    count(*) filter (where year_1 and dental) as dental,
    count(*) filter (where year_1 and health) as health
  from cases
  group by unit, month_no
)
select 'cla-rate', unit, month_no, accompanied, null from counted
union all select 'cla-3-placements', unit, month_no, three, children from counted
union all select 'cla-stable-2-years', unit, month_no, stable, long from counted
union all select 'cla-own-foster', unit, month_no, own, accompanied from counted
union all select 'cla-foster-10-miles', unit, month_no, near, fostered from counted
union all select 'cla-reviews-on-time', unit, month_no, reviewed, days_20 from counted
union all select 'cla-dental-12-months', unit, month_no, dental, year_1 from counted
union all select 'cla-health-12-months', unit, month_no, health, year_1 from counted;
