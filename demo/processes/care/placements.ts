import type { County } from '../../county.ts';
import { addMonths, ageAt, type DayNumber, dayOf, workingDayFrom } from '../../days.ts';
import type { Child } from '../../people.ts';
import type { Draw, Weighted } from '../../random.ts';
import type { Exit } from './exit.ts';

export interface Placement {
  readonly from: DayNumber;
  to: DayNumber;
  type: string;
  provider: string;
  readonly urn: string | null;
  readonly distance: number;
  /** Why it ended; null for the last. */
  changeReason: string | null;
  /** The same carer goes on in the next placement. */
  sameCarer: boolean;
}

/** From this day semi-independent living (H5, P2) is supported accommodation (K3). */
const supportedAccommodation = dayOf('2023-10-28');
const changeReasons: Weighted<string> = [
  ['CARPL', 46],
  ['CREQB', 16],
  ['CREQO', 8],
  ['CHILD', 5],
  ['LAREQ', 9],
  ['STAND', 4],
  ['ALLEG', 2],
  ['OTHER', 10],
];
/** How settled a child is: moves a year once past the first placement. */
const temperaments: Weighted<number> = [
  [0.045, 62],
  [0.34, 26],
  [2.4, 12],
];
const closureFactor = 2.6;
const fromParents = new Set(['P1']);
const homes = new Set(['K2', 'S1', 'R1', 'K1']);

function typeOf(
  age: number,
  on: DayNumber,
  unaccompanied: boolean,
  settled: boolean,
  order: boolean,
  draw: Draw,
): string {
  const own = on >= supportedAccommodation ? 'K3' : draw.chance(0.75) ? 'H5' : 'P2';
  const semi = on >= supportedAccommodation ? 'K3' : 'H5';
  if (unaccompanied)
    return draw.weighted([
      [age >= 16 ? semi : 'U6', 62],
      ['U6', 30],
      ['K2', 8],
    ]);
  if (age < 1)
    return draw.weighted([
      ['U6', 58],
      ['U5', settled ? 4 : 8],
      ['U3', 19],
      ['R3', settled ? 1 : 8],
      ['P1', order ? 10 : 0],
    ]);
  if (age < 10)
    return draw.weighted([
      ['U6', settled ? 30 : 52],
      ['U4', settled ? 32 : 4],
      ['U3', 20],
      ['U1', settled ? 10 : 2],
      ['K2', 7],
      ['P1', order ? 14 : 0],
    ]);
  if (age < 16)
    return draw.weighted([
      ['U6', settled ? 22 : 42],
      ['U4', settled ? 33 : 6],
      ['U3', 11],
      ['U1', settled ? 9 : 2],
      ['K2', 27],
      ['S1', 1],
      ['K1', 0.5],
      ['R1', 0.5],
      ['P1', order ? 9 : 0],
    ]);
  return draw.weighted([
    ['U6', 14],
    ['U4', settled ? 22 : 8],
    ['U1', 5],
    ['U3', 4],
    ['K2', 17],
    [own, 30],
    ['P1', order ? 5 : 0],
    ['R1', 1],
    ['R5', 0.6],
  ]);
}

function providerOf(type: string, draw: Draw): string {
  if (fromParents.has(type)) return 'PR0';
  if (type === 'U1' || type === 'U2' || type === 'U3') return 'PR1';
  if (type === 'U4' || type === 'U5' || type === 'U6')
    return draw.weighted([
      ['PR1', 54],
      ['PR4', 41],
      ['PR5', 4],
      ['PR2', 1],
    ]);
  if (homes.has(type))
    return draw.weighted([
      ['PR1', 16],
      ['PR4', 79],
      ['PR5', 5],
    ]);
  if (type === 'R5') return 'PR3';
  return draw.weighted([
    ['PR1', 12],
    ['PR4', 68],
    ['PR5', 20],
  ]);
}

function distanceOf(type: string, provider: string, draw: Draw): number {
  const median = provider === 'PR1' ? 4.8 : homes.has(type) ? 17 : 8.5;
  return Math.round(Math.min(320, Math.exp(draw.normal(Math.log(median), 1.05))) * 10) / 10;
}

/** Draws where a child lives from the day care begins to the day it ends, move by move. */
export function placementsOf(
  county: County,
  child: Child,
  from: DayNumber,
  exit: Exit,
  order: boolean,
  draw: Draw,
): Placement[] {
  const placements: Placement[] = [];
  const { stories } = county;
  const temperament = child.unaccompanied ? 0.35 : draw.weighted(temperaments);
  const unsettled = child.family.district === stories.closureDistrict;
  const adoption = exit.adoption;
  const place = (start: DayNumber, to: DayNumber, settled: boolean): void => {
    const type = typeOf(ageAt(child.born, start), start, child.unaccompanied, settled, order && start > from, draw);
    const provider = providerOf(type, draw);
    const urn = type.startsWith('U') || fromParents.has(type) ? null : `SC${draw.whole(100_000, 999_999)}`;
    const distance = distanceOf(type, provider, draw);
    placements.push({ from: start, to, type, provider, urn, distance, changeReason: null, sameCarer: false });
  };
  const carerFrom = adoption?.carerSince ?? null;
  const fixed = carerFrom ?? adoption?.placed ?? exit.on;
  let day = from;
  let first = true;
  while (day < fixed) {
    let rate = temperament;
    if (unsettled && day >= stories.providerClosed - 120 && day < stories.unsettledTo) rate *= closureFactor;
    const bridging = first && draw.chance(0.42);
    const stay = bridging ? 2 + draw.wait(55) : 12 + draw.wait(365 / rate);
    let to = Math.min(fixed, workingDayFrom(day + Math.round(Math.min(stay, 9000))));
    let reason = draw.weighted(changeReasons);
    const closes = stories.providerClosed + draw.whole(-12, 16);
    if (unsettled && day < closes && to > closes && closes < fixed && draw.chance(0.2)) {
      to = workingDayFrom(closes);
      reason = 'CLOSE';
    }
    const sixteen = addMonths(child.born, 16 * 12 + 6);
    if (day < sixteen && to > sixteen && sixteen < fixed && draw.chance(0.25)) to = workingDayFrom(sixteen);
    place(day, Math.min(to, fixed), !first || !bridging);
    const last = placements.at(-1);
    if (last && last.to < exit.on) last.changeReason = reason;
    day = Math.max(day + 1, Math.min(to, fixed));
    first = false;
  }
  if (adoption) placeForAdoption(placements, adoption.placed, carerFrom, exit.on, draw);
  return placements;
}

function placeForAdoption(
  placements: Placement[],
  placed: DayNumber,
  carerFrom: DayNumber | null,
  ends: DayNumber,
  draw: Draw,
): void {
  const common = { urn: null, changeReason: null, sameCarer: false };
  const distance = Math.round(Math.min(200, Math.exp(draw.normal(Math.log(14), 0.9))) * 10) / 10;
  const provider = draw.chance(0.82) ? 'PR1' : 'PR5';
  if (carerFrom !== null) {
    placements.push({
      ...common,
      from: carerFrom,
      to: placed,
      type: 'U5',
      provider: 'PR1',
      distance,
      changeReason: 'CARPL',
      sameCarer: true,
    });
    placements.push({ ...common, from: placed, to: ends, type: 'A5', provider: 'PR1', distance });
  } else {
    placements.push({ ...common, from: placed, to: ends, type: draw.chance(0.06) ? 'A4' : 'A6', provider, distance });
  }
}
