-- Episodes, statuses and placements are numbered by start, then id, so that "the latest start, ties by the highest id" is
-- the highest number.
create temporary table episodes as
with rows as (
  select
    row_number() over (order by clae_cla_episode_start_date nulls first, clae_cla_episode_id)::integer as no,
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
  select n.no, max(b.no) as continues
  from rows n
  join rows b on b.person = n.person and b.e = n.s and b.end_reason = 'X1' and b.no < n.no and b.s is not null
  group by n.no
)
select r.*, l.continues
from rows r
left join links l using (no);

-- Where every episode of a child continues the one right before it or none, periods are the runs between; the rest by
-- recursion. A period is named by its first episode.
create temporary table period_episodes as
with recursive laid as (
  select no, person, continues, lag(no) over w as before, max(case when continues is null then no end) over w as run
  from episodes
  where person is not null
  window w as (partition by person order by no)
),
odd as (select distinct person from laid where continues <> before),
chain as (
  select no, no as period from laid semi join odd using (person) where continues is null
  union all
  select l.no, c.period from laid l join chain c on c.no = l.continues
),
named as (
  select no, run as period from laid anti join odd using (person)
  union all select no, period from chain
  union all select no, no from episodes where person is null
)
select e.*, n.period from named n join episodes e on e.no = n.no;

create temporary table periods as
select
  period,
  any_value(person) as person,
  coalesce(min(entered), min(s)) as began,
  count(*) = count(e) as closed,
  max(e) as ended,
  arg_max({'id': id, 'reason': end_reason}, (e, id)) as last
from period_episodes
group by period;

create temporary table legal_statuses as
select
  row_number() over (order by lega_legal_status_start_date, lega_legal_status_id)::integer as no,
  lega_person_id as person,
  lega_legal_status_start_date as s,
  coalesce(lega_legal_status_end_date, date '9999-12-31') as e,
  coalesce(upper(trim(lega_legal_status)) in ('V3', 'V4'), false) as short_break
from ssd_legal_status
where lega_legal_status_start_date is not null and lega_person_id is not null;

create temporary table placements as
select
  row_number() over (order by clap_cla_placement_start_date nulls first, clap_cla_placement_id)::integer as no,
  clap_person_id as person,
  clap_cla_placement_start_date as s,
  clap_cla_placement_end_date as e,
  upper(trim(clap_cla_placement_type)) as type,
  upper(trim(clap_cla_placement_provider)) as provider,
  clap_cla_placement_distance as distance,
  coalesce(upper(trim(clap_cla_placement_type)) in ('T0', 'T1', 'T2', 'T3', 'T4', 'Z1', 'Z11', 'Z12', 'Z13', 'Z14'), false)
    as temporary
from ssd_cla_placement
where clap_person_id is not null;
