-- At each month end, each team that filed a section 7 report since the year began: how many, and the days they took in
-- all. A team that is not of the organisation is no team, and a report filed before it was asked for is left out.
select
  m.as_at,
  r.team_id || '/' || m.month as case_id,
  r.team_id,
  count(*) as reports,
  sum(days_between(r.ordered_on, r.filed_on)) as days
from reports r
join month_ends m on r.filed_on >= m.year_start and r.filed_on <= m.as_at
join units u on u.unit = r.team_id
where r.kind = 'section-7' and r.ordered_on <= r.filed_on
group by m.as_at, m.month, r.team_id
