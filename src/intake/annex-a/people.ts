import { type AnnexMapping, child, column } from './mapping.ts';
import { relationOf } from './read-lists.ts';

const lists = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/**
 * What is said of a child in all lists together, as `annex_child`: of each fact the first that is said, by list and row. And
 * who holds a child, as `annex_holder`: a row for each child, team and worker of lists 6 to 9, from the earliest day on which
 * one of their cases began until all of them had ended; the lists do not say since when.
 */
export const peopleSql = `
  create or replace temp table annex_said as ${lists
    .map(
      (list) => `select ${list} as list, _line, "${child}" as child, "Gender" as sex, "Ethnicity" as ethnicity,
        "Date of Birth" as born from ${relationOf(list)} where "${child}" is not null`,
    )
    .join(' union all ')};
  create or replace temp table annex_child as
    select child, first(sex order by list, _line) filter (where sex is not null) as sex,
      first(ethnicity order by list, _line) filter (where ethnicity is not null) as ethnicity,
      first(born order by list, _line) filter (where born is not null) as born
    from annex_said group by child;
  create or replace temp table annex_holder as
    select child, team, worker, min(began) as began, case when count(*) = count(ended) then max(ended) end as ended
    from (
      select "${child}" as child, "Allocated Team" as team, "Allocated Worker" as worker, "CIN Start Date" as began,
        "CIN Closure Date" as ended from ${relationOf(6)}
      union all select "${child}", "Allocated Team", "Allocated Worker", "Child Protection Plan Start Date",
        "Child Protection Plan End Date" from ${relationOf(7)}
      union all select "${child}", "Allocated Team", "Allocated Worker", "Date Started to be Looked After",
        "Date Ceased to be Looked After" from ${relationOf(8)}
    ) where child is not null and began is not null and (team is not null or worker is not null)
    group by child, team, worker;
  create or replace temp table annex_team as
    select distinct team from (${[3, 4, 5, 6, 7, 8, 9]
      .map((list) => `select "Allocated Team" as team from ${relationOf(list)}`)
      .join(' union all ')}) where team is not null;
`;

const any = (heading: string) => `*.${heading}`;

export const people: AnnexMapping = {
  dataset: 'ssd_person',
  lists,
  window: 'ever',
  from: 'from annex_child l',
  columns: {
    pers_person_id: column('l.child', any(child)),
    pers_sex: column('l.sex', any('Gender')),
    pers_ethnicity: column('l.ethnicity', any('Ethnicity')),
    pers_dob: column('l.born', any('Date of Birth')),
  },
};

export const holders: AnnexMapping = {
  dataset: 'ssd_involvements',
  lists: [6, 7, 8],
  window: 'as-at',
  from: 'from annex_holder l',
  columns: {
    invo_involvements_id: column(
      `l.child || '|' || coalesce(l.team, '') || '|' || coalesce(l.worker, '')`,
      any(child),
      any('Allocated Team'),
    ),
    invo_person_id: column('l.child', any(child)),
    invo_professional_id: column('l.worker', any('Allocated Worker')),
    invo_professional_team: column('l.team', any('Allocated Team')),
    invo_involvement_start_date: column('l.began', any('Allocated Team')),
    invo_involvement_end_date: column('l.ended', any('Allocated Team')),
  },
};

/** The teams that the lists name, below the authority. */
export const teams: AnnexMapping = {
  dataset: 'ssd_department',
  lists: [3, 4, 5, 6, 7, 8, 9],
  window: 'ever',
  from: `from (select team, team as name, 'authority' as parent from annex_team
    union all select 'authority', 'Whole authority', null where exists (select 1 from annex_team)) l`,
  columns: {
    dept_team_id: column('l.team', any('Allocated Team')),
    dept_team_name: column('l.name', any('Allocated Team')),
    dept_team_parent_id: column('l.parent', any('Allocated Team')),
  },
};
