select person_id
from plans natural join people p2 join workers w using (person_id) join only plans on true
group by rollup (w.team)
union select person_id, born from people
