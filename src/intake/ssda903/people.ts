import { column, type Mapping } from './mapping.ts';

/** The header file: a row a child. Sex was 1 and 2 until 2024; a UPN of the form UN1 says why there is none. */
export const people: Mapping = {
  dataset: 'ssd_person',
  files: ['header'],
  from: () => 'from header',
  columns: {
    pers_person_id: column('"CHILD"', 'header.CHILD'),
    pers_sex: column(`case "SEX" when '1' then 'M' when '2' then 'F' else "SEX" end`, 'header.SEX'),
    pers_ethnicity: column('"ETHNIC"', 'header.ETHNIC'),
    pers_dob: column('"DOB"', 'header.DOB'),
    pers_upn: column(`case when upper("UPN") not like 'UN_' then "UPN" end`, 'header.UPN'),
    pers_upn_unknown: column(`case when upper("UPN") like 'UN_' then upper("UPN") end`, 'header.UPN'),
    pers_is_mother: column('"MOTHER" = 1', 'header.MOTHER'),
  },
};
