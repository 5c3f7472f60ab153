import { describe, expect, it } from 'vitest';
import type { County } from './county.ts';

const team = (name: string): string => `(select dept_team_id from ssd_department where dept_team_name = '${name}')`;

/** What happened in the county, as docs/demo.md tells it. */
export function describeStories(county: () => County): void {
  describe('the stories that docs/demo.md tells', () => {
    const supervised = (from: string, to: string): Promise<number> =>
      county().number(
        `with months as (select cast(m as date) as m from generate_series(date '${from}', date '${to}', interval 1 month) t(m))
       select 100.0 * count(s.worker_id) / count(*) from months
       join workforce_posts p on p.team_id = ${team('Ashmere family support 2')} and p.role like '%Social Work%'
         and p.filled_by <> 'vacant' and day(p.from_date) <= last_day(m)
         and (p.to_date is null or day(p.to_date) > last_day(m))
       left join (select distinct worker_id, date_trunc('month', day(held_on)) as held from supervisions) s
         on s.worker_id = p.worker_id and s.held = m`,
      );

    it('a team drifts after losing its manager, then partly recovers', async () => {
      const [before, without, after] = [
        await supervised('2024-03-01', '2025-01-01'),
        await supervised('2025-05-01', '2025-11-01'),
        await supervised('2026-05-01', '2026-10-01'),
      ];
      expect(without).toBeLessThan(before - 25);
      expect(after).toBeGreaterThan(without + 15);
    });

    it('visits of a team in the last three weeks are not yet recorded', async () => {
      const visited = (from: string, to: string): Promise<number> =>
        county().number(
          `select count(*) from ssd_cp_visits join ssd_involvements on invo_person_id = cppv_person_id
         and invo_professional_team = ${team('Brackenvale family support 1')}
         and day(invo_involvement_start_date) <= day(cppv_cp_visit_date)
         and (invo_involvement_end_date is null or day(invo_involvement_end_date) > day(cppv_cp_visit_date))
         where cppv_cp_visit_date between '${from}' and '${to}'`,
        );
      expect(await visited('2026-09-01', '2026-09-21')).toBeGreaterThan(5);
      expect(await visited('2026-10-11', '2026-10-31')).toBe(0);
    });

    it('audits change their words in April 2023', async () => {
      const graded = (condition: string): Promise<number> =>
        county().number(`select count(*) from case_file_audits where ${condition}`);
      expect(await graded("grade = 'adequate' and completed_on >= '2023-04-01'")).toBe(0);
      expect(await graded("grade like 'requires improvement%' and completed_on < '2023-04-01'")).toBe(0);
      expect(await graded("grade = 'adequate'")).toBeGreaterThan(100);
      expect(await graded("grade like 'requires improvement%'")).toBeGreaterThan(100);
    });

    it('a team is merged into another and its cases go with it', async () => {
      const held = (name: string, day: string): Promise<number> =>
        county().number(
          `select count(distinct invo_person_id) from ssd_involvements where invo_professional_team = ${team(name)}
         and day(invo_involvement_start_date) <= date '${day}'
         and (invo_involvement_end_date is null or day(invo_involvement_end_date) > date '${day}')`,
        );
      const [closing, other] = ['Coldharbour Coast family support 1', 'Coldharbour Coast family support 2'];
      expect(await held(closing ?? '', '2024-03-31')).toBeGreaterThan(50);
      expect(await held(closing ?? '', '2024-04-30')).toBe(0);
      expect(await held(other ?? '', '2024-04-30')).toBeGreaterThan(1.5 * (await held(other ?? '', '2024-03-31')));
    });

    it('placements in a district close with a provider', async () => {
      const closed = await county().number(
        `select count(*) from ssd_cla_placement where clap_cla_placement_change_reason = 'CLOSE'
       and clap_cla_placement_end_date between '2025-05-15' and '2025-06-30'`,
      );
      expect(closed).toBeGreaterThan(5);
    });
  });
}
