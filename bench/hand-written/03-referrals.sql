create temporary table referrals as
select cine_person_id as person, cine_referral_date as s, cine_close_date as e, cine_referral_nfa as nfa, u.unit
from ssd_cin_episodes
left join units u on u.code = cine_referral_team;

-- Referrals by date: their rate, and those that follow another of the person within 12 months.
insert into events
with dated as (
  select
    person, s, unit,
    max(s) over (partition by person order by s range between unbounded preceding and interval 1 day preceding) as before
  from referrals
  where s >= getvariable('rolling_12_day') - interval 12 months and s <= getvariable('last_day')
),
attributed as (
  select coalesce(d.unit, h.unit, 0) as unit, month_no(d.s) as month, d.s,
    d.person is not null and before >= d.s - interval 12 months as again
  from dated d
  left join holding h on h.person = d.person and h.s <= d.s and h.e > d.s
  where d.s >= getvariable('rolling_12_day')
),
counted as (
  select unit, month, count(*) as cases, count(*) filter (where again) as again from attributed group by unit, month
)
select 'referrals-rate', 'rolling-12-months', unit, month, cases, null from counted
union all
select 're-referrals', 'year-to-date', unit, month, again, cases from counted;

-- Children in need at month ends. Whoever holds the child has the child; where nobody does, each team of an open referral.
create temporary table in_need as
select person, s, unit, unnest(range(open_from(s), open_until(e)))::integer as month_no
from referrals
where nfa is not true and s <= getvariable('last_day') and open_from(s) < open_until(e);

create temporary table need_held as
select n.person, n.s, n.month_no, n.unit as own, h.unit as held, h.person is not null as someone
from in_need n
left join holding h on h.person = n.person and h.a <= n.month_no and h.b > n.month_no;

insert into states
with cases as (
  select distinct month_no, person, coalesce(held, own, 0) as unit from need_held where person is not null
)
select 'cin-rate', unit, month_no, count(*), null from cases group by unit, month_no;

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
