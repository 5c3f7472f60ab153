-- What each component weighs in the satisfaction of adults and of children; each adds up to 100.
select 'adult' as respondent, 'independence' as question, 15 as weight
union all select 'adult', 'communication', 20
union all select 'adult', 'diversity', 10
union all select 'adult', 'access', 10
union all select 'adult', 'report', 15
union all select 'adult', 'trust', 15
union all select 'adult', 'overall', 15
union all select 'child', 'role', 15
union all select 'child', 'communication', 20
union all select 'child', 'views', 25
union all select 'child', 'help', 20
union all select 'child', 'overall', 20
