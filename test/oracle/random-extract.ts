import fc from 'fast-check';
import { addDays, addMonths, lastDayOf } from './notions/dates.ts';
import type { Row, Tables } from './notions/tables.ts';
import { financialYearBegins } from './notions/windows.ts';
import { careHistories } from './random/care-histories.ts';
import { healthRows, immigrationRows, legalStatusRows, permanenceRows, placementRows } from './random/care-records.ts';
import { assessmentRows, enquiries, otherConferences, planHistories, referralRows } from './random/cases.ts';
import { interestingMonths } from './random/dates.ts';
import {
  contactRows,
  decisionRows,
  earlyHelpRows,
  enquiryVisitRows,
  needPlans,
  withReferrals,
} from './random/front-door.ts';
import {
  absenceRows,
  complaintRows,
  informationRequestRows,
  proceedingsRows,
  youthOutcomeRows,
} from './random/services.ts';
import { adoptedStory, type Story, settledStory, together } from './random/stories.ts';
import { careLeaverRows, welfareRows } from './random/welfare.ts';
import { auditRows, involvementRows, postRows, supervisionRows } from './random/workforce.ts';
import { orNull, type World, withIds, worldOf } from './random/world.ts';

export interface RandomExtract {
  /** The month around whose end the dates are dense. Figures of its neighbours are worth comparing too. */
  readonly month: string;
  /** The code of the authority, the root of ssd_department. */
  readonly root: string;
  readonly tables: Tables;
}

/** Born so that the age of 16, birth itself or 29 February falls near D; or not known; or not in the table at all. */
function personRows({ month, persons, date }: World): fc.Arbitrary<Row[]> {
  const asAt = lastDayOf(month);
  const born = fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: -3, max: 3 }).map((days) => addDays(addMonths(asAt, -16 * 12), days)) },
    { weight: 2, arbitrary: date },
    { weight: 1, arbitrary: fc.constantFrom('2004-02-29', '2008-02-29', '2012-02-29', null) },
    { weight: 8, arbitrary: fc.nat(6500).map((days) => addDays(asAt, -days)) },
  );
  return fc
    .tuple(...persons.map((id) => fc.tuple(fc.constant(id), born, fc.nat(11))))
    .map((rows) => rows.flatMap(([id, dob, kind]) => (kind === 0 ? [] : [{ pers_person_id: id, pers_dob: dob }])));
}

/** Estimates for the root under its code or the word authority, at most one a year, and sometimes for a district. */
function populationRows({ month, root }: World): fc.Arbitrary<Row[]> {
  const year = financialYearBegins(lastDayOf(month));
  const people = fc.integer({ min: 1, max: 90_000 });
  const estimates = (code: fc.Arbitrary<string>) =>
    fc.uniqueArray(
      fc.record({
        authority: code,
        year: fc.integer({ min: year - 3, max: year + 1 }),
        population_0_17: people,
        population_10_17: orNull(fc.integer({ min: 1, max: 40_000 }), 20),
      }),
      { maxLength: 3, selector: (row) => row.year },
    );
  return fc
    .tuple(estimates(fc.constantFrom(root, 'authority')), estimates(fc.constant('D1')))
    .map(([ofRoot, ofDistrict]) => [...ofRoot, ...ofDistrict]);
}

/** The column that identifies a row, where the generator makes it up. */
const idColumns: Readonly<Record<string, string>> = {
  ssd_involvements: 'invo_involvements_id',
  ssd_cin_episodes: 'cine_referral_id',
  ssd_cin_assessments: 'cina_assessment_id',
  ssd_s47_enquiry: 's47e_s47_enquiry_id',
  ssd_initial_cp_conference: 'icpc_icpc_id',
  ssd_cp_plans: 'cppl_cp_plan_id',
  ssd_cp_reviews: 'cppr_cp_review_id',
  ssd_cp_visits: 'cppv_cp_visit_id',
  ssd_cla_episodes: 'clae_cla_episode_id',
  ssd_cla_reviews: 'clar_cla_review_id',
  ssd_cla_placement: 'clap_cla_placement_id',
  ssd_cla_health: 'clah_health_check_id',
  ssd_legal_status: 'lega_legal_status_id',
  ssd_immigration_status: 'immi_immigration_status_id',
  ssd_permanence: 'perm_table_id',
  case_file_audits: 'audit_id',
  workforce_posts: 'post_id',
  supervisions: 'supervision_id',
  ssd_contacts: 'cont_contact_id',
  referral_decisions: 'decision_id',
  enquiry_visits: 'visit_id',
  ssd_early_help_episodes: 'earl_episode_id',
  ssd_cin_plans: 'cinp_cin_plan_id',
  ssd_cin_visits: 'cinv_cin_visit_id',
  ssd_cla_visits: 'clav_cla_visit_id',
  ssd_sdq_scores: 'csdq_table_id',
  ssd_cla_convictions: 'clac_cla_conviction_id',
  ssd_cla_substance_misuse: 'clas_substance_misuse_id',
  ssd_missing: 'miss_table_id',
  ssd_care_leavers: 'clea_table_id',
  personal_education_plans: 'pep_id',
  care_proceedings: 'proceedings_id',
  complaints: 'complaint_id',
  information_requests: 'request_id',
  workforce_absences: 'absence_id',
  youth_justice_outcomes: 'outcome_id',
};

/** Three to six children long settled and two to five adopted. */
function stories(world: World): fc.Arbitrary<Story> {
  return fc
    .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 5 }))
    .chain(([settled, adopted]) =>
      fc.tuple(
        ...Array.from({ length: settled }, (_, place) => settledStory(world, `S${place + 1}`)),
        ...Array.from({ length: adopted }, (_, place) => adoptedStory(world, `A${place + 1}`)),
      ),
    )
    .map(together);
}

function tablesOf(world: World): fc.Arbitrary<Tables> {
  return fc
    .record({
      salt: fc.nat(996),
      stories: stories(world),
      persons: personRows(world),
      involvements: involvementRows(world),
      referrals: referralRows(world),
      assessments: assessmentRows(world),
      enquiries: enquiries(world),
      conferences: otherConferences(world),
      plans: planHistories(world),
      care: careHistories(world),
      legal: legalStatusRows(world),
      immigration: immigrationRows(world),
      placements: placementRows(world),
      health: healthRows(world),
      permanence: permanenceRows(world),
      audits: auditRows(world),
      posts: postRows(world),
      supervisions: supervisionRows(world),
      population: populationRows(world),
      needPlans: needPlans(world),
      welfare: welfareRows(world),
      leavers: careLeaverRows(world),
      proceedings: proceedingsRows(world),
      complaints: complaintRows(world),
      requests: informationRequestRows(world),
      absences: absenceRows(world),
      outcomes: youthOutcomeRows(world),
    })
    .chain((drawn) => {
      const referrals = withIds(drawn.referrals, 'cine_referral_id', drawn.salt);
      const enquiryRows = withIds(
        drawn.enquiries.map((one) => one.enquiry),
        's47e_s47_enquiry_id',
        drawn.salt,
      );
      return fc.record({
        drawn: fc.constant({ ...drawn, referrals, enquiryRows }),
        contacts: contactRows(world, referrals),
        decisions: decisionRows(referrals),
        assessments: withReferrals(drawn.assessments, referrals),
        enquiryVisits: enquiryVisitRows(enquiryRows),
        earlyHelp: earlyHelpRows(world, referrals),
      });
    })
    .map(({ drawn, contacts, decisions, assessments, enquiryVisits, earlyHelp }): Tables => {
      const ids = (rows: readonly Row[], column: string) => withIds(rows, column, drawn.salt);
      const planRows = ids(
        drawn.plans.flatMap((one) => one.plans),
        'cppl_cp_plan_id',
      );
      const named = drawn.enquiries.flatMap((one, place) =>
        one.conferences.map((row) => ({
          ...row,
          icpc_s47_enquiry_id: drawn.enquiryRows[place]?.s47e_s47_enquiry_id ?? null,
        })),
      );
      const planReviews = drawn.plans
        .flatMap((one) => one.reviews)
        .flatMap((reviews, place) =>
          reviews.map((row) => ({ ...row, cppr_cp_plan_id: planRows[place]?.cppl_cp_plan_id ?? null })),
        );
      const rows = together([
        {
          ssd_department: world.departments,
          ssd_person: [...drawn.persons, ...drawn.leavers.persons],
          ssd_involvements: [...drawn.involvements, ...drawn.leavers.involvements],
          ssd_cin_episodes: drawn.referrals,
          ssd_cin_assessments: assessments,
          ssd_s47_enquiry: drawn.enquiryRows,
          ssd_initial_cp_conference: [...named, ...drawn.conferences],
          ssd_cp_plans: planRows,
          ssd_cp_reviews: planReviews,
          ssd_cp_visits: drawn.plans.flatMap((one) => one.visits),
          ssd_cla_episodes: drawn.care.flatMap((one) => one.episodes),
          ssd_cla_reviews: drawn.care.flatMap((one) => one.reviews),
          ssd_cla_placement: drawn.placements,
          ssd_cla_health: drawn.health,
          ssd_legal_status: drawn.legal,
          ssd_immigration_status: drawn.immigration,
          ssd_permanence: drawn.permanence,
          case_file_audits: drawn.audits,
          workforce_posts: drawn.posts,
          supervisions: drawn.supervisions,
          population: drawn.population,
          ssd_contacts: contacts,
          referral_decisions: decisions,
          enquiry_visits: enquiryVisits,
          ssd_early_help_episodes: earlyHelp,
          ssd_cin_plans: drawn.needPlans.plans,
          ssd_cin_visits: drawn.needPlans.visits,
          ...drawn.welfare,
          ssd_care_leavers: drawn.leavers.leavers,
          care_proceedings: drawn.proceedings,
          complaints: drawn.complaints,
          information_requests: drawn.requests,
          workforce_absences: drawn.absences,
          youth_justice_outcomes: drawn.outcomes,
        },
        drawn.stories,
      ]);
      return Object.fromEntries(
        Object.entries(rows).map(([dataset, list = []]) => {
          const key = idColumns[dataset];
          return [dataset, key === undefined ? list : withIds(list, key, drawn.salt)];
        }),
      );
    });
}

/** A small authority whose every row is likely to stand on the edge of some rule. */
export function randomExtract(
  month: fc.Arbitrary<string> = fc.constantFrom(...interestingMonths),
): fc.Arbitrary<RandomExtract> {
  return worldOf(month).chain((world) =>
    tablesOf(world).map((tables) => ({ month: world.month, root: world.root, tables })),
  );
}
