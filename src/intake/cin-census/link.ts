/** Child, day and a number for those of one day: `100|2022-10-06|1`. The same in the next census of the authority. */
function known(table: string, mark: string, day: string, number: string): string {
  return `create or replace temp table census_known_${table} as
    select *, "LAchildID" || '|${mark}' || coalesce("${day}"::varchar, '') || '|' || row_number() over (
      partition by "LAchildID", "${day}" order by "${number}") as id
    from census_${table}`;
}

/**
 * What the rows of a census are called, and which conferences it holds.
 *
 * A conference is told by the enquiry it follows, and by the referral where there was none. One day of a referral is one
 * conference: of several enquiries that name it, it belongs to the one that began last. An enquiry with a day on which the
 * conference was due and none on which it was held gives a conference that is still to come, unless none was required.
 */
export const linkSql = [
  known('referral', '', 'CINreferralDate', '_referral'),
  known('assessment', '', 'AssessmentActualStartDate', '_assessment'),
  known('need_plan', '', 'CINPlanStartDate', '_plan'),
  known('enquiry', '', 'S47ActualStartDate', '_enquiry'),
  known('protection_plan', '', 'CPPstartDate', '_plan'),
  known('proceedings', '', 'PPStartDate', '_proceedings'),
  `create or replace temp table census_conference as
    with said as (
      select "LAchildID", _referral, "DateOfInitialCPC", "InitialCPCtarget", id as enquiry_id, "S47ActualStartDate" as began, _enquiry
      from census_known_enquiry
      where "DateOfInitialCPC" is not null or ("InitialCPCtarget" is not null and not coalesce("ICPCnotRequired", false))
      union all
      select "LAchildID", _referral, "DateOfInitialCPC", null, null, null, null
      from census_known_referral where "DateOfInitialCPC" is not null
    ),
    chosen as (
      select * from said qualify "DateOfInitialCPC" is null or row_number() over (
        partition by _referral, "DateOfInitialCPC" order by (enquiry_id is null), began desc nulls last, _enquiry desc) = 1
    )
    select *, "LAchildID" || '|' || coalesce("DateOfInitialCPC"::varchar, '') || '|' || row_number() over (
        partition by "LAchildID", "DateOfInitialCPC" order by _referral, _enquiry) as id
    from chosen`,
  // The plan that a conference led to is the one of its referral that began on its day.
  `create or replace temp table census_plan_of_conference as
    select c.id as conference_id, min(p.id) as plan_id
    from census_conference c join census_known_protection_plan p
      on p._referral = c._referral and p."CPPstartDate" = c."DateOfInitialCPC"
    group by c.id`,
].join(';\n');

/** The id of the referral around a row. @param row the relation's name */
export const referralOf = (row: string) => `left join census_known_referral r on r._referral = ${row}._referral`;
