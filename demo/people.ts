import { type DayNumber, iso } from './days.ts';
import { forenames, surnames } from './names.ts';
import type { District } from './organisation.ts';
import type { Draw, Weighted } from './random.ts';

export interface Child {
  readonly number: number;
  readonly id: string;
  readonly family: Family;
  readonly forename: string;
  readonly sex: 'M' | 'F';
  readonly born: DayNumber;
  readonly disability: string | null;
  /** The day the child first came to notice; a child born later was unborn then. */
  readonly noticed: DayNumber;
  /** The last day of the case that is open or was last open; 0 before the first. */
  knownUntil: DayNumber;
  /** Starts of child protection plans so far. */
  plans: number;
  /** Periods of care so far. */
  periods: number;
  /** Lives elsewhere for good (adopted, died, grown up): never referred again. */
  gone: boolean;
  unaccompanied: boolean;
  died: DayNumber | null;
}

export interface Family {
  readonly number: number;
  readonly district: number;
  readonly surname: string;
  readonly ethnicity: string;
  readonly children: Child[];
}

const ethnicities: Weighted<string> = [
  ['WBRI', 690],
  ['WOTH', 62],
  ['WIRI', 4],
  ['WIRT', 5],
  ['WROM', 10],
  ['MWBC', 26],
  ['MWBA', 15],
  ['MWAS', 20],
  ['MOTH', 26],
  ['AIND', 12],
  ['APKN', 22],
  ['ABAN', 10],
  ['AOTH', 18],
  ['BCRB', 8],
  ['BAFR', 30],
  ['BOTH', 9],
  ['CHNE', 3],
  ['OOTH', 20],
  ['REFU', 2],
  ['NOBT', 8],
];
const disabilities: Weighted<string> = [
  ['LD', 34],
  ['AUT', 28],
  ['BEH', 14],
  ['COMM', 10],
  ['MOB', 8],
  ['HEAR', 3],
  ['VIS', 3],
];
const childrenReferred: Weighted<number> = [
  [1, 56],
  [2, 27],
  [3, 12],
  [4, 5],
];
/** Where the youngest child of a referred family stands: unborn, then by years of age. */
const ageGroups: Weighted<readonly [number, number]> = [
  [[-0.4, 0], 3],
  [[0, 1], 9],
  [[1, 5], 24],
  [[5, 10], 28],
  [[10, 16], 29],
  [[16, 17.8], 7],
];

/** Makes families and children as they first come to notice. */
export class People {
  readonly children: Child[] = [];
  private families = 0;
  private readonly districts: readonly (readonly [number, number])[];

  constructor(districts: readonly District[]) {
    this.districts = districts.map((district, i) => [i, district.share] as const);
  }

  /** A family first noticed on `day`, its children the ones the authority works with. */
  family(day: DayNumber, draw: Draw): Family {
    const family: Family = {
      number: ++this.families,
      district: draw.weighted(this.districts),
      surname: draw.pick(surnames),
      ethnicity: draw.weighted(ethnicities),
      children: [],
    };
    const count = draw.weighted(childrenReferred);
    const [low, high] = draw.weighted(ageGroups);
    let years = low + draw.next() * (high - low);
    for (let i = 0; i < count && years < 17.8; i++) {
      this.child(family, day - Math.round(years * 365.25), day, draw, draw.chance(0.11));
      years = Math.max(years, 0) + 1.1 + draw.wait(2.2);
    }
    return family;
  }

  /** A child alone, as an unaccompanied child comes. */
  alone(born: DayNumber, noticed: DayNumber, draw: Draw, ethnicity: string, sex: 'M' | 'F'): Child {
    const family: Family = {
      number: ++this.families,
      district: draw.weighted(this.districts),
      surname: draw.pick(surnames),
      ethnicity,
      children: [],
    };
    return this.child(family, born, noticed, draw, false, sex);
  }

  /** Forgets a child made last and not written anywhere. */
  forget(child: Child): void {
    if (this.children.at(-1) === child) this.children.pop();
    child.family.children.splice(child.family.children.indexOf(child), 1);
  }

  child(family: Family, born: DayNumber, noticed: DayNumber, draw: Draw, disabled: boolean, sex?: 'M' | 'F'): Child {
    const number = this.children.length + 1;
    const child: Child = {
      number,
      id: String(1_000_000 + number * 7),
      family,
      forename: draw.pick(forenames),
      sex: sex ?? (draw.chance(0.52) ? 'M' : 'F'),
      born,
      noticed,
      disability: disabled ? draw.weighted(disabilities) : null,
      knownUntil: 0,
      plans: 0,
      periods: 0,
      gone: false,
      unaccompanied: false,
      died: null,
    };
    family.children.push(child);
    this.children.push(child);
    return child;
  }
}

/** The date of birth as known at `asAt`: an unborn child has none yet. */
export function knownBirth(child: Child, asAt: DayNumber): string | null {
  return child.born <= asAt ? iso(child.born) : null;
}
