select person_id, since as held_from, since as held_to, upper(team) as team_id from workers
