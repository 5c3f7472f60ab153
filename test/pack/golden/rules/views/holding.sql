select person_id, team as team_id from workers
