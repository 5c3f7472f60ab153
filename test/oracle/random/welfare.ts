import fc from 'fast-check';
import { addDays, addMonths, lastDayOf } from '../notions/dates.ts';
import type { Row } from '../notions/tables.ts';
import { spanOf } from './dates.ts';
import { code, flag, many, orNull, type World, weighted } from './world.ts';

/** Rows about the welfare of children in care: of the settled and the adopted of the stories as well, who are in care. */
export interface Welfare {
  readonly ssd_cla_visits: readonly Row[];
  readonly ssd_cla_immunisations: readonly Row[];
  readonly ssd_sdq_scores: readonly Row[];
  readonly ssd_cla_convictions: readonly Row[];
  readonly ssd_cla_substance_misuse: readonly Row[];
  readonly ssd_missing: readonly Row[];
  readonly personal_education_plans: readonly Row[];
}

export function welfareRows({ date, month, person }: World): fc.Arbitrary<Welfare> {
  const asAt = lastDayOf(month);
  const whose = fc.oneof({ weight: 3, arbitrary: person }, { weight: 2, arbitrary: fc.constantFrom('S1', 'S2', 'S3') });
  const dated = orNull(date, 4);
  const edge = (...days: number[]) =>
    fc.oneof(
      { weight: 1, arbitrary: dated },
      { weight: 1, arbitrary: fc.constantFrom(...days.map((back) => addDays(asAt, -back))) },
    );
  const halfYear = fc.integer({ min: -1, max: 1 }).map((days) => addDays(addMonths(asAt, -6), days));
  const missing = fc
    .record({
      who: whose,
      span: spanOf(date),
      kind: orNull(code([6, 'M'], [2, 'A']), 6),
      offered: orNull(code([5, 'Y'], [2, 'N'], [2, 'NA']), 12),
      accepted: orNull(code([3, 'Y'], [2, 'N'], [1, 'NA']), 12),
    })
    .map(({ who, span, kind, offered, accepted }) => ({
      miss_person_id: who,
      miss_missing_episode_start_date: span.start,
      miss_missing_episode_type: kind,
      miss_missing_episode_end_date: span.end,
      miss_missing_rhi_offered: offered,
      miss_missing_rhi_accepted: accepted,
    }));
  return fc.record({
    ssd_cla_visits: many(
      fc.record({ clav_person_id: whose, clav_cla_visit_date: edge(41, 42, 43, 0), clav_cla_visit_seen: flag(70) }),
      20,
      40,
    ),
    ssd_cla_immunisations: many(
      fc.record({
        clai_person_id: whose,
        clai_immunisations_status: flag(55),
        clai_immunisations_status_date: dated,
      }),
      15,
      30,
    ),
    ssd_sdq_scores: many(
      fc.record({
        csdq_person_id: whose,
        csdq_sdq_completed_date: dated,
        csdq_sdq_score: orNull(fc.constantFrom(0, 9, 16, 17, 17, 40), 20),
      }),
      20,
      40,
    ),
    ssd_cla_convictions: many(fc.record({ clac_person_id: whose, clac_cla_conviction_date: dated }), 8, 16),
    ssd_cla_substance_misuse: many(fc.record({ clas_person_id: whose, clas_substance_misuse_date: dated }), 8, 16),
    ssd_missing: many(missing, 20, 40),
    personal_education_plans: many(fc.record({ person_id: whose, reviewed_on: fc.oneof(dated, halfYear) }), 12, 25),
  });
}

/** Care leavers with persons of their own, about 17 to 22 years old at the end of the month; a few have two rows. */
export function careLeaverRows(world: World): fc.Arbitrary<{ persons: Row[]; leavers: Row[]; involvements: Row[] }> {
  const asAt = lastDayOf(world.month);
  const leaver = fc.record({
    clea_care_leaver_eligibility: fc.constantFrom(
      'Former relevant child',
      'former RELEVANT',
      'Former relevant child',
      'Relevant child',
      'Relevant child',
      'Qualifying',
      null,
    ),
    clea_care_leaver_in_touch: orNull(code([8, 'YES'], [3, 'NO'], [1, 'DIED'], [1, 'RHOM'], [1, 'REFU']), 8),
    clea_care_leaver_accommodation: orNull(code([3, 'Z'], [2, 'U'], [1, 'X']), 10),
    clea_care_leaver_accom_suitable: fc.constantFrom('1', '1', '2', null),
    clea_care_leaver_activity: orNull(code([3, 'F2'], [2, 'P5'], [1, 'F1'], [2, 'G5'], [1, 'G4'], [1, '0']), 10),
    clea_pathway_plan_review_date: fc.oneof(
      orNull(world.date, 10),
      fc.integer({ min: -1, max: 1 }).map((days) => addDays(addMonths(asAt, -6), days)),
    ),
    clea_care_leaver_allocated_team: world.team,
  });
  const born = fc
    .tuple(fc.constantFrom(17, 18, 19, 19, 20, 20, 21, 21, 22), fc.integer({ min: -2, max: 300 }))
    .map(([years, days]) => addDays(addMonths(asAt, -12 * years), -days));
  const one = (id: string) =>
    fc
      .record({
        born: orNull(born, 5),
        died: fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: world.date }),
        rows: fc.array(leaver, { minLength: 1, maxLength: 2, size: 'max' }),
        team: world.team,
        known: weighted([12, true], [1, false]),
      })
      .map((drawn) => ({
        persons: drawn.known ? [{ pers_person_id: id, pers_dob: drawn.born, pers_death_date: drawn.died } as Row] : [],
        leavers: drawn.rows.map((row): Row => ({ clea_person_id: id, ...row })),
        involvements: [
          {
            invo_person_id: id,
            invo_professional_id: 'W1',
            invo_professional_team: drawn.team,
            invo_involvement_start_date: addMonths(asAt, -30),
            invo_involvement_end_date: null,
          } as Row,
        ],
      }));
  return fc.tuple(...Array.from({ length: 14 }, (_, place) => one(`C${place + 1}`))).map((all) => ({
    persons: all.flatMap(({ persons }) => persons),
    leavers: all.flatMap(({ leavers }) => leavers),
    involvements: all.flatMap(({ involvements }) => involvements),
  }));
}
