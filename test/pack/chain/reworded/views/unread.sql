select person_id from people
