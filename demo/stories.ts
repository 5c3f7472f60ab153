import { type DayNumber, firstOfMonth, partsOf } from './days.ts';
import { monthsEarlier, type Organisation, type Team, teamsOf } from './organisation.ts';

/** What happened in the county that its figures show. Days are counted back from the as-at date. */
export interface Stories {
  /** A team without a manager: how far its work has slipped on a day, from 0 (as usual) to 1 (worst). */
  drift(team: Team, day: DayNumber): number;
  readonly driftTeam: Team;
  readonly managerLeft: DayNumber;
  readonly managerBack: DayNumber;
  /** Visits of this team from this day on are not yet recorded. */
  readonly lateTeam: Team;
  readonly lateFrom: DayNumber;
  /** From this day audits say "requires improvement to be good" where they said "adequate" before. */
  readonly gradeRenamed: DayNumber;
  /** The district whose records are poor: missing teams, unknown codes, missing dates. */
  readonly poorDistrict: number;
  /** A provider of placements closed in this district; placements there are unsettled from then to `unsettledTo`. */
  readonly closureDistrict: number;
  readonly providerClosed: DayNumber;
  readonly unsettledTo: DayNumber;
  /** Two family support teams were made one. */
  readonly mergedTeam: Team;
}

const driftMonths = { before: 20, back: 10 };
const rampDays = 75;
const recoveryDays = 240;
const remaining = 0.3;

/** Sets the stories of an authority; marks the merged team in the organisation. */
export function storiesOf(organisation: Organisation, asAt: DayNumber): Stories {
  const [first, second, third] = [0, 1, 2].map((district) => teamsOf(organisation, 'family', district));
  const driftTeam = first?.at(-1);
  const lateTeam = second?.[0];
  const [mergedTeam, mergesInto] = third ?? [];
  if (!driftTeam || !lateTeam || !mergedTeam || !mergesInto) throw new Error('The demo needs two teams in a district.');
  mergedTeam.mergesOn = monthsEarlier(asAt, 30);
  mergedTeam.mergesInto = mergesInto;
  const managerLeft = monthsEarlier(asAt, driftMonths.before);
  const managerBack = monthsEarlier(asAt, driftMonths.back);
  return {
    driftTeam,
    managerLeft,
    managerBack,
    drift: (team, day) => {
      if (team !== driftTeam || day < managerLeft) return 0;
      if (day < managerBack) return Math.min(1, (day - managerLeft) / rampDays);
      return Math.max(remaining, 1 - (day - managerBack) / recoveryDays);
    },
    lateTeam,
    lateFrom: asAt - 20,
    gradeRenamed: firstOfMonth((partsOf(asAt).year - 3) * 12 + 3),
    poorDistrict: 3,
    closureDistrict: 1,
    providerClosed: monthsEarlier(asAt, 16),
    unsettledTo: monthsEarlier(asAt, 3),
    mergedTeam,
  };
}
