import { describe, expect, test } from 'vitest';
import { type Arithmetic, agrees, type PublishedSeries } from '../../src/benchmark/index.ts';
import { files, loaded, seriesOf, temporaryFolder } from './published.ts';

/** How many figures of authorities were checked, and those that are not what their count gives. */
function check(series: PublishedSeries, arithmetic: Arithmetic) {
  const authorities = [...series.areas].filter(([area]) => /^\d{3}$/.test(area));
  const results = authorities.flatMap(([area, values]) =>
    [...values.values()].map((value) => ({
      area,
      period: value.period,
      text: value.text,
      agrees: agrees(value, arithmetic),
    })),
  );
  return {
    checked: results.filter((one) => one.agrees !== null).length,
    wrong: results.filter((one) => one.agrees === false),
  };
}

const percent = { scale: 100, decimals: 1 };

describe('published percentages are what their counts give, half up', () => {
  test.each([
    ['2025', 'rereferral_percent', 'rereferral_count', 'referral_count', 1948],
    ['2025', 'no_further_action_percent', 'no_further_action_count', 'referral_count', 1873],
    ['2025', 'not_in_need_percent', 'not_in_need_count', 'referral_count', 1940],
    ['2025', 'rereferral_child_percent', 'rereferral_child_count', 'referral_child_count', 1952],
    ['2024', 'Re_referrals_percent', 'Re_referrals', 'Referrals', 1795],
    ['2024', 'No_Further_Action_percent', 'No_Further_Action', 'Referrals', 1729],
    ['2024', 'Not_in_Need_percent', 'Not_in_Need', 'Referrals', 1787],
    ['2024', 'Re_referrals_child_percent', 'Re_referrals_child', 'Referrals_child', 1800],
  ])('referrals, release of %s: %s', async (year, value, numerator, denominator, rows) => {
    const data = temporaryFolder();
    await loaded(data, files(`c1_children_in_need_referrals_and_rereferrals_2013_to_${year}`));
    const series = await seriesOf(data, { value: [value], numerator: [numerator], denominator: [denominator] });
    expect(check(series, percent)).toEqual({ checked: rows, wrong: [] });
  });

  test('children looked after, long form', async () => {
    const data = temporaryFolder();
    await loaded(data, files('cla_'));
    const kinds = [
      'Children ceasing to be looked after each year',
      'Children looked after on 31 March each year',
      'Children starting to be looked after each year',
    ];
    const checks = [];
    for (const kind of kinds) {
      const categories = [{ column: ['population_type'], is: [kind] }];
      const series = await seriesOf(data, {
        value: ['rate_per_10000'],
        numerator: ['children_count'],
        denominator: ['population_estimate'],
        categories,
      });
      checks.push(check(series, { scale: 10_000, decimals: 0 }));
    }
    expect(checks.flatMap(({ wrong }) => wrong)).toEqual([]);
    expect(checks.reduce((sum, { checked }) => sum + checked, 0)).toBe(2267);
  });

  test('care leavers, whose denominator is the total row', async () => {
    const data = temporaryFolder();
    await loaded(data, files('la_care_leavers'));
    const breakdowns = [
      'Accommodation considered suitable',
      'Accommodation considered unsuitable',
      'No information',
      'Suitability total',
    ];
    const checks = [];
    for (const age of ['17 to 18 years', '19 to 21 years']) {
      const ages = { column: ['care_leaver_age'], is: [age] };
      for (const breakdown of breakdowns) {
        const series = await seriesOf(data, {
          value: ['care_leaver_percent'],
          numerator: ['care_leaver_count'],
          denominator: ['care_leaver_count'],
          categories: [ages, { column: ['breakdown'], is: [breakdown] }],
          denominatorCategories: [ages, { column: ['breakdown'], is: ['Suitability total', 'Total', 'All'] }],
        });
        checks.push(check(series, { scale: 100, decimals: 0 }));
      }
    }
    expect(checks.flatMap(({ wrong }) => wrong)).toEqual([]);
    // 4,605 numbers, and 13 that round to 0 without being it.
    expect(checks.reduce((sum, { checked }) => sum + checked, 0)).toBe(4618);
  });

  test.each([
    ['turnover_rate_fte', 'leavers_fte', 'inpost_fte', { ...percent, roundedTo: 0.1 }],
    ['turnover_rate_headcount', 'leavers_headcount', 'inpost_headcount', percent],
    ['agency_rate_fte', 'agency_fte', 'inpost_fte', { ...percent, roundedTo: 0.1, apart: true }],
    ['agency_rate_headcount', 'agency_headcount', 'inpost_headcount', { ...percent, apart: true }],
    ['agency_cover_rate_fte', 'agency_cover_fte', 'agency_fte', { ...percent, roundedTo: 0.1 }],
    ['vacancy_rate_fte', 'vacancy_fte', 'inpost_fte', { ...percent, roundedTo: 0.1, apart: true }],
    ['vacancy_agency_cover_rate_fte', 'agency_cover_fte', 'vacancy_fte', { ...percent, roundedTo: 0.1 }],
    ['caseload_fte', 'cases', 'case_holders_fte', { scale: 1, decimals: 1, roundedTo: 0.1 }],
  ])(
    'workforce, within what rounded full-time equivalents can stand for: %s',
    async (value, numerator, denominator, arithmetic) => {
      const data = temporaryFolder();
      await loaded(data, files('csww_'));
      const { checked, wrong } = check(
        await seriesOf(data, { value: [value], numerator: [numerator], denominator: [denominator] }),
        arithmetic,
      );
      expect(wrong).toEqual([]);
      expect(checked).toBeGreaterThan(1200);
    },
  );
});
