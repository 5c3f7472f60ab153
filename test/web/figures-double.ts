import type { z } from 'zod';
import {
  type Case,
  type CasesBehind,
  changeBetween,
  type Doubts,
  type DueCase,
  type DueList,
  type Figures,
  type FindingCount,
  type ListedFinding,
  type Observation,
  type Quality,
  type QualityState,
  type Unit,
} from '../../src/measure/index.ts';
import type { Definition, Indicator, Pack, Report, Target, Version } from '../../src/pack/index.ts';
import { camel } from '../../src/pack/schema/camel.ts';
import { reportSchema } from '../../src/pack/schema/report/index.ts';

/** A number from 0 to 1 that depends on the words alone. */
function chance(...words: (string | number)[]): number {
  let hash = 2166136261;
  for (const letter of words.join('|')) hash = Math.imul(hash ^ letter.charCodeAt(0), 16777619) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 15), 2246822519) >>> 0;
  return ((hash ^ (hash >>> 13)) >>> 0) / 4294967296;
}

const months = Array.from({ length: 36 }, (_, index) => {
  const count = 2023 * 12 + 10 + index;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
});

const districts = ['Coast', 'Hills and Vale', 'North', 'Southbridge'];
const teams = ['Assessment', 'Children in care', 'Safeguarding and family support'];
const units: Unit[] = [
  { code: 'CTY', name: 'Whole county', kind: 'authority', parent: null },
  ...districts.flatMap((district, d): Unit[] => [
    { code: `D${d + 1}`, name: district, kind: 'district', parent: 'CTY' },
    ...teams.map(
      (team, t): Unit => ({
        code: `T${d + 1}${t + 1}`,
        name: `${district} ${team.toLowerCase()}`,
        kind: 'team',
        parent: `D${d + 1}`,
      }),
    ),
  ]),
  { code: 'not-attributed', name: 'Not attributed', kind: 'not-attributed', parent: 'CTY' },
];
const leaves = units.filter(({ kind }) => kind === 'team' || kind === 'not-attributed');

type Shape = [
  id: string,
  title: string,
  theme: string,
  polarity: Definition['polarity'],
  measuredIn: Definition['measuredIn'],
  basis: string,
  level: number,
];
const shapes: Shape[] = [
  ['referrals-rate', 'Referrals per 10,000 children', 'referral', 'none', 'rate-per-10000', 'rolling-12-months', 24],
  [
    're-referrals',
    'Referrals with a previous referral within 12 months',
    'referral',
    'lower',
    'percent',
    'year-to-date',
    0.24,
  ],
  [
    'assessments-45-days',
    'Assessments completed within 45 working days',
    'referral',
    'higher',
    'percent',
    'year-to-date',
    0.79,
  ],
  ['assessments-overdue', 'Assessments in progress outside timescale', 'referral', 'lower', 'count', 'snapshot', 12],
  [
    'assessments-child-seen',
    'Children seen during their assessment',
    'referral',
    'higher',
    'percent',
    'year-to-date',
    0.96,
  ],
  ['assessments-stopped', 'Assessments stopped part-way', 'referral', 'lower', 'percent', 'month', 0.03],
  ['cin-rate', 'Children in need per 10,000 children', 'need', 'none', 'rate-per-10000', 'snapshot', 70],
  [
    'unallocated-cases',
    'Cases without a worker for more than 21 working days',
    'need',
    'lower',
    'count',
    'snapshot',
    3,
  ],
  ['cin-plans-reviewed', 'CIN plans reviewed in time', 'need', 'higher', 'percent', 'quarter', 0.71],
  [
    'cp-plan-rate',
    'Children with a CP plan per 10,000 children',
    'protection',
    'none',
    'rate-per-10000',
    'snapshot',
    8,
  ],
  [
    'cp-plans-18-months',
    'Current CP plans lasting 18 months or more',
    'protection',
    'lower',
    'percent',
    'snapshot',
    0.06,
  ],
  [
    'cp-repeat-24-months',
    'Plans begun within 24 months of an earlier plan',
    'protection',
    'target',
    'percent',
    'year-to-date',
    0.09,
  ],
  ['cp-reviews-on-time', 'CP plans reviewed in time', 'protection', 'higher', 'percent', 'snapshot', 0.97],
  [
    'cp-seen-20-days',
    'Children with a CP plan seen in the last 20 working days',
    'protection',
    'higher',
    'percent',
    'snapshot',
    0.91,
  ],
  [
    's47-to-conference',
    'S47 enquiries that went to an initial conference',
    'protection',
    'target',
    'percent',
    'year-to-date',
    0.35,
  ],
  ['icpc-15-days', 'ICPCs held within 15 working days', 'protection', 'higher', 'percent', 'year-to-date', 0.78],
  ['icpc-to-plan', 'ICPCs that led to a plan', 'protection', 'target', 'percent', 'year-to-date', 0.88],
  ['cla-rate', 'Children looked after per 10,000 children', 'care', 'none', 'rate-per-10000', 'snapshot', 10],
  [
    'cla-starters-before',
    'Children starting to be looked after who had been before',
    'care',
    'none',
    'percent',
    'year-to-date',
    0.12,
  ],
  ['cla-3-placements', 'Three or more placements in 12 months', 'care', 'lower', 'percent', 'snapshot', 0.1],
  ['cla-stable-2-years', 'Same placement for two years', 'care', 'higher', 'percent', 'snapshot', 0.66],
  ['cla-reviews-on-time', 'CLA reviews held in time', 'care', 'higher', 'percent', 'snapshot', 0.93],
  ['cla-dental-12-months', 'Dental check in the last 12 months', 'care', 'higher', 'percent', 'snapshot', 0.84],
  [
    'adoption-days-to-family',
    'Days from entering care to moving in with the adoptive family',
    'care',
    'lower',
    'average-days',
    'year-to-date',
    520,
  ],
  ['cla-leavers-adopted', 'Children leaving care who were adopted', 'care', 'higher', 'percent', 'year-to-date', 0.15],
  ['audits-completed', 'Case file audits completed', 'quality', 'higher', 'percent', 'year-to-date', 0.74],
  ['audits-adequate', 'Audits judged adequate or better', 'quality', 'higher', 'percent', 'year-to-date', 0.82],
  ['posts-agency', 'Social-work posts filled by agency staff', 'workforce', 'lower', 'percent', 'snapshot', 0.19],
  ['caseload-average', 'Children per social worker', 'workforce', 'lower', 'average', 'snapshot', 16],
  ['supervised-in-month', 'Social workers supervised in the month', 'workforce', 'higher', 'percent', 'month', 0.8],
];

const themes = [
  { id: 'referral', title: 'Referral and assessment' },
  { id: 'need', title: 'Children in need' },
  { id: 'protection', title: 'Child protection' },
  { id: 'care', title: 'Children looked after' },
  { id: 'quality', title: 'Quality assurance' },
  { id: 'workforce', title: 'Workforce' },
];

const isRate = (measuredIn: string): boolean => measuredIn.startsWith('rate-');
const population = 322_813;
/** Weights in the tests: posts count FTE, adoptions count days, everything else counts one. */
const isWeighted = (id: string): boolean => id === 'posts-agency';

function indicatorOf([id, title, theme, polarity, measuredIn, basis]: Shape): Indicator {
  const definition: Definition = {
    title,
    theme,
    polarity,
    measuredIn,
    basis,
    decimals: 1,
    cases: { from: theme, on: 'done_on', id: 'case_id' },
    ...(isRate(measuredIn) ? { denominator: { population: 'population_0_17' } } : {}),
    ...(measuredIn === 'percent' ? { numerator: 'working_days(started_on, done_on) <= 45' } : {}),
    ...(isWeighted(id) ? { weight: 'fte' } : {}),
    ...(measuredIn === 'average-days' ? { value: 'days_between(entered_care_on, moved_in_on)' } : {}),
    list: ['person_id', 'started_on', 'status'],
    findings: [],
    looksBackMonths: 0,
    source: 'Case system',
    counted: 'Everything of this kind recorded in the period, by the team that did it.',
    condition: 'Done within the time that guidance sets; the day it began counts as nought.',
    leftOut: 'Rows whose end lies before their beginning.',
    guide: 'Children who wait too long for a decision wait too long for help.',
  };
  const common = { comparable: true, note: '', hash: id, needs: new Map() };
  const versions: Version[] = [{ ...common, from: null, definition }];
  if (id === 'assessments-overdue') {
    versions.push({
      ...common,
      from: '2026-02-01',
      comparable: false,
      note: 'Drafts are no longer counted.',
      definition,
    });
  }
  return { id, versions };
}

function targetsOf([id, , , polarity, measuredIn, , level]: Shape): Target[] {
  if (id === 'cla-leavers-adopted' || id === 'assessments-stopped') return [];
  const scale =
    measuredIn === 'percent'
      ? 100
      : isRate(measuredIn)
        ? (12 / 322_813) * 10_000 * 13
        : measuredIn === 'count'
          ? 13
          : 1;
  const middle = Math.round(level * scale * (polarity === 'lower' ? 0.92 : polarity === 'higher' ? 1.03 : 1) * 2) / 2;
  const amber = polarity === 'higher' ? { amber: middle * 0.9 } : polarity === 'lower' ? { amber: middle * 1.25 } : {};
  const bands = polarity === 'target' ? { met_within: 2, near_within: 5 } : {};
  const common = { indicator: id, set_by: 'Director', reason: 'Service plan', ...amber, ...bands };
  return [
    { ...common, from: '2023-04-01', to: '2026-03-31', target: Math.round(middle * 0.98 * 2) / 2 },
    { ...common, from: '2026-04-01', target: middle },
  ];
}

/** What a team's cases add up to; a wave and a drift, so that lines have something to show. */
function sums([id, , , , measuredIn, basis, level]: Shape, unit: string, month: string): [number, number] {
  const at = months.indexOf(month);
  const drift = (chance(id, 'drift') - 0.45) * (at / 36) * 0.35 + Math.sin(at / 4 + chance(id) * 6) * 0.05;
  const lean = (chance(id, unit) - 0.5) * 0.22;
  const size = basis === 'year-to-date' ? 10 + ((at + 7) % 12) * 7 : 34;
  const many =
    unit === 'not-attributed' ? Math.round(chance(id, month) * 2) : Math.round(size * (0.6 + chance(unit) * 0.8));
  const noise = (chance(id, unit, month) - 0.5) * 0.1;
  const factor = Math.max(0, 1 + drift + lean + noise);
  if (measuredIn === 'percent') {
    const few = id === 'cp-repeat-24-months' || id === 'audits-adequate' ? Math.ceil(many / 9) : many;
    return [Math.min(few, Math.round(few * Math.min(level * factor, 1))), few];
  }
  if (measuredIn === 'average-days') return [Math.round(level * factor) * Math.ceil(many / 40), Math.ceil(many / 40)];
  if (measuredIn === 'average') return [Math.round(level * factor * many), many];
  const number =
    unit === 'not-attributed' ? Math.round(many / 2) : Math.round(level * factor * (isRate(measuredIn) ? 3 : 1));
  return [number, 0];
}

/** The days of the work that waits, by what each is for; the extract is of 31 October 2026, a Saturday. */
const dueDays: readonly (readonly [indicator: string, dueOn: string, left: number, counts: DueCase['counts']])[] = [
  ['assessments-45-days', '2026-10-27', -3, 'working-days'],
  ['cp-seen-20-days', '2026-11-02', 1, 'working-days'],
  ['assessments-45-days', '2026-11-03', 2, 'working-days'],
  ['cp-reviews-on-time', '2026-11-20', 20, 'days'],
  ['cp-plans-18-months', '2027-02-14', 106, 'days'],
];

/** Work of every team, by two workers and of one case by nobody known. */
const dueOf = (unit: string): DueList => ({
  asAt: '2026-10-31',
  cases: dueDays.flatMap(([indicator, dueOn, left, counts], day) =>
    below(unit).map(({ code }, place) => ({
      indicator,
      caseId: `${code}-${indicator === 'cp-plans-18-months' ? '=' : ''}${day}`,
      person: `P${code}${place}`,
      unit: code,
      worker: code === 'not-attributed' ? null : `W-${code}-${day % 2}`,
      dueOn,
      left,
      counts,
    })),
  ),
  without: [{ indicator: 'supervised-in-month', reason: 'The extract has no table supervisions' }],
});

/** The same a month before, of which the late assessments are new and a plan is gone. */
const earlierDueOf = (unit: string): DueList => {
  const now = dueOf(unit);
  const [, ...kept] = Map.groupBy(now.cases, ({ dueOn }) => dueOn).values();
  const done = kept.at(-1)?.map((one) => ({ ...one, caseId: `${one.caseId}-done`, dueOn: '2026-10-15' })) ?? [];
  return { ...now, asAt: '2026-09-30', cases: [...kept.flat(), ...done] };
};

/** Every state there is, each at a known place. */
const uncollected = new Map([['supervised-in-month', 'The extract has no table supervisions']]);
const below = (unit: string): Unit[] =>
  leaves.filter(({ code, parent }) => code === unit || parent === unit || unit === 'CTY');

/** A report as its file would give it. */
export const reportOf = (file: z.input<typeof reportSchema>): Report => camel(reportSchema.parse(file));

export interface DoubleOptions {
  readonly synthetic?: boolean;
  readonly report?: Report;
}

/** Invented figures, the same every time: 30 indicators, 36 months, a county of four districts with three teams each. */
export function figuresDouble({ synthetic = true, report }: DoubleOptions = {}): Figures {
  const shapeOf = new Map(shapes.map((shape) => [shape[0], shape]));
  const pack: Pack = {
    mappings: new Map(),
    observations: [],
    overrides: [],
    comparators: [],
    comments: [],
    printed: [],
    id: 'double',
    title: 'Children’s services',
    version: '1.0.0',
    exclude: [],
    financialYearStart: 4,
    themes,
    glossary: {
      CIN: 'child in need',
      CP: 'child protection',
      CLA: 'child looked after',
      ICPC: 'initial child protection conference',
      S47: 'enquiry under section 47 of the Children Act 1989',
      NFA: 'no further action',
    },
    folder: '',
    datasets: new Map(),
    views: new Map(),
    indicators: new Map(shapes.map((shape) => [shape[0], indicatorOf(shape)])),
    targets: shapes.flatMap(targetsOf),
    units: [],
    benchmarks: { tables: new Map(), population: null, indicators: new Map() },
    checks: new Map([[check.id, check]]),
    schemes: new Map(),
    labels: new Map(),
    reports: new Map(report === undefined ? [] : [[report.id, report]]),
  };
  const observation = (indicator: string, unit: string, month: string): Observation | undefined => {
    const shape = shapeOf.get(indicator);
    if (shape === undefined || !months.includes(month) || !units.some(({ code }) => code === unit)) return undefined;
    const measuredIn = shape[4];
    const common = { indicator, unit, month };
    const reason = uncollected.get(indicator);
    if (reason !== undefined)
      return { ...common, numerator: null, denominator: null, value: null, state: 'not-collected', reason };
    const parts = below(unit).map(({ code }) => sums(shape, code, month));
    const numerator = parts.reduce((sum, [part]) => sum + part * 1, 0);
    const total = parts.reduce((sum, [, part]) => sum + part, 0);
    const weigh = (sum: number): number => (isWeighted(indicator) ? (sum * 8) / 10 : sum);
    if (measuredIn === 'count')
      return { ...common, numerator, denominator: null, value: numerator, state: 'value', reason: null };
    if (isRate(measuredIn)) {
      return unit === 'CTY'
        ? {
            ...common,
            numerator,
            denominator: population,
            value: (numerator * 10_000) / population,
            state: 'value',
            reason: null,
          }
        : {
            ...common,
            numerator,
            denominator: null,
            value: null,
            state: 'no-denominator',
            reason: 'No population for this unit',
          };
    }
    if (total === 0)
      return {
        ...common,
        numerator: 0,
        denominator: 0,
        value: null,
        state: 'no-cases',
        reason: 'No cases to count in this period',
      };
    const value = (weigh(numerator) * (measuredIn === 'percent' ? 100 : 1)) / weigh(total);
    return { ...common, numerator: weigh(numerator), denominator: weigh(total), value, state: 'value', reason: null };
  };
  return {
    pack,
    asAt: '2026-10-31',
    synthetic,
    sources: [
      { source: 'ssd', format: 'csv', loadedAt: '2026-11-03T08:12:00Z', asAt: '2026-10-31', findings: 412 },
      { source: 'workforce', format: 'csv', loadedAt: '2026-11-03T08:14:00Z', asAt: '2026-10-31', findings: 3 },
    ],
    months,
    units: () => units,
    observation,
    quality: async () => [quality],
    doubts: async (indicator) => doubtsOf(indicator),
    due: async (unit) => dueOf(unit),
    dueChange: async (unit) => changeBetween(earlierDueOf(unit), dueOf(unit)),
    async cases(indicator, unit, month): Promise<CasesBehind> {
      const shape = shapeOf.get(indicator);
      if (shape === undefined || uncollected.has(indicator)) return { indicator, unit, month, columns: [], cases: [] };
      const cases = below(unit).flatMap(({ code }) => casesOf(shape, code, month));
      return { indicator, unit, month, columns: ['person_id', 'started_on', 'status'], cases };
    },
  };
}

const check = {
  id: 'end-before-start',
  title: 'The end lies before the start',
  says: 'It ends before it begins',
  remedy: 'Correct the start or the end.',
  severity: 'impossible' as const,
  on: [],
};

const counts: FindingCount[] = [
  {
    kind: 'check',
    code: check.id,
    severity: 'impossible',
    dataset: 'plans',
    column: 'ended_on',
    team: 'T11',
    count: 60,
  },
  { kind: 'check', code: check.id, severity: 'impossible', dataset: 'plans', column: 'ended_on', team: null, count: 3 },
  {
    kind: 'load',
    code: 'date-unreadable',
    severity: 'refused-value',
    dataset: null,
    column: null,
    team: null,
    count: 2,
  },
];

/** A state of the extracts, with as many findings as given times those of today. */
function stateOf(loadedAt: string, times: number): QualityState {
  return {
    authority: 'CTY',
    asAt: '2026-10-31',
    loadedAt,
    extracts: [loadedAt],
    rows: 5000,
    tables: [{ dataset: 'plans', source: 'ssd', rows: 5000, from: '2020-04-01', to: '2026-10-31' }],
    counts: counts.map((one) => ({ ...one, count: one.count * times })),
    notChecked: [{ check: 'plans-overlap', dataset: 'plans', reason: 'Plans reach back less far' }],
  };
}

function listOf(): ListedFinding[] {
  return counts.flatMap(({ kind, code, severity, dataset, column, team, count }) =>
    Array.from({ length: count }, (_, index) => ({
      ...{ authority: 'CTY', source: 'ssd', kind, code, severity, dataset, column, team, value: null },
      file: kind === 'load' ? 'plans.csv' : null,
      row: kind === 'load' ? index + 2 : null,
      key: kind === 'load' ? null : `=K${index + 1}`,
      person: kind === 'load' ? null : '••• (5 characters)',
      message: kind === 'load' ? 'No date' : check.says,
      remedy: check.remedy,
    })),
  );
}

const quality: Quality = {
  current: stateOf('2026-11-03T08:12:00Z', 1),
  earlier: [stateOf('2026-10-03T08:12:00Z', 2)],
  async *list(filter = {}) {
    yield listOf().filter(
      ({ code, dataset, team }) =>
        code === (filter.code ?? code) &&
        dataset === (filter.dataset ?? dataset) &&
        (filter.team === undefined || team === filter.team),
    );
  },
};

function doubtsOf(indicator: string): Doubts | null {
  if (indicator !== 'assessments-45-days') return null;
  return { cases: 340, doubtful: 12, byCode: [{ code: check.id, cases: 12 }], onReading: 1 };
}

function casesOf(shape: Shape, unit: string, month: string): Case[] {
  const [id, , , , measuredIn] = shape;
  const [numerator, denominator] = sums(shape, unit, month);
  const whole = measuredIn === 'percent';
  const days = measuredIn === 'average-days';
  const count = whole || days ? denominator : numerator;
  return Array.from({ length: count }, (_, index) => ({
    caseId: `${unit}-${String(index + 1).padStart(4, '0')}`,
    unit,
    date: `${month}-${String((index % 28) + 1).padStart(2, '0')}`,
    inNumerator: whole ? index < numerator : true,
    weight: days ? numerator / denominator : isWeighted(id) ? 0.8 : 1,
    columns: [
      `P${Math.floor(chance(id, unit, index) * 1e6)}`,
      `${month}-01`,
      index % 9 === 0 ? '=late, "noted"' : null,
    ],
  }));
}
