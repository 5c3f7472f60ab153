-- Contacts with children's social care, one row each.
select
  cont_contact_id as case_id,
  cont_person_id as person_id,
  cont_contact_date as received_on,
  cont_contact_source_code as source_of_contact
from ssd_contacts
