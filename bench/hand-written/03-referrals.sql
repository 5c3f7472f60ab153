create temporary table referrals as
select cine_person_id as person, cine_referral_date as s, cine_close_date as e, cine_referral_nfa as nfa, u.unit
from ssd_cin_episodes
left join units u on u.code = cine_referral_team;

-- Referrals by date: their rate, and those that follow another of the person within 12 months.
insert into events
with dated as (
  select rowid as no, person, unit, s, (s - interval 12 months)::date as year_before
  from referrals
  where s between getvariable('rolling_12_day') and getvariable('last_day')
),
repeated as (
  select d.no from dated d semi join referrals b on b.person = d.person and b.s < d.s and b.s >= d.year_before
),
attributed as (
  select coalesce(d.unit, h.unit, 0) as unit, month_no(d.s) as month, r.no is not null as again
  from dated d
  left join repeated r on r.no = d.no
  left join holding h on h.person = case when d.unit is null then d.person end and h.s <= d.s and h.e > d.s
),
counted as (
  select unit, month, count(*) as cases, count(*) filter (where again) as again from attributed group by unit, month
)
select 'referrals-rate', 'rolling-12-months', unit, month, cases, null from counted
union all
select 're-referrals', 'year-to-date', unit, month, again, cases from counted;

-- Children in need at month ends. Whoever holds the child has the child; where nobody does, each team of an open referral.
create temporary table need_held as
with spans as (
  select person, s, unit, open_from(s) as a, open_until(e) as b
  from referrals
  where nfa is not true and s <= getvariable('last_day') and open_from(s) < open_until(e)
),
in_need as (
  select person, s, unit, counted, unnest(range(a, b))::integer as month_no
  from (
    select *, max(b) over (partition by person order by a rows between unbounded preceding and 1 preceding) as counted
    from spans
  )
)
select
  n.person,
  n.s,
  n.month_no,
  n.unit as own,
  h.unit as held,
  h.person is not null as someone,
  n.month_no >= coalesce(n.counted, 0) as first_of_person
from in_need n
left join holding h on h.person = n.person and h.a <= n.month_no and h.b > n.month_no;

insert into states
select 'cin-rate', held, month_no, count(*), null
from need_held
where held is not null and first_of_person
group by held, month_no
union all
select 'cin-rate', unit, month_no, count(*), null
from (select distinct month_no, person, coalesce(own, 0) as unit from need_held where held is null and person is not null)
group by unit, month_no;

-- A child whom nobody holds, with referrals in several teams, counts once in each and once above: the rest is taken off later.
create temporary table need_several as
select month_no, person, coalesce(own, 0) as unit
from need_held
where person is not null and held is null
qualify min(coalesce(own, 0)) over (partition by month_no, person) <> max(coalesce(own, 0)) over (partition by month_no, person);

insert into states
select 'unallocated-cases', coalesce(n.own, n.held, 0), n.month_no, count(*), null
from need_held n
join months m using (month_no)
left join calendar c on c.day = n.s
where not n.someone and m.working - coalesce(c.working, 0) > 21
group by all;
