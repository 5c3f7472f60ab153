import { addToMonth } from '../../../src/calendar/index.ts';
import type { AnyChartData, Caption } from '../../../src/document/index.ts';

/** One of each chart and of each hard case, with made-up figures of no real place. */
const months = Array.from({ length: 24 }, (_, index) => addToMonth('2024-11', index));
const caption: Caption = {
  measure: 'Percentage, year to date',
  area: 'Whole county',
  period: 'November 2024 to October 2026',
  source: 'case records, extract of 31 October 2026',
};
const percent = { measuredIn: 'percent', decimals: 1 } as const;
const count = { measuredIn: 'count', decimals: 0 } as const;
const flat = (value: number, length: number = 24): number[] => Array.from({ length }, () => value);
const wave = months.map((_, index) =>
  index === 7 || index === 8 ? null : Number((75 + 6 * Math.sin(index / 3) + index / 8).toFixed(2)),
);
const steps = months.map((_, index) => (index < 17 ? 80 : 85));
const flow = (from: number, by: number, swing: number, turn: number): number[] =>
  months.map((_, index) => Math.round(from + by * index + swing * Math.sin(index / turn)));
/** Made, not drawn by lot: sizes from 8 to 650, with two good and two poor units among forty. */
const manyUnits = Array.from({ length: 40 }, (_, index) => {
  const size = 8 + ((index * 73) % 643);
  const lean = index === 5 ? 0.16 : index === 31 ? -0.2 : index === 12 ? 0.09 : ((index * 37) % 21) / 210 - 0.05;
  return { label: `Team ${String(index + 1).padStart(2, '0')}`, size, cases: Math.round(size * (0.72 + lean)) };
});
const longName = 'Safeguarding and family support service for the coast and the islands, Canterbury';
const trend = { kind: 'trend', caption, scale: percent, months } as const;
const grades = ['Outstanding', 'Good', 'Requires improvement', 'Inadequate'];

export const samples: Readonly<Record<string, AnyChartData>> = {
  trend: {
    ...trend,
    main: { name: 'Whole county', values: wave, missing: wave.map((v) => (v === null ? 'not collected' : null)) },
    benchmarks: [
      { name: 'Statistical neighbours', values: months.map((_, i) => (i % 12 === 4 ? 78 + i / 4 : null)) },
      { name: 'South East', values: flow(73, 0.1, 1, 5) },
      { name: 'England', values: flow(70, 0.12, 0, 5) },
    ],
    target: steps,
    breaks: [{ index: 14, label: 'Definition changed, Jan 2026' }],
    marks: [
      { index: 20, mark: 'restated' },
      { index: 22, mark: 'provisional' },
      { index: 23, mark: 'provisional' },
    ],
  },
  'trend-tolerance': {
    ...trend,
    caption: { ...caption, measure: 'Rate per 10,000' },
    scale: { measuredIn: 'rate-per-10000', decimals: 1 },
    main: { name: 'Whole county', values: flow(52, 0.6, 5, 2) },
    target: flat(58),
    tolerance: {
      label: 'Tolerance 52 to 64',
      low: months.map((_, index) => (index < 12 ? 50 : 52)),
      high: months.map((_, index) => (index < 12 ? 66 : 64)),
    },
  },
  'trend-range': {
    ...trend,
    main: { name: 'Whole county', values: wave },
    target: flat(85),
    targetHigh: flat(88),
    amber: flat(72),
  },
  'trend-quarters': {
    ...trend,
    months: ['2025-06', '2025-09', '2025-12', '2026-03', '2026-06', '2026-09'],
    periods: ['Q1 2025/26', 'Q2 2025/26', 'Q3 2025/26', 'Q4 2025/26', 'Q1 2026/27', 'Q2 2026/27'],
    main: { name: 'Contract area', values: [61.2, 64.4, null, 68.9, 70.1, 74.6] },
    target: [70, 70, 70, 70, 75, 75],
  },
  'trend-years': {
    ...trend,
    scale: { measuredIn: 'average-days', decimals: 0 },
    months: ['2024-03', '2025-03', '2026-03'],
    periods: ['2023/24', '2024/25', '2025/26'],
    main: { name: longName, values: [561, 533, 498] },
    benchmarks: [{ name: 'England', values: [502, 497, 490] }],
  },
  'trend-one-point': {
    ...trend,
    months: ['2026-10'],
    main: { name: 'Whole county', values: [71.4] },
    target: [80],
  },
  'trend-all-equal': { ...trend, main: { name: 'Whole county', values: flat(100) }, target: flat(100) },
  'trend-none': { ...trend, main: { name: 'Whole county', values: months.map(() => null) } },
  'trend-negative': {
    ...trend,
    scale: count,
    caption: { ...caption, measure: 'Children who came less children who left' },
    main: { name: 'Net change', values: flow(-2, 0.4, 9, 2) },
  },
  'trend-huge': {
    ...trend,
    scale: count,
    main: { name: 'Spending', values: flow(1_204_000_000, 9_000_000, 40_000_000, 2) },
  },
  process: {
    kind: 'process',
    caption: { ...caption, notes: ['Limits: mean and 2.66 times the mean moving range.'] },
    scale: percent,
    months,
    points: wave,
    limits: [
      { from: 0, to: 14, mean: 74, lower: 66, upper: 79.5, isTrial: false },
      { from: 14, to: 24, mean: 78, lower: 70, upper: 86, isTrial: true },
    ],
    signals: wave.map((value, index) => (index < 14 && value !== null && value > 79.5 ? 'above the upper limit' : '')),
    targets: flat(85),
    breaks: [{ index: 14, label: 'New range, Jan 2026' }],
  },
  bars: {
    kind: 'bars',
    caption: { ...caption, period: 'October 2026' },
    scale: percent,
    things: 'teams',
    bars: [
      { label: 'North', value: 81.2, note: 'of 612' },
      { label: 'Coast', value: 76.4, note: 'of 301' },
      { label: longName, value: 59.8, note: 'of 160', own: true },
      { label: 'Islands', value: null, missing: 'suppressed' },
      { label: 'South', value: null, missing: 'no cases' },
    ],
    reference: { label: 'Whole county', value: 73.8 },
  },
  'bars-forty': {
    kind: 'bars',
    caption,
    scale: percent,
    things: 'teams',
    bars: manyUnits
      .map(({ label, size, cases }) => ({ label, value: (100 * cases) / size, note: `of ${size}` }))
      .toSorted((a, b) => b.value - a.value),
    reference: { label: 'Whole county', value: 72.6 },
  },
  'bars-negative': {
    kind: 'bars',
    caption: { ...caption, measure: 'Change on a year earlier' },
    scale: count,
    bars: [
      { label: 'North', value: 41 },
      { label: 'Coast', value: -12 },
      { label: 'South', value: -33 },
    ],
  },
  stacked: {
    kind: 'stacked',
    caption: { ...caption, measure: 'Children in care by grade of the home they live in', period: '31 October 2026' },
    categories: grades,
    rowsAre: 'Area',
    of: 'children',
    rows: [
      { label: 'Whole county', amounts: [112, 540, 171, 23], own: true },
      { label: 'North', amounts: [40, 221, 60, 3] },
      { label: 'Coast', amounts: [31, 160, 55, 9] },
      { label: 'Islands', amounts: [null, 12, null, 0], missing: 'suppressed' },
      { label: 'South', amounts: [41, 147, 56, 11] },
      { label: 'Hill', amounts: [0, 0, 0, 0], missing: 'no children' },
    ],
  },
  'stacked-bands': {
    kind: 'stacked',
    caption: { ...caption, measure: 'Reports filed by time taken' },
    categories: ['Within 2 days', '3 to 7 days', '8 to 28 days', '29 to 56 days', '57 to 84 days', 'Over 84 days'],
    rowsAre: 'Year',
    decimals: 1,
    rows: [
      { label: '2023/24', amounts: [11.2, 20.4, 30.1, 22.3, 10, 6] },
      { label: '2024/25', amounts: [14, 24.5, 31, 19, 8, 3.5] },
      { label: '2025/26', amounts: [19, 27, 30.2, 15.8, 6, 2] },
    ],
  },
  'stacked-forty': {
    kind: 'stacked',
    caption,
    categories: ['Met', 'Near', 'Missed'],
    rowsAre: 'Team',
    of: 'cases',
    rows: manyUnits.map(({ label, size, cases }, index) => ({
      label: index === 3 ? longName : label,
      amounts: [cases, Math.floor((size - cases) / 3), size - cases - Math.floor((size - cases) / 3)],
    })),
  },
  combined: {
    kind: 'combined',
    caption: { ...caption, measure: 'Number a month' },
    scale: count,
    months,
    series: [
      { name: 'C1 applications', values: flow(205, 1.2, 18, 1.9) },
      { name: 'Section 7 requests', values: flow(140, -0.4, 9, 1.4) },
      { name: 'Dispute resolution meetings', values: flow(128, -0.6, 14, 2.3) },
      { name: 'Section 16A risk assessments', values: flow(36, 0.5, 5, 1.6).map((v, i) => (i < 6 ? null : v)) },
    ],
  },
  'combined-bars': {
    kind: 'combined',
    caption: { ...caption, measure: 'Number a month' },
    scale: count,
    months,
    series: [
      { name: 'Referrals', values: flow(205, 1.2, 18, 1.9), as: 'bars' },
      { name: 'Assessments begun', values: flow(140, 1.9, 9, 1.4) },
    ],
    breaks: [{ index: 12, label: 'Early help counted apart from Nov 2025' }],
  },
  'combined-one-point': {
    kind: 'combined',
    caption,
    scale: count,
    months: ['2026-10'],
    series: [
      { name: 'Referrals', values: [240], as: 'bars' },
      { name: 'Assessments', values: [190] },
    ],
  },
  funnel: {
    kind: 'funnel',
    caption: { ...caption, measure: 'Assessments completed in time', period: '12 months to October 2026' },
    scale: percent,
    things: 'teams',
    sizeLabel: 'Assessments completed',
    units: manyUnits,
    centre: { label: 'Whole county', value: 72.6 },
  },
  'funnel-rate': {
    kind: 'funnel',
    caption: { ...caption, measure: 'Children with a protection plan, rate per 10,000' },
    scale: { measuredIn: 'rate-per-10000', decimals: 1 },
    things: 'districts',
    sizeLabel: 'Population under 18',
    units: [
      { label: 'Northdown', size: 31_200, cases: 141 },
      { label: 'Coast', size: 22_800, cases: 171 },
      { label: 'Islands', size: 1_900, cases: null, missing: 'suppressed' },
      { label: 'Southmere', size: 41_500, cases: 160 },
      { label: 'Hill', size: 9_400, cases: 38 },
      { label: 'Vale of Whitewater', size: 12_300, cases: 25 },
    ],
  },
  'funnel-one': {
    kind: 'funnel',
    caption,
    scale: percent,
    sizeLabel: 'Assessments completed',
    units: [{ label: 'North', size: 9, cases: 6 }],
  },
  spark: { kind: 'spark', caption, scale: percent, months, values: wave, targets: steps, breaks: [14] },
};
