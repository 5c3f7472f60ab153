select person_id, since as held_from, team as team_id from workers
