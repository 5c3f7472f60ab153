import { describe, expect, it } from 'vitest';
import type { County } from './county.ts';

/** Keys, chains and dates of the records, but for the defects put in. */
export function describeRecords(county: () => County): void {
  describe('the records hang together', () => {
    const put = (table: string, kind: string): number =>
      county()
        .written.defects.filter((defect) => defect.table === table && defect.kind === kind)
        .reduce((sum, { rows }) => sum + rows, 0);

    it.each([
      ['ssd_cin_episodes', 'cine_person_id', 'ssd_person', 'pers_person_id'],
      ['ssd_cin_assessments', 'cina_referral_id', 'ssd_cin_episodes', 'cine_referral_id'],
      ['ssd_s47_enquiry', 's47e_referral_id', 'ssd_cin_episodes', 'cine_referral_id'],
      ['ssd_initial_cp_conference', 'icpc_s47_enquiry_id', 'ssd_s47_enquiry', 's47e_s47_enquiry_id'],
      ['ssd_cp_plans', 'cppl_icpc_id', 'ssd_initial_cp_conference', 'icpc_icpc_id'],
      ['ssd_cp_reviews', 'cppr_cp_plan_id', 'ssd_cp_plans', 'cppl_cp_plan_id'],
      ['ssd_cp_visits', 'cppv_cp_plan_id', 'ssd_cp_plans', 'cppl_cp_plan_id'],
      ['ssd_cin_visits', 'cinv_person_id', 'ssd_person', 'pers_person_id'],
      ['ssd_cla_episodes', 'clae_referral_id', 'ssd_cin_episodes', 'cine_referral_id'],
      ['ssd_cla_episodes', 'clae_cla_placement_id', 'ssd_cla_placement', 'clap_cla_placement_id'],
      ['ssd_cla_reviews', 'clar_cla_id', 'ssd_cla_episodes', 'clae_cla_id'],
      ['ssd_permanence', 'perm_cla_id', 'ssd_cla_episodes', 'clae_cla_id'],
      ['ssd_involvements', 'invo_professional_id', 'ssd_professionals', 'prof_professional_id'],
      ['supervisions', 'worker_id', 'ssd_professionals', 'prof_professional_id'],
      ['workforce_posts', 'team_id', 'ssd_department', 'dept_team_id'],
      ['case_file_audits', 'person_id', 'ssd_person', 'pers_person_id'],
    ])('%s.%s points at a row, but for the defects put in', async (table, column, target, key) => {
      const lost = await county().number(
        `select count(*) from ${table} where ${column} not in (select ${key} from ${target})`,
      );
      expect(lost).toBe(put(table, 'key that points nowhere'));
    });

    it('chains every episode that ended with X1 to one that starts that day, but for the defects put in', async () => {
      const broken = await county().number(
        `select count(*) from ssd_cla_episodes a where clae_cla_episode_ceased_reason = 'X1' and not exists (
         select 1 from ssd_cla_episodes b where b.clae_person_id = a.clae_person_id and b.clae_cla_id = a.clae_cla_id
         and b.clae_cla_episode_start_date = a.clae_cla_episode_ceased_date)`,
      );
      expect(broken).toBe(put('ssd_cla_episodes', 'X1 without a successor'));
      expect(broken).toBeGreaterThan(0);
    });

    it('never has a child in two episodes, or on two plans of its own, at once', async () => {
      expect(
        await county().number(
          `select count(*) from ssd_cla_episodes a join ssd_cla_episodes b on a.clae_person_id = b.clae_person_id
         and a.clae_cla_episode_id < b.clae_cla_episode_id
         and a.clae_cla_episode_start_date < coalesce(b.clae_cla_episode_ceased_date, '9999')
         and b.clae_cla_episode_start_date < coalesce(a.clae_cla_episode_ceased_date, '9999')`,
        ),
      ).toBe(0);
      expect(
        await county().number(
          `select count(*) from ssd_cp_plans a join ssd_cp_plans b on a.cppl_person_id = b.cppl_person_id
         and a.cppl_cp_plan_id < b.cppl_cp_plan_id and a.cppl_cp_plan_ola <> 'Y' and b.cppl_cp_plan_ola <> 'Y'
         and a.cppl_cp_plan_start_date < coalesce(b.cppl_cp_plan_end_date, '9999')
         and b.cppl_cp_plan_start_date < coalesce(a.cppl_cp_plan_end_date, '9999')`,
        ),
      ).toBe(0);
    });

    it('has no event after the as-at date but for the slips put in', async () => {
      const dated = (table: string, column: string): Promise<number> =>
        county().number(`select count(*) from ${table} where day(${column}) > date '2026-10-31'`);
      for (const [table, column] of [
        ['ssd_cin_episodes', 'cine_close_date'],
        ['ssd_cin_assessments', 'cina_assessment_auth_date'],
        ['ssd_cp_plans', 'cppl_cp_plan_end_date'],
        ['ssd_cp_reviews', 'cppr_cp_review_date'],
        ['ssd_cla_episodes', 'clae_cla_episode_ceased_date'],
        ['ssd_cla_placement', 'clap_cla_placement_end_date'],
        ['ssd_involvements', 'invo_involvement_end_date'],
        ['ssd_person', 'pers_dob'],
        ['case_file_audits', 'completed_on'],
      ] as const) {
        expect(await dated(table, column), `${table}.${column}`).toBe(0);
      }
      const slips = await dated('ssd_cin_visits', 'cinv_cin_visit_date');
      expect(slips).toBeLessThanOrEqual(put('ssd_cin_visits', 'date in the future'));
    });
  });
}
