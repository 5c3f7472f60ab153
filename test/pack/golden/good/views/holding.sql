select person_id, since as held_from, since as held_to, team as team_id from workers
