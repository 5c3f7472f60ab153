import type { Mapping } from './mapping.ts';

/** Sex was a number until 2024: 1 and 2, 0 not known, 9 not specified. */
export const people: Mapping = {
  dataset: 'ssd_person',
  anyOf: ['child'],
  from: 'from census_child',
  columns: {
    pers_person_id: '"LAchildID"',
    pers_sex: `case coalesce("Sex", "GenderCurrent") when '1' then 'M' when '2' then 'F' when '0' then 'U' when '9' then 'U'
      else coalesce("Sex", "GenderCurrent") end`,
    pers_ethnicity: '"Ethnicity"',
    pers_dob: '"PersonBirthDate"',
    pers_upn: '"UPN"',
    pers_upn_unknown: '"UPNunknown"',
    pers_expected_dob: '"ExpectedPersonBirthDate"',
    pers_death_date: '"PersonDeathDate"',
  },
};

export const disabilities: Mapping = {
  dataset: 'ssd_disability',
  anyOf: ['disability'],
  from: 'from (select distinct "LAchildID", "Disability" from census_disability where "Disability" is not null)',
  columns: {
    disa_table_id: `"LAchildID" || '|' || "Disability"`,
    disa_person_id: '"LAchildID"',
    disa_disability_code: '"Disability"',
  },
};
