-- Children starting to be looked after, short breaks left out.
insert into events
with starts as (
  select no, person, s, coalesce(entered, s) as entered
  from period_episodes
  where start_reason = 'S' and s between getvariable('year_day') and getvariable('last_day')
),
status as (
  select a.no, arg_max(l.short_break, l.no) as short_break
  from starts a
  join legal_statuses l on l.person = a.person and l.s <= a.s and l.e > a.s
  group by a.no
),
before as (
  select distinct a.no
  from starts a
  join episodes b on b.person = a.person and b.s < a.entered and b.no <> a.no
)
select
  'cla-starters-before',
  'year-to-date',
  coalesce(h.unit, 0),
  month_no(a.s),
  count(*) filter (where a.no in (from before)),
  count(*)
from starts a
left join holding h on h.person = a.person and h.s <= a.s and h.e > a.s
where a.no not in (select no from status where short_break)
group by all;

-- Participation in reviews. The person of a review is that of the latest episode with its CLA id.
insert into events
with people as (
  select cla, arg_max(coalesce(person, ''), no) as person
  from period_episodes
  where cla is not null
  group by cla
),
reviews as (
  select
    coalesce(nullif(p.person, ''), r.clar_cla_person_id) as person,
    r.clar_cla_review_date as day,
    upper(trim(r.clar_cla_review_participation)) as participation
  from ssd_cla_reviews r
  left join people p on p.cla = r.clar_cla_id
  where
    r.clar_cla_review_cancelled is not true
    and r.clar_cla_review_date between getvariable('year_day') and getvariable('last_day')
)
select
  'cla-review-participation',
  'year-to-date',
  coalesce(h.unit, 0),
  month_no(r.day),
  count(*) filter (where participation <> 'PN7'),
  count(*)
from reviews r
left join holding h on h.person = r.person and h.s <= r.day and h.e > r.day
where participation in ('PN1', 'PN2', 'PN3', 'PN4', 'PN5', 'PN6', 'PN7')
group by all;

-- Periods that ended, each with the unit on the day before and whether the child was on a short break then.
create temporary table ended as
with closed as (
  select period, person, began, ended, ended - 1 as day, last.id as last_id, last.reason as end_reason
  from periods
  where
    closed and last.reason is distinct from 'X1' and person is not null
    and ended between getvariable('rolling_36_day') and getvariable('last_day')
),
status as (
  select c.period, arg_max(l.short_break, l.no) as short_break
  from closed c
  join legal_statuses l on l.person = c.person and l.s <= c.day and l.e > c.day
  group by c.period
)
select
  c.*,
  month_no(c.ended) as month,
  coalesce(h.unit, 0) as unit,
  coalesce(s.short_break, false) as short_break,
  coalesce(c.end_reason in ('E11', 'E12'), false) as adopted
from closed c
left join status s using (period)
left join holding h on h.person = c.person and h.s <= c.day and h.e > c.day;

-- Adopted children with their permanence row: one that names a CLA id of the period, else one that names none.
create temporary table adoptions as
with candidates as (
  select
    a.period,
    q.*,
    exists (select 1 from period_episodes e where e.period = a.period and e.cla = q.perm_cla_id) as named
  from ended a
  join ssd_permanence q on q.perm_person_id = a.person and a.adopted
  qualify (named or q.perm_cla_id is null)
    and row_number() over (
      partition by a.period, named or q.perm_cla_id is null order by q.perm_cla_id is null, q.perm_table_id desc
    ) = 1
)
select
  a.person,
  a.month,
  a.ended,
  a.last_id,
  a.unit,
  a.began,
  case when c.perm_adopted_by_carer_flag then c.perm_placed_foster_carer_date else c.perm_placed_for_adoption_date end as moved_in,
  c.perm_placement_order_date as ordered,
  c.perm_matched_date as matched
from ended a
join candidates c using (period);

-- Children placed for adoption, with the period that the row names, else that of the episode open on the day.
create temporary table placings as
with rows as (
  select perm_table_id as id, perm_person_id as person, perm_cla_id as cla, perm_placed_for_adoption_date as day
  from ssd_permanence
  where perm_person_id is not null
    and perm_placed_for_adoption_date between getvariable('year_day') and getvariable('last_day')
),
named as (
  select r.id, arg_max(e.period, e.no) as period
  from rows r join period_episodes e on e.cla = r.cla group by r.id
),
open_then as (
  select r.id, arg_max(e.period, e.no) as period
  from rows r
  join period_episodes e on e.person = r.person and e.s <= r.day and (e.e > r.day or e.e is null)
  group by r.id
)
select
  r.id, r.person, r.day, month_no(r.day) as month,
  coalesce(h.unit, 0) as unit,
  r.day <= (p.began + interval 14 months)::date as in_time
from rows r
left join named n on n.id = r.id
left join open_then o on o.id = r.id
left join periods p on p.period = coalesce(n.period, o.period)
left join holding h on h.person = r.person and h.s <= r.day and h.e > r.day;

-- The last of each person in each window.
insert into states
with leavers as (
  select month_no, arg_max({'unit': unit, 'met': adopted}, (ended, last_id)) as last
  from ended join event_months on event_month = month and basis = 'year-to-date'
  where not short_break
  group by month_no, person
),
family as (
  select month_no, arg_max({'unit': unit, 'days': moved_in - began}, (ended, last_id)) as last
  from adoptions join event_months on event_month = month and basis = 'year-to-date'
  where moved_in is not null and (moved_in < began) is not true and began is not null
  group by month_no, person
),
matches as (
  select basis, month_no, arg_max({'unit': unit, 'days': greatest(matched - ordered, 0)}, (ended, last_id)) as last
  from adoptions join event_months on event_month = month and basis in ('year-to-date', 'rolling-36-months')
  where ordered is not null and matched is not null
  group by basis, month_no, person
),
placed_once as (
  select month_no, arg_max({'unit': unit, 'met': coalesce(in_time, false)}, (day, id)) as last
  from placings join event_months on event_month = month and basis = 'year-to-date'
  group by month_no, person
)
select 'cla-leavers-adopted', last.unit, month_no, count(*) filter (where last.met), count(*) from leavers group by all
union all
select 'adoption-days-to-family', last.unit, month_no, sum(last.days), count(*) from family group by all
union all
select if(basis = 'year-to-date', 'adoption-days-to-match', 'adoption-days-to-match-3-years'), last.unit, month_no, sum(last.days), count(*)
from matches group by all
union all
select 'adoption-within-14-months', last.unit, month_no, count(*) filter (where last.met), count(*) from placed_once group by all;
