-- Who holds a person from when until when, in disjoint segments; no segment where nobody does.
create temporary table involvements as
select
  i.invo_person_id as person,
  i.invo_professional_id as worker,
  i.invo_involvements_id as id,
  i.invo_involvement_start_date as s,
  coalesce(i.invo_involvement_end_date, date '9999-12-31') as e,
  u.unit
from ssd_involvements i
left join units u on u.code = i.invo_professional_team
where
  i.invo_person_id is not null
  and i.invo_involvement_start_date <= getvariable('last_day')
  and coalesce(i.invo_involvement_end_date, date '9999-12-31') > i.invo_involvement_start_date
  and coalesce(i.invo_involvement_end_date, date '9999-12-31') >= getvariable('rolling_36_day');

-- A person whose involvements never overlap has them for segments; only for the others is each change of hands looked up.
create temporary table holding as
with laid as (
  select *, max(e) over (partition by person order by s, id rows between unbounded preceding and 1 preceding) > s as over
  from involvements
),
several as (select distinct person from laid where over),
rows as (select i.* from involvements i semi join several using (person)),
days as (select person, s as day from rows union select person, e from rows where e < date '9999-12-31'),
changes as (
  select d.person, d.day as s, arg_max({'unit': r.unit}, (r.s, r.id)) as held
  from days d
  join rows r on r.person = d.person and r.s <= d.day and r.e > d.day
  group by d.person, d.day
),
following as (select person, day, lead(day, 1, date '9999-12-31') over (partition by person order by day) as e from days)
select person, s, e, unit from involvements anti join several using (person)
union all
select c.person, c.s, f.e, c.held.unit from changes c join following f on f.person = c.person and f.day = c.s;

-- The same at month ends, one row for each person and month end at which somebody holds the person.
create temporary table held as
select person, unnest(range(open_from(s), open_until(e)))::integer as month_no, unit
from holding
where e > getvariable('first_day') and open_from(s) < open_until(e);
