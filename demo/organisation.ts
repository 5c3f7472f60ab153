import { type DayNumber, firstOfMonth, monthNumber } from './days.ts';
import { counties } from './names.ts';

export type TeamKind =
  | 'front-door'
  | 'assessment'
  | 'family'
  | 'care'
  | 'disability'
  | 'uasc'
  | 'adoption'
  | 'leaving-care';

export interface Team {
  readonly id: string;
  readonly name: string;
  readonly kind: TeamKind;
  /** Number of the district, or null for a county-wide team. */
  readonly district: number | null;
  /** Social-work posts per 10,000 children of the team's area, shared with the district's other teams of the kind. */
  readonly share: number;
  /** A team merged into another works until the day before. */
  mergesOn: DayNumber | null;
  mergesInto: Team | null;
}

export interface District {
  readonly id: string;
  readonly name: string;
  /** Share of the county's children. */
  readonly share: number;
}

export interface Organisation {
  /** Code of the authority and of the root department. */
  readonly code: string;
  readonly name: string;
  readonly county: string;
  readonly population: number;
  readonly districts: readonly District[];
  readonly teams: readonly Team[];
}

const districtShares = [0.27, 0.23, 0.28, 0.22];
const populationPerFamilyTeam = 20_000;
const populationPerAssessmentTeam = 40_000;
const countyTeams: readonly (readonly [TeamKind, string, string])[] = [
  ['front-door', 'MASH', 'Front door (MASH)'],
  ['disability', 'CWD', 'Children with disabilities'],
  ['uasc', 'UASC', 'Unaccompanied children'],
  ['adoption', 'ADOPT', 'Adoption'],
  ['leaving-care', 'LEAVE', 'Leaving care'],
];

/** The authority of a call by its place in it (0 for the first): a root, four districts, their teams and county-wide teams. */
export function organisationOf(place: number, population: number): Organisation {
  const county = counties[place % counties.length];
  if (county === undefined) throw new Error('The demo has no county names.');
  const round = Math.floor(place / counties.length);
  const countyName = round === 0 ? county.name : `${county.name} ${round + 1}`;
  const districts = county.districts.map((name, i) => ({ id: `D${i + 1}`, name, share: districtShares[i] ?? 0.25 }));
  const teams: Team[] = [];
  // An id says district, kind and number, so that it names the same team whatever the size of the county.
  const add = (kind: TeamKind, id: string, name: string, district: number | null, share: number): void => {
    teams.push({ id, name, kind, district, share, mergesOn: null, mergesInto: null });
  };
  districts.forEach((district, i) => {
    const children = population * district.share;
    const assessment = Math.max(1, Math.round(children / populationPerAssessmentTeam));
    const family = Math.max(2, Math.round(children / populationPerFamilyTeam));
    for (let n = 1; n <= assessment; n++)
      add('assessment', `${district.id}A${n}`, `${district.name} assessment ${n}`, i, 1 / assessment);
    for (let n = 1; n <= family; n++)
      add('family', `${district.id}F${n}`, `${district.name} family support ${n}`, i, 1 / family);
    add('care', `${district.id}C`, `${district.name} children in care`, i, 1);
  });
  for (const [kind, id, name] of countyTeams) add(kind, id, name, null, 1);
  return {
    code: `X1${String(place + 1).padStart(7, '0')}`,
    name: `${countyName} County Council children's services`,
    county: countyName,
    population,
    districts,
    teams,
  };
}

/** The teams of a kind, in a district or county-wide. */
export function teamsOf(organisation: Organisation, kind: TeamKind, district: number | null): readonly Team[] {
  return organisation.teams.filter((team) => team.kind === kind && team.district === district);
}

/** The team that does the work of `team` on a day: itself, or the one it was merged into. */
export function workingTeam(team: Team, day: DayNumber): Team {
  return team.mergesOn !== null && team.mergesInto !== null && day >= team.mergesOn ? team.mergesInto : team;
}

/** The first day of the month that lies so many months before the month of `day`. */
export function monthsEarlier(day: DayNumber, months: number): DayNumber {
  return firstOfMonth(monthNumber(day) - months);
}
