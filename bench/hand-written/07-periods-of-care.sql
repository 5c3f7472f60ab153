create temporary table episodes as
with rows as (
  select
    clae_cla_episode_id as id,
    clae_person_id as person,
    clae_cla_episode_start_date as s,
    clae_cla_episode_ceased_date as e,
    upper(trim(clae_cla_episode_start_reason)) as start_reason,
    upper(trim(clae_cla_episode_ceased_reason)) as end_reason,
    clae_cla_id as cla,
    clae_entered_care_date as entered
  from ssd_cla_episodes
),
links as (
  select n.id, arg_max(b.id, (b.s, b.id)) as continues
  from rows n
  join rows b on b.person = n.person and b.e = n.s and b.end_reason = 'X1' and (b.s < n.s or (b.s = n.s and b.id < n.id))
  group by n.id
)
select r.*, l.continues, row_number() over (partition by person order by s nulls first, r.id) as place
from rows r
left join links l using (id);

-- Where every episode continues the one right before it or none, periods are the runs between; the rest by recursion.
create temporary table period_episodes as
with recursive laid as (
  select *, lag(id) over (partition by person order by place) as before from episodes
),
odd as (select distinct person from laid where continues is not null and continues is distinct from before),
runs as (
  select id, max(case when continues is null then place end) over (partition by person order by place) as first_place, person
  from laid anti join odd on odd.person is not distinct from laid.person
  where laid.person is not null
),
chain as (
  select e.id, e.id as period from episodes e semi join odd using (person) where e.continues is null
  union all
  select e.id, c.period from episodes e join chain c on c.id = e.continues
),
named as (
  select r.id, f.id as period from runs r join episodes f on f.person = r.person and f.place = r.first_place
  union all select id, period from chain
  union all select id, id from episodes where person is null
)
select e.*, n.period, row_number() over (order by e.s nulls first, e.id) as no
from named n join episodes e on e.id = n.id;

create temporary table periods as
select
  period,
  any_value(person) as person,
  coalesce(min(entered), min(s)) as began,
  count(*) = count(e) as closed,
  max(e) as ended,
  arg_max(id, (e, id)) as last_id,
  arg_max(coalesce(end_reason, ''), (e, id)) as end_reason
from period_episodes
group by period;

create temporary table legal_statuses as
select
  row_number() over (order by lega_legal_status_start_date, lega_legal_status_id) as no,
  lega_person_id as person,
  lega_legal_status_id as id,
  lega_legal_status_start_date as s,
  coalesce(lega_legal_status_end_date, date '9999-12-31') as e,
  upper(trim(lega_legal_status)) in ('V3', 'V4') as short_break
from ssd_legal_status
where lega_legal_status_start_date is not null and lega_person_id is not null;

create temporary table placements as
select
  row_number() over (order by clap_cla_placement_start_date nulls first, clap_cla_placement_id) as no,
  clap_person_id as person,
  clap_cla_placement_id as id,
  clap_cla_placement_start_date as s,
  clap_cla_placement_end_date as e,
  upper(trim(clap_cla_placement_type)) as type,
  upper(trim(clap_cla_placement_provider)) as provider,
  clap_cla_placement_distance as distance,
  coalesce(upper(trim(clap_cla_placement_type)) in ('T0', 'T1', 'T2', 'T3', 'T4', 'Z1', 'Z11', 'Z12', 'Z13', 'Z14'), false)
    as temporary
from ssd_cla_placement
where clap_person_id is not null;
