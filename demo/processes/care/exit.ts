import { addMonths, ageAt, type DayNumber, workingDayFrom } from '../../days.ts';
import type { Child } from '../../people.ts';
import type { Draw, Weighted } from '../../random.ts';
import { eighteenth } from '../case-file.ts';

export type ExitKind = 'home' | 'guardian' | 'arrangements' | 'adoption' | 'adult' | 'other';

/** The way from a decision for adoption to the order. */
export interface Adoption {
  readonly decided: DayNumber;
  readonly placementOrder: DayNumber;
  readonly matched: DayNumber;
  readonly placed: DayNumber;
  /** Adopted by the foster carer, with whom the child has lived since this day. */
  readonly carerSince: DayNumber | null;
}

/** How and when a period of care will end. */
export interface Exit {
  readonly kind: ExitKind;
  readonly on: DayNumber;
  readonly reason: string;
  readonly adoption: Adoption | null;
}

const kindsByAge: readonly (readonly [under: number, kinds: Weighted<ExitKind>])[] = [
  [
    1,
    [
      ['adoption', 60],
      ['home', 22],
      ['guardian', 21],
      ['arrangements', 5],
      ['adult', 7],
      ['other', 2],
    ],
  ],
  [
    5,
    [
      ['adoption', 29],
      ['home', 36],
      ['guardian', 19],
      ['arrangements', 6],
      ['adult', 16],
      ['other', 5],
    ],
  ],
  [
    10,
    [
      ['home', 43],
      ['guardian', 12],
      ['arrangements', 6],
      ['adult', 34],
      ['other', 5],
    ],
  ],
  [
    16,
    [
      ['home', 42],
      ['guardian', 3],
      ['arrangements', 2],
      ['adult', 46],
      ['other', 7],
    ],
  ],
  [
    18,
    [
      ['home', 18],
      ['adult', 76],
      ['other', 6],
    ],
  ],
];
const guardianReasons: Weighted<string> = [
  ['E45', 16],
  ['E46', 8],
  ['E47', 48],
  ['E48', 28],
];
const adultReasons: Weighted<string> = [
  ['E17', 30],
  ['E5', 20],
  ['E6', 28],
  ['E7', 7],
  ['E8', 8],
];
const otherReasons: Weighted<string> = [
  ['E8', 55],
  ['E3', 18],
  ['E13', 17],
  ['E9', 5],
  ['E16', 3],
  ['E2', 2],
];

function adoptionFrom(from: DayNumber, draw: Draw): { adoption: Adoption; on: DayNumber } {
  const placementOrder = workingDayFrom(from + 185 + Math.round(draw.wait(70) + draw.wait(70)));
  const decided = placementOrder - draw.whole(21, 60);
  const matched = workingDayFrom(placementOrder + Math.max(10, Math.round(10 + draw.wait(95) + draw.wait(95))));
  const placed = workingDayFrom(matched + draw.whole(9, 28));
  const byCarer = draw.chance(0.14);
  const carerSince = byCarer ? workingDayFrom(from + draw.whole(20, 140)) : null;
  const on = workingDayFrom(placed + 120 + Math.round(draw.wait(90)));
  return { adoption: { decided, placementOrder, matched, placed, carerSince }, on };
}

/** Draws the end of a period of care that begins on a day. */
export function exitOf(child: Child, from: DayNumber, draw: Draw): Exit {
  const adult = eighteenth(child);
  const age = ageAt(child.born, from);
  const kinds = kindsByAge.find(([under]) => age < under)?.[1] ?? [['adult', 1]];
  const kind = child.disability !== null && age > 8 && draw.chance(0.4) ? 'adult' : draw.weighted<ExitKind>(kinds);
  const grown: Exit = { kind: 'adult', on: adult, reason: draw.weighted(adultReasons), adoption: null };
  const end = (days: number): DayNumber => workingDayFrom(from + Math.round(days));
  const leave = (on: DayNumber, reason: string): Exit => (on >= adult ? grown : { kind, on, reason, adoption: null });
  switch (kind) {
    case 'adult':
      return grown;
    case 'adoption': {
      const { adoption, on } = adoptionFrom(from, draw);
      return on >= addMonths(adult, -24) ? grown : { kind, on, reason: draw.chance(0.35) ? 'E11' : 'E12', adoption };
    }
    case 'home': {
      const days = draw.chance(0.42) ? 2 + draw.wait(45) : 90 + draw.wait(330);
      return leave(end(days), draw.chance(0.72) ? 'E4A' : 'E4B');
    }
    case 'guardian':
      return leave(end(260 + draw.wait(260)), draw.weighted(guardianReasons));
    case 'arrangements':
      return leave(end(220 + draw.wait(220)), 'E41');
    case 'other':
      return leave(end(20 + draw.wait(420)), draw.weighted(otherReasons));
  }
}
