import { addWorkingDays, type DayNumber, iso, workingDayFrom } from '../days.ts';
import type { Draw } from '../random.ts';
import { type Agency, happened } from './agency.ts';
import { allocate } from './allocation.ts';
import { close, order, report } from './closing.ts';
import type { Team } from './organisation.ts';

const waiting = { prompt: 0.35, handOver: 0.05 };
const meets = 0.46;
const notHeld = 0.05;
const extended = 0.12;
const hoursOfMeeting = 3.2;

/** An application on form C1: safeguarding checks, then perhaps dispute resolution, and from it perhaps a report. */
export function followApplication(agency: Agency, team: Team, received: DayNumber, draw: Draw): void {
  const id = agency.id('RQ');
  const { stories } = agency;
  const screened = draw.chance(0.93) ? addWorkingDays(received, draw.whole(1, 25)) : null;
  const meeting = draw.chance(Math.min(0.9, meets * stories.demand('meeting', team.serviceArea, received + 40)));
  const closes = workingDayFrom(received + (meeting ? draw.whole(60, 120) : draw.whole(15, 45)));
  agency.write('requests', {
    request_id: id,
    team_id: team.id,
    law: 'private',
    kind: 'section-8',
    received_on: iso(received),
    screened_on: happened(agency, screened),
    closed_on: happened(agency, closes),
  });
  if (meeting) {
    allocate(agency, { id, team, received, closes }, waiting, draw);
    const held = workingDayFrom(received + draw.whole(25, 55));
    const agreed = meet(agency, id, team, held, 'first', draw);
    if (!agreed && draw.chance(extended / (1 - team.serviceArea.agreement)))
      meet(agency, id, team, addWorkingDays(held, draw.whole(5, 18)), 'extended', draw);
  }
  if (draw.chance(0.4)) order(agency, id, team, 'section-8', closes);
  if (draw.chance(0.85)) close(agency, { id, team, closes }, 2, draw);
}

/** One meeting; true where it ended in agreement. Without agreement a section 7 report may be asked for. */
function meet(
  agency: Agency,
  id: string,
  team: Team,
  held: DayNumber,
  kind: 'first' | 'extended',
  draw: Draw,
): boolean {
  const isHeld = !draw.chance(notHeld);
  const agreed = draw.chance(team.serviceArea.agreement);
  const full = draw.chance(0.6);
  const outcome = !isHeld ? 'not-held' : agreed ? (full ? 'full' : 'partial') : draw.chance(0.01) ? null : 'none';
  const asked = isHeld && draw.chance(agreed ? 0.08 : 0.4);
  const hours = hoursOfMeeting * agency.stories.demand('hours', team.serviceArea, held) * (0.5 + draw.next());
  const unrecorded = draw.chance(0.004);
  if (held > agency.asAt) return agreed;
  agency.write('dispute_meetings', {
    meeting_id: agency.id('DR'),
    request_id: id,
    team_id: team.id,
    held_on: iso(held),
    kind,
    outcome,
    section_7_requested: !isHeld || unrecorded ? null : asked ? 'Y' : 'N',
    hours: isHeld ? Math.round(hours * 4) / 4 : null,
  });
  const requested = addWorkingDays(held, draw.whole(1, 10));
  if (asked && requested <= agency.asAt) followReport(agency, team, requested, draw);
  return isHeld && agreed;
}

/** A request for a section 7 report, which a team files in its own time; a family assistance order may follow. */
export function followReport(agency: Agency, team: Team, received: DayNumber, draw: Draw): void {
  const id = agency.id('RQ');
  const filed = workingDayFrom(
    received + Math.max(14, Math.round(draw.normal(team.filingWeeks * agency.stories.filing(received) * 7, 16))),
  );
  const closes = addWorkingDays(filed, draw.whole(3, 25));
  agency.write('requests', {
    request_id: id,
    team_id: team.id,
    law: 'private',
    kind: 'section-7',
    received_on: iso(received),
    closed_on: happened(agency, closes),
  });
  allocate(agency, { id, team, received, closes }, waiting, draw);
  const due = addWorkingDays(received, draw.whole(60, 85));
  report(agency, id, team, { kind: 'section-7', ordered: received, due, filed }, draw);
  const assistance = 0.025 * agency.stories.demand('assistance', team.serviceArea, closes);
  if (draw.chance(assistance)) order(agency, id, team, 'family-assistance', closes);
  close(agency, { id, team, closes }, draw.whole(2, 3), draw);
}

/** A child made a party: a guardian in private law, for a good half year. */
export function followParty(agency: Agency, team: Team, received: DayNumber, draw: Draw): void {
  const id = agency.id('RQ');
  const closes = workingDayFrom(received + Math.max(60, Math.round(draw.normal(280, 80))));
  agency.write('requests', {
    request_id: id,
    team_id: team.id,
    law: 'private',
    kind: 'rule-9-5',
    received_on: iso(received),
    closed_on: happened(agency, closes),
  });
  allocate(agency, { id, team, received, closes }, waiting, draw);
  const due = workingDayFrom(closes - 30);
  report(agency, id, team, { kind: 'rule-9-5', ordered: received, due, filed: due + draw.whole(-12, 8) }, draw);
  close(agency, { id, team, closes }, draw.whole(1, 3), draw);
}
