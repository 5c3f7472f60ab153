import { type AnnexMapping, as, asFlag, asWords, column } from './mapping.ts';
import { relationOf } from './read-lists.ts';

const adopter = 'Individual adopter identifier';
const enquiry = 'Date enquiry received';

/** A row of list 11 is an adult on the way to adopting. As an adult may begin again later, the day of the enquiry is part of its id. */
export const adopters: AnnexMapping = {
  dataset: 'prospective_adopters',
  lists: [11],
  window: 'six-months',
  from: `from (select *, "${adopter}" || '|' || coalesce("${enquiry}"::varchar, '') || '|' ||
      row_number() over (partition by "${adopter}", "${enquiry}" order by _line) as _id
    from ${relationOf(11)}) l`,
  columns: {
    application_id: column('l._id', `11.${adopter}`, `11.${enquiry}`),
    adopter_id: as(11, adopter),
    family_id: as(11, 'Family identifier'),
    sex: as(11, 'Gender'),
    ethnicity: asWords(11, 'Ethnicity'),
    disability: asFlag(11, 'Disability'),
    fostering_for_adoption: asFlag(11, 'Is the (prospective) adopter fostering for adoption?'),
    enquired_on: as(11, enquiry),
    stage_1_started_on: as(11, 'Date Stage 1 started'),
    stage_1_ended_on: as(11, 'Date Stage 1 ended'),
    stage_2_started_on: as(11, 'Date Stage 2 started'),
    stage_2_ended_on: as(11, 'Date Stage 2 ended'),
    applied_on: as(11, 'Date application submitted'),
    approved_on: as(11, 'Date application approved'),
    matched_on: as(11, 'Date adopter matched with child(ren)'),
    placed_on: as(11, 'Date child/children placed with adopter(s)'),
    children_placed: as(11, 'No. of children placed'),
    adoption_order_on: as(11, 'Date of Adoption Order'),
    left_on: as(11, 'Date of leaving adoption process'),
    left_reason: as(11, 'Reason for leaving adoption process'),
  },
};
