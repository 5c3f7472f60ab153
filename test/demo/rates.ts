import { describe, expect, it } from 'vitest';
import { type County, population } from './county.ts';

const percent = (condition: string): string => `avg(case when ${condition} then 100.0 else 0 end)`;
const per10000 = (count: string): string => `${count} / ${population / 10_000}`;
const inYear = (column: string): string => `day(${column}) between date '2024-11-01' and date '2026-10-31'`;
const openAt = (start: string, end: string, at = '2026-09-30'): string =>
  `day(${start}) <= date '${at}' and (${end} is null or day(${end}) > date '${at}')`;

/** Rates against ranges around the published ones for England. */
export function describeRates(county: () => County): void {
  describe('the rates of a county of 60,000 lie near the published ones', () => {
    const twoYears = (table: string, column: string): string =>
      `select ${per10000('count(*)')} / 2 from ${table} where ${inYear(column)}`;

    it.each([
      ['referrals in a year', twoYears('ssd_cin_episodes', 'cine_referral_date'), 470, 570],
      ['enquiries in a year', twoYears('ssd_s47_enquiry', 's47e_s47_start_date'), 155, 220],
      ['initial conferences in a year', twoYears('ssd_initial_cp_conference', 'icpc_icpc_date'), 48, 75],
      [
        'children in need',
        `select ${per10000('count(distinct cine_person_id)')} from ssd_cin_episodes
       where ${openAt('cine_referral_date', 'cine_close_date')} and cine_referral_nfa is distinct from 'Y'`,
        290,
        390,
      ],
      [
        'children on a plan',
        `select ${per10000('count(distinct cppl_person_id)')} from ssd_cp_plans
       where ${openAt('cppl_cp_plan_start_date', 'cppl_cp_plan_end_date')}`,
        29,
        53,
      ],
      [
        'children in care',
        `select ${per10000('count(distinct clae_person_id)')} from ssd_cla_episodes
       where ${openAt('clae_cla_episode_start_date', 'clae_cla_episode_ceased_date')}`,
        58,
        84,
      ],
      [
        'percent of referrals that follow another within a year',
        `select ${percent(`exists (select 1 from ssd_cin_episodes b where b.cine_person_id = a.cine_person_id
         and day(b.cine_referral_date) < day(a.cine_referral_date)
         and day(b.cine_referral_date) >= day(a.cine_referral_date) - interval 12 month)`)}
       from ssd_cin_episodes a where ${inYear('cine_referral_date')}`,
        17,
        26,
      ],
      [
        'percent of plans that are not the first',
        `select ${percent(`exists (select 1 from ssd_cp_plans b where b.cppl_person_id = a.cppl_person_id
         and day(b.cppl_cp_plan_end_date) <= day(a.cppl_cp_plan_start_date)
         and day(b.cppl_cp_plan_start_date) < day(a.cppl_cp_plan_start_date))`)}
       from ssd_cp_plans a where ${inYear('cppl_cp_plan_start_date')}`,
        14,
        33,
      ],
      [
        'percent of leavers adopted',
        `select ${percent("clae_cla_episode_ceased_reason in ('E11', 'E12')")} from ssd_cla_episodes
       where clae_cla_episode_ceased_reason <> 'X1' and clae_cla_episode_ceased_date >= '2021-11-01'`,
        4,
        14,
      ],
      [
        'days from placement order to match',
        `select avg(day(perm_matched_date) - day(perm_placement_order_date)) from ssd_permanence
       where perm_permanence_order_date >= '2021-11-01'`,
        150,
        260,
      ],
      [
        'percent of social-work posts filled by agency',
        `select 100 * sum(fte::double) filter (filled_by = 'agency') / sum(fte::double) from workforce_posts
       where role like '%Social Work%' and ${openAt('from_date', 'to_date')}`,
        9,
        24,
      ],
      [
        'percent of social-work posts vacant',
        `select 100 * sum(fte::double) filter (filled_by = 'vacant') / sum(fte::double) from workforce_posts
       where role like '%Social Work%' and ${openAt('from_date', 'to_date')}`,
        9,
        24,
      ],
      [
        'August referrals against those of all months',
        `select 12.0 * count(*) filter (month(day(cine_referral_date)) = 8) / count(*) from ssd_cin_episodes
       where cine_referral_date >= '2016-11-01'`,
        0.6,
        0.9,
      ],
    ])('%s', async (_what, sql, low, high) => {
      const found = await county().number(sql);
      expect(found).toBeGreaterThan(low);
      expect(found).toBeLessThan(high);
    });
  });
}
