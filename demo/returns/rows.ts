import { episodeRows } from './episodes.ts';
import type { Cells, Records } from './records.ts';
import { returnYear, within, written } from './year.ts';
import { adoptionRows, careLeaverRows, decisionRows, healthRows } from './yearly.ts';

/** The files of a return by their names without ending: their rows by heading. */
export type ReturnRows = Readonly<Record<string, readonly Cells[]>>;

/** The SSDA903 return of the year that ends on 31 March, as an authority would make it from its records on that day. */
export function returnRows(records: Records, ending: number): ReturnRows {
  const year = returnYear(ending);
  const people = new Map(records.ssd_person.map((row) => [row.pers_person_id, row]));
  const person = (id: string | undefined) => ({ CHILD: id ?? '', DOB: written(people.get(id)?.pers_dob, year) });
  const sexOf = (id: string | undefined) => {
    const sex = people.get(id)?.pers_sex ?? '';
    // Until 2023/24 the sexes had numbers.
    return ending > 2024 ? sex : (({ M: '1', F: '2' } as Record<string, string>)[sex] ?? '');
  };
  const episodes = episodeRows(records, year);
  const inCare = new Set(episodes.map(({ CHILD }) => CHILD ?? ''));
  const unaccompanied = records.ssd_immigration_status
    .filter((row) => row.immi_immigration_status === 'UASC' && inCare.has(row.immi_person_id ?? ''))
    .filter((row) => (row.immi_immigration_status_start_date ?? '') <= year.to)
    .filter((row) => (row.immi_immigration_status_end_date || '9999-12-31') >= year.from);
  const began = new Set(episodes.filter(({ RNE }) => RNE === 'S').map(({ CHILD }) => CHILD));
  const leavers = ending === latestYear(records) ? careLeaverRows(records, person) : [];
  const told = new Set([...inCare, ...leavers.map(({ CHILD }) => CHILD ?? '')]);
  const mothers = new Set(
    records.ssd_person.filter((row) => row.pers_is_mother === 'Y').map((row) => row.pers_person_id),
  );
  return {
    header: [...told].map((id) => ({
      CHILD: id,
      SEX: sexOf(id),
      DOB: person(id).DOB,
      ETHNIC: people.get(id)?.pers_ethnicity ?? '',
      UPN: people.get(id)?.pers_upn || (people.get(id)?.pers_upn_unknown ?? ''),
      MOTHER: mothers.has(id) ? '1' : '',
      MC_DOB: '',
    })),
    episodes,
    uasc: unaccompanied.map((row) => ({
      CHILD: row.immi_person_id ?? '',
      SEX: sexOf(row.immi_person_id),
      DOB: person(row.immi_person_id).DOB,
      DUC: written(row.immi_immigration_status_end_date, year),
    })),
    reviews: records.ssd_cla_reviews
      .filter((row) => within(row.clar_cla_review_date, year) && row.clar_cla_review_cancelled !== 'Y')
      .map((row) => ({
        ...person(row.clar_cla_person_id),
        REVIEW: written(row.clar_cla_review_date, year),
        REVIEW_CODE: row.clar_cla_review_participation ?? '',
      })),
    oc2: healthRows(records, year, person),
    oc3: leavers,
    ad1: adoptionRows(records, year, person),
    placed_for_adoption: decisionRows(records, year, inCare, person),
    previous_permanence: records.ssd_cla_previous_permanence
      .filter((row, index, all) => began.has(row.lapp_person_id ?? '') && last(all, row, index))
      .map((row) => ({
        ...person(row.lapp_person_id),
        PREV_PERM: row.lapp_previous_permanence_option ?? '',
        LA_PERM: row.lapp_previous_permanence_la ?? '',
        DATE_PERM: written(row.lapp_previous_permanence_order_date, year),
      })),
    missing: records.ssd_missing
      .filter((row) => within(row.miss_missing_episode_start_date, year) && inCare.has(row.miss_person_id ?? ''))
      .map((row) => ({
        ...person(row.miss_person_id),
        MISSING: row.miss_missing_episode_type ?? '',
        MIS_START: written(row.miss_missing_episode_start_date, year),
        MIS_END: written(row.miss_missing_episode_end_date, year),
      })),
  };
}

/** A child stands once in the file: with the row written last. */
function last(all: readonly Cells[], row: Cells, index: number): boolean {
  return all.findLastIndex((other) => other.lapp_person_id === row.lapp_person_id) === index;
}

/** The year in which the last episode began or ceased. */
function latestYear(records: Records): number {
  const days = records.ssd_cla_episodes.flatMap((row) => [
    row.clae_cla_episode_start_date ?? '',
    row.clae_cla_episode_ceased_date ?? '',
  ]);
  const latest = days.reduce((a, b) => (a > b ? a : b), '');
  return Number(latest.slice(0, 4)) + (latest.slice(5) > '03-31' ? 1 : 0);
}
