-- Windows first, then the units above: both over a few thousand rows.
create temporary table result as
with by_unit as (
  select indicator, unit, month_no, numerator, denominator from states
  union all
  select e.indicator, e.unit, m.month_no, e.numerator, e.denominator
  from events e join event_months m on m.basis = e.basis and m.event_month = e.event_month
),
rolled_up as (
  select indicator, t.ancestor as unit, month_no, sum(numerator) as numerator, sum(denominator) as denominator
  from (
    select indicator, unit, month_no, sum(numerator) as numerator, sum(denominator) as denominator
    from by_unit group by indicator, unit, month_no
  ) b
  join tree t on t.unit = b.unit
  group by indicator, t.ancestor, month_no
  union all
  -- Counts once above what by_unit counted in each of several teams.
  select 'cin-rate', ancestor, month_no, count(distinct person) - count(distinct (person, unit)), null
  from need_several join tree using (unit)
  group by ancestor, month_no
  union all
  select 'supervised-in-month', w.ancestor, w.month_no, count(s.worker), count(*)
  from worker_units w
  left join supervised s on s.worker = w.worker and s.month_no = w.month_no
  group by w.ancestor, w.month_no
  union all
  select 'caseload-average', w.ancestor, w.month_no, sum(c.persons), 0
  from worker_units w
  join caseloads c on c.worker = w.worker and c.month_no = w.month_no
  group by w.ancestor, w.month_no
)
select
  r.indicator,
  r.unit,
  m.as_at,
  sum(r.numerator)::decimal(18, 4) as numerator,
  sum(r.denominator)::decimal(18, 4) as denominator
from rolled_up r
join months m using (month_no)
group by r.indicator, r.unit, m.as_at;
