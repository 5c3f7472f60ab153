-- What each component weighs in the satisfaction of adults and of children; each adds up to 1, so that the weights of a
-- response are one response.
select 'adult' as respondent, 'independence' as question, 0.15 as weight
union all select 'adult', 'communication', 0.20
union all select 'adult', 'diversity', 0.10
union all select 'adult', 'access', 0.10
union all select 'adult', 'report', 0.15
union all select 'adult', 'trust', 0.15
union all select 'adult', 'overall', 0.15
union all select 'child', 'role', 0.15
union all select 'child', 'communication', 0.20
union all select 'child', 'views', 0.25
union all select 'child', 'help', 0.20
union all select 'child', 'overall', 0.20
