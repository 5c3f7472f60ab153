import { dayOf, iso } from '../days.ts';
import {
  ahead,
  britishDate,
  dateWithTime,
  endBeforeStart,
  missing,
  orphan,
  otherYesNo,
  type Rule,
  smallLetters,
  spaces,
  twice,
  unknownCode,
  unknownTeam,
  withMeaning,
} from './rule.ts';

/** An end of care recorded as if another episode followed. */
const noSuccessor: Rule = {
  table: 'ssd_cla_episodes',
  kind: 'X1 without a successor',
  columns: ['clae_cla_episode_ceased_reason'],
  rate: 0.004,
  applies: (cells, [reason]) => reason !== undefined && Boolean(cells[reason]) && cells[reason] !== 'X1',
  spoil: (cells, [reason]) => [cells.map((cell, i) => (i === reason ? 'X1' : cell))],
};

/** The same worker is put down once more, from some days earlier. */
const overlap: Rule = {
  table: 'ssd_involvements',
  kind: 'overlapping involvement',
  columns: ['invo_involvements_id', 'invo_involvement_start_date'],
  rate: 0.003,
  spoil: (cells, [id, start], draw) => {
    const earlier = draw.whole(3, 30);
    const copy = cells.map((cell, i) => {
      if (i === id) return `${cell}B`;
      return i === start ? iso(dayOf(String(cell)) - earlier) : cell;
    });
    return [cells, copy];
  },
};

const startMeanings = {
  S: 'Started to be looked after',
  L: 'Change of legal status only',
  P: 'Change of placement and carer(s) only',
};

/** What any table of the extract may suffer. At most one defect falls on a row. */
export const rules: readonly Rule[] = [
  missing('ssd_person', ['pers_dob'], 0.003),
  spaces('ssd_person', ['pers_surname'], 0.004),
  unknownCode('ssd_person', ['pers_ethnicity'], 0.003),
  missing('ssd_cin_episodes', ['cine_referral_nfa'], 0.003),
  unknownTeam('ssd_cin_episodes', ['cine_referral_team'], 0.001),
  twice('ssd_contacts', 0.0005),
  endBeforeStart('ssd_cin_assessments', ['cina_assessment_start_date', 'cina_assessment_auth_date'], 0.0006),
  missing('ssd_cin_assessments', ['cina_assessment_child_seen'], 0.004),
  dateWithTime('ssd_cin_assessments', ['cina_assessment_auth_date'], 0.002),
  endBeforeStart('ssd_cin_plans', ['cinp_cin_plan_start_date', 'cinp_cin_plan_end_date'], 0.001),
  otherYesNo('ssd_cin_visits', ['cinv_cin_visit_seen'], 0.008),
  ahead('ssd_cin_visits', ['cinv_cin_visit_date'], 0.0003),
  orphan('ssd_cin_visits', ['cinv_person_id'], 0.0004),
  orphan('ssd_initial_cp_conference', ['icpc_s47_enquiry_id'], 0.004),
  missing('ssd_initial_cp_conference', ['icpc_icpc_transfer_in'], 0.01),
  missing('ssd_cp_plans', ['cppl_cp_plan_ola'], 0.01),
  missing('ssd_cp_visits', ['cppv_cp_visit_date'], 0.0005),
  twice('ssd_cp_visits', 0.0006),
  orphan('ssd_cp_reviews', ['cppr_cp_plan_id'], 0.002),
  withMeaning('ssd_cla_episodes', 'clae_cla_episode_start_reason', 0.006, startMeanings),
  noSuccessor,
  endBeforeStart('ssd_cla_placement', ['clap_cla_placement_start_date', 'clap_cla_placement_end_date'], 0.0008),
  smallLetters('ssd_cla_placement', ['clap_cla_placement_type'], 0.004),
  unknownCode('ssd_cla_placement', ['clap_cla_placement_type'], 0.002),
  missing('ssd_cla_placement', ['clap_cla_placement_distance'], 0.012),
  missing('ssd_cla_reviews', ['clar_cla_review_cancelled'], 0.01),
  smallLetters('ssd_cla_reviews', ['clar_cla_review_participation'], 0.004),
  dateWithTime('ssd_cla_health', ['clah_health_check_date'], 0.03),
  twice('ssd_cla_visits', 0.0008),
  britishDate('ssd_missing', ['miss_missing_episode_start_date'], 0.02),
  overlap,
  unknownTeam('ssd_involvements', ['invo_professional_team'], 0.0015),
  spaces('case_file_audits', ['team_id'], 0.004),
  ahead('supervisions', ['held_on'], 0.0005),
  missing('workforce_posts', ['fte'], 0.004),
];

/** What the district with poor records suffers besides. */
export const poorDistrictRules: readonly Rule[] = [
  missing('ssd_cin_assessments', ['cina_assessment_team'], 0.05, 'cina_assessment_team'),
  missing('ssd_cin_assessments', ['cina_assessment_start_date'], 0.008, 'cina_assessment_team'),
  missing('ssd_s47_enquiry', ['s47e_s47_completed_by_team'], 0.04, 's47e_s47_completed_by_team'),
  unknownTeam('ssd_initial_cp_conference', ['icpc_icpc_team'], 0.03, 'icpc_icpc_team'),
  unknownCode('ssd_cin_episodes', ['cine_cin_primary_need_code'], 0.05, 'cine_referral_team'),
  unknownTeam('ssd_involvements', ['invo_professional_team'], 0.012, 'invo_professional_team'),
  missing('ssd_involvements', ['invo_professional_team'], 0.012, 'invo_professional_team'),
];
