import { describe, expect, it } from 'vitest';
import type { County } from './county.ts';

/** The defects put in, against their rates and the files. */
export function describeDefects(county: () => County): void {
  describe('the defects', () => {
    it('come as often as they are said to, within what chance allows', () => {
      expect(county().written.defects.length).toBeGreaterThan(35);
      for (const { table, kind, rate, rows, of } of county().written.defects) {
        const spread = 4.5 * Math.sqrt(of * rate) + 1;
        expect(Math.abs(rows - of * rate), `${table}: ${kind}, ${rows} of ${of}`).toBeLessThan(spread);
      }
    });

    it('stand in the files as they were counted', async () => {
      const put = (table: string, kind: string): number =>
        county()
          .written.defects.filter((defect) => defect.table === table && defect.kind === kind)
          .reduce((sum, { rows }) => sum + rows, 0);
      for (const [table, kind, condition] of [
        ['ssd_missing', 'date as dd/mm/yyyy', "miss_missing_episode_start_date like '__/__/____'"],
        ['ssd_cla_health', 'date with a time', "clah_health_check_date like '% __:__:__'"],
        ['ssd_cla_episodes', 'code with its meaning', "clae_cla_episode_start_reason like '_ - %'"],
        ['ssd_cp_plans', 'missing value', 'cppl_cp_plan_ola is null'],
        ['ssd_cin_plans', 'end before start', 'cinp_cin_plan_end_date < cinp_cin_plan_start_date'],
        ['ssd_involvements', 'overlapping involvement', "invo_involvements_id like '%B'"],
        ['ssd_involvements', 'unknown team', 'invo_professional_team not in (select dept_team_id from ssd_department)'],
        ['case_file_audits', 'extra spaces', "team_id like ' %' or team_id like '% '"],
      ] as const) {
        const found = await county().number(`select count(*) from ${table} where ${condition}`);
        expect(found, `${table}: ${kind}`).toBe(put(table, kind));
        expect(found, `${table}: ${kind}`).toBeGreaterThan(0);
      }
      const copies = await county().number('select count(*) - count(distinct cppv_cp_visit_id) from ssd_cp_visits');
      expect(copies).toBe(put('ssd_cp_visits', 'row twice'));
    });
  });
}
