import { addMonths, type DayNumber, firstOfMonth, monthNumber, partsOf } from '../days.ts';
import type { ServiceArea, Team } from './organisation.ts';

/** Requests that arrive from courts; section 7 requests come besides from meetings. */
export const requestKinds = [
  'care',
  'supervision',
  'adoption',
  'placement',
  'emergency',
  'secure',
  'section-8',
  'section-7',
  'rule-9-5',
] as const;
export type RequestKind = (typeof requestKinds)[number];

/** What happens in the agency that a board would want to find. */
export interface Stories {
  /** Demand of a kind in a service area against that of the year before the last, 1 where it is the same. */
  demand(kind: RequestKind | 'meeting' | 'hours' | 'assistance', at: ServiceArea, day: DayNumber): number;
  /** Chance that a section 31 request is allocated within 2 working days. */
  prompt(at: ServiceArea, day: DayNumber): number;
  /** Chance that a case waits for a new practitioner when one leaves it. */
  handOver(at: ServiceArea, day: DayNumber): number;
  /** How long section 7 reports take against the team's own time, 1 where it is the same. */
  filing(day: DayNumber): number;
  /** Chance of a long-term absence in a year, for each member of staff. */
  longAbsence(team: Team, day: DayNumber): number;
}

const changes: Readonly<Record<string, number>> = {
  care: 0.745,
  supervision: 0.84,
  adoption: 0.945,
  'section-8': 0.956,
  'section-7': 0.94,
  'rule-9-5': 1.02,
  meeting: 1.04,
  hours: 1.12,
  assistance: 1.35,
};

const changesBy: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  meeting: { N8: 1.4, C6: 1.58, S2: 1.32 },
  hours: { N5: 1.85, C5: 2.1, S2: 1.5 },
  'rule-9-5': { CENTRAL: 1.43, N8: 1.5, S3: 1.4 },
  assistance: { CENTRAL: 1.64 },
};

/** The financial year of a day, by the year it begins in. */
function financialYear(day: DayNumber): number {
  return partsOf(addMonths(day, -3)).year;
}

/** Section 7 reports take this much of a team's own time at first, and at the end of the two years to the as-at date. */
const [slow, quick] = [1.12, 0.94];
const quickening = 730;

/**
 * The stories of an agency whose records end on a day. From the April of its last financial year demand changes, by kind and
 * by place. From nine months before the end a service area in the north loses staff to sickness and retirement; another in
 * the south has vacancies all along, which leave cases between two practitioners. Over the last two years section 7 reports are
 * filed sooner.
 */
export function storiesOf(asAt: DayNumber): Stories {
  const year = financialYear(asAt);
  const drift = addMonths(firstOfMonth(monthNumber(asAt)), -9);
  return {
    demand(kind, { code, area }, day) {
      if (financialYear(day) < year) return 1;
      const by = changesBy[kind];
      return by?.[code] ?? by?.[area] ?? changes[kind] ?? 1;
    },
    prompt: ({ code, prompt }, day) =>
      code === 'N3' && day >= drift ? 0.46 : prompt - (financialYear(day) < year ? 0.08 : 0),
    handOver: ({ code }, day) => (code === 'S5' ? 0.5 : financialYear(day) < year ? 0.09 : 0.05),
    filing: (day) => slow - (slow - quick) * Math.min(1, Math.max(0, 1 - (asAt - day) / quickening)),
    longAbsence: ({ serviceArea }, day) => (serviceArea.code === 'N3' && day >= drift ? 0.2 : 0.045),
  };
}
