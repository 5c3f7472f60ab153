import { adoptedIn, wholeYear } from './episodes.ts';
import type { Cells, Records } from './records.ts';
import { type ReturnYear, within, written } from './year.ts';

type Person = (id: string | undefined) => Pick<Cells, 'CHILD' | 'DOB'>;

const flag = (yes: boolean): string => (yes ? '1' : '0');

/** OC2: what was done in the year for the children looked after for the whole of it. */
export function healthRows(records: Records, year: ReturnYear, person: Person): Cells[] {
  const byPerson = (rows: readonly Cells[], column: string, day: string) =>
    Map.groupBy(
      rows.filter((row) => within(row[day], year)),
      (row) => row[column] ?? '',
    );
  const checks = byPerson(records.ssd_cla_health, 'clah_person_id', 'clah_health_check_date');
  const scores = byPerson(records.ssd_sdq_scores, 'csdq_person_id', 'csdq_sdq_completed_date');
  const convicted = byPerson(records.ssd_cla_convictions, 'clac_person_id', 'clac_cla_conviction_date');
  const misused = byPerson(records.ssd_cla_substance_misuse, 'clas_person_id', 'clas_substance_misuse_date');
  const immunised = new Map<string, Cells>();
  for (const row of records.ssd_cla_immunisations) {
    const day = (one: Cells | undefined) => one?.clai_immunisations_status_date ?? '';
    const id = row.clai_person_id ?? '';
    if (day(row) <= year.to && day(row) >= day(immunised.get(id))) immunised.set(id, row);
  }
  return [...wholeYear(records, year)].map((id) => {
    const made = (checks.get(id) ?? []).filter((row) => row.clah_health_check_status === 'Completed');
    const had = (kind: RegExp) => flag(made.some((row) => kind.test(row.clah_health_check_type ?? '')));
    const latest = (scores.get(id) ?? [])
      .toSorted((a, b) => (a.csdq_sdq_completed_date ?? '').localeCompare(b.csdq_sdq_completed_date ?? ''))
      .at(-1);
    const substance = misused.get(id)?.at(-1);
    return {
      ...person(id),
      SDQ_SCORE: latest?.csdq_sdq_score ?? '',
      SDQ_REASON: latest?.csdq_sdq_reason ?? '',
      CONVICTED: flag(convicted.has(id)),
      HEALTH_CHECK: '',
      IMMUNISATIONS: flag(immunised.get(id)?.clai_immunisations_status === 'Y'),
      TEETH_CHECK: had(/dental/i),
      HEALTH_ASSESSMENT: had(/health assessment/i),
      SUBSTANCE_MISUSE: flag(substance !== undefined),
      INTERVENTION_RECEIVED: substance ? flag(substance.clas_intervention_received === 'Y') : '',
      INTERVENTION_OFFERED: '',
    };
  });
}

/** OC3: the young people who had left care, with the accommodation and its suitability in one code. */
export function careLeaverRows(records: Records, person: Person): Cells[] {
  return records.ssd_care_leavers.map((row) => ({
    ...person(row.clea_person_id),
    IN_TOUCH: row.clea_care_leaver_in_touch ?? '',
    ACTIV: row.clea_care_leaver_activity ?? '',
    ACCOM: `${row.clea_care_leaver_accommodation ?? ''}${row.clea_care_leaver_accom_suitable ?? ''}`,
  }));
}

/** AD1: the children who were adopted in the year. */
export function adoptionRows(records: Records, year: ReturnYear, person: Person): Cells[] {
  const adopted = adoptedIn(records, year);
  return records.ssd_permanence
    .filter((row) => adopted.has(row.perm_person_id ?? '') && row.perm_matched_date)
    .map((row) => ({
      ...person(row.perm_person_id),
      DATE_INT: written(row.perm_adm_decision_date, year),
      DATE_MATCH: written(row.perm_matched_date, year),
      FOSTER_CARE: flag(row.perm_adopted_by_carer_flag === 'Y'),
      NB_ADOPTR: row.perm_number_of_adopters ?? '',
      SEX_ADOPTR: row.perm_adopter_sex ?? '',
      LS_ADOPTR: row.perm_adopter_legal_status ?? '',
    }));
}

/** The decisions that a child should be placed for adoption that were made by the end of the year and stood in it. */
export function decisionRows(records: Records, year: ReturnYear, inCare: ReadonlySet<string>, person: Person): Cells[] {
  return records.ssd_permanence
    .filter((row) => row.perm_adm_decision_date && row.perm_adm_decision_date <= year.to)
    .filter((row) => inCare.has(row.perm_person_id ?? ''))
    .filter((row) => (row.perm_decision_reversed_date || '9999-12-31') >= year.from)
    .map((row) => ({
      ...person(row.perm_person_id),
      DATE_PLACED: written(row.perm_adm_decision_date, year),
      DATE_PLACED_CEASED: written(row.perm_decision_reversed_date, year),
      REASON_PLACED_CEASED: within(row.perm_decision_reversed_date, year)
        ? (row.perm_decision_reversed_reason ?? '')
        : '',
    }));
}
