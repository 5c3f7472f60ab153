-- Posts, with what each is and who fills it; an empty filled_by is a vacant post, an empty FTE none at all.
select
  post_id as case_id,
  team_id,
  role,
  coalesce(fte, 0) as fte,
  coalesce(lower(trim(filled_by)), 'vacant') as filled_by,
  worker_id,
  qualified,
  from_date as from_day,
  to_date as to_day,
  coalesce(lower(role) like '%social work%', false) as social_work,
  coalesce(lower(role) like '%team manager%', false) as team_manager
from workforce_posts
