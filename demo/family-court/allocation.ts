import { addWorkingDays, type DayNumber, iso } from '../days.ts';
import type { Draw } from '../random.ts';
import { type Agency, happened } from './agency.ts';
import type { Team } from './organisation.ts';

/** How a request waits: the chance of up to 2 working days, and whether a practitioner may leave it. */
export interface Waiting {
  readonly prompt: number;
  readonly handOver: number;
}

/** Working days until the first allocation: up to 2, up to 7, up to 20, or more. */
function wait(prompt: number, draw: Draw): number {
  if (draw.chance(prompt)) return draw.whole(0, 2);
  if (draw.chance(0.62)) return draw.whole(3, 7);
  return draw.chance(0.78) ? draw.whole(8, 18) : draw.whole(19, 60);
}

const unknownTeam = 'T99';
const withUnknownTeam = 0.0015;
const datedBefore = 0.001;

/**
 * Writes the allocations of a request from its receipt to its end: the first, and now and then a second after a gap. A few
 * have a team that nobody knows, or are dated before the request came.
 *
 * @param closes the day it closes, which may lie after the as-at date; null where it stays open
 */
export function allocate(
  agency: Agency,
  { id, team, received, closes }: { id: string; team: Team; received: DayNumber; closes: DayNumber | null },
  { prompt, handOver }: Waiting,
  draw: Draw,
): void {
  let day = addWorkingDays(received, wait(prompt, draw));
  const early = draw.chance(datedBefore);
  if (early) day = received - draw.whole(1, 30);
  const over = closes ?? agency.asAt + 1;
  const changes = draw.chance(handOver) ? day + draw.whole(20, 250) : null;
  const ends = changes !== null && changes < over ? changes : closes;
  if (day >= over) return;
  writeOne(agency, { id, team, day, ends }, draw);
  if (early) agency.fault();
  if (changes === null || changes >= over) return;
  const next = addWorkingDays(changes, draw.chance(0.5) ? 0 : draw.whole(1, 45));
  if (next < over) writeOne(agency, { id, team, day: next, ends: closes }, draw);
}

function writeOne(
  agency: Agency,
  { id, team, day, ends }: { id: string; team: Team; day: DayNumber; ends: DayNumber | null },
  draw: Draw,
): void {
  const practitioners = agency.staffing.practitioners(team, day);
  const place = draw.next();
  const unknown = draw.chance(withUnknownTeam);
  if (day > agency.asAt) return;
  agency.write('allocations', {
    allocation_id: agency.id('AL'),
    request_id: id,
    practitioner_id: practitioners[Math.floor(place * practitioners.length)]?.id ?? null,
    team_id: unknown ? unknownTeam : team.id,
    allocated_on: iso(day),
    ended_on: happened(agency, ends),
  });
  if (unknown) agency.fault();
}
