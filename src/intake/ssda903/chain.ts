/**
 * What the rows of the episodes file say together. A row continues the row of the child that ceased with X1 on the day it
 * begins (of several the one with the latest start, then the highest id). From that follow, row by row along the chain:
 *
 * - `period_id`, the period of care: the first row's episode;
 * - `placement_id`: a row whose reason (RNE) is L stays in the placement, every other one begins a placement;
 * - `legal_id`: a row with the same legal status as the one before it stays in it.
 *
 * An episode is known by its child and first day, with a number for rows of one day: `510000|2017-04-01|1`. It is open
 * where DEC is blank, whatever REC says. The day a child entered care is known where the first row's reason is S.
 */
export const chainSql = `
  create or replace temp table numbered as
    select *, "CHILD" || '|' || coalesce("DECOM"::varchar, '') || '|' || row_number() over (
        partition by "CHILD", "DECOM" order by "DEC" nulls last, "REC", "RNE", "LS", "PLACE", _line
      ) as episode_id,
      case when "DEC" is not null then "REC" end as reason_ended
    from episodes;

  create or replace temp table linked as
    select n.*, l.continues from numbered n left join (
      select e.episode_id, arg_max(b.episode_id, (b."DECOM", b.episode_id)) as continues
      from numbered e join numbered b
        on b."CHILD" = e."CHILD" and b."DEC" = e."DECOM" and b."REC" = 'X1'
        and (b."DECOM" < e."DECOM" or (b."DECOM" = e."DECOM" and b.episode_id < e.episode_id))
      group by e.episode_id
    ) l using (episode_id);

  create or replace temp table episode_chain as
    with recursive chain as (
      select *, episode_id as period_id, episode_id as placement_id, episode_id as legal_id
      from linked where continues is null
      union all
      select e.*, c.period_id,
        case when e."RNE" = 'L' then c.placement_id else e.episode_id end,
        case when e."LS" is not distinct from c."LS" then c.legal_id else e.episode_id end
      from linked e join chain c on c.episode_id = e.continues
    )
    select *, max("DECOM") filter (where episode_id = period_id and "RNE" = 'S') over (partition by period_id) as entered_care
    from chain;

  create or replace temp table care_period as
    select period_id, any_value("CHILD") as child, min("DECOM") as began, any_value(entered_care) as entered_care,
      case when count(*) = count("DEC") then max("DEC") end as ended,
      arg_max(reason_ended, ("DEC", episode_id)) as reason_ended
    from episode_chain group by period_id;

  -- The span in which something of the period can be dated: without a known start it reaches back to the period before.
  create or replace temp table care_span as
    select *, coalesce(entered_care, lag(ended) over (partition by child order by began, period_id), date '1900-01-01') as covers_from
    from care_period;
`;

/**
 * The period of care whose span holds a day of a child (of several the one that began last), as a scalar query.
 *
 * @param child @param day SQL of the row in hand
 */
export function periodAt(child: string, day: string): string {
  return `(select arg_max(s.period_id, (s.began, s.period_id)) from care_span s
    where s.child = ${child} and s.covers_from <= ${day} and coalesce(s.ended, date '9999-12-31') >= ${day})`;
}
