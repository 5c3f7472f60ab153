select person_id, since as held_from, upper(team) as team_id from workers
