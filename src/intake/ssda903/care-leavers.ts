import { column, type Mapping } from './mapping.ts';

/** OC3, a row a young person. The last digit of the accommodation says whether it is suitable. */
export const careLeavers: Mapping = {
  dataset: 'ssd_care_leavers',
  files: ['oc3'],
  from: () => 'from oc3',
  columns: {
    clea_table_id: column(`"CHILD" || '|OC3'`, 'oc3.CHILD'),
    clea_person_id: column('"CHILD"', 'oc3.CHILD'),
    clea_care_leaver_in_touch: column('"IN_TOUCH"', 'oc3.IN_TOUCH'),
    clea_care_leaver_activity: column('"ACTIV"', 'oc3.ACTIV'),
    clea_care_leaver_accommodation: column(
      `case when "ACCOM" similar to '[A-Z][12]' then left("ACCOM", 1) else "ACCOM" end`,
      'oc3.ACCOM',
    ),
    clea_care_leaver_accom_suitable: column(
      `case when "ACCOM" similar to '[A-Z][12]' then right("ACCOM", 1) end`,
      'oc3.ACCOM',
    ),
  },
};
