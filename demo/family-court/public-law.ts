import { addWorkingDays, type DayNumber, iso, workingDayFrom } from '../days.ts';
import type { Draw } from '../random.ts';
import { type Agency, happened } from './agency.ts';
import { allocate } from './allocation.ts';
import { close, order, report } from './closing.ts';
import type { Team } from './organisation.ts';
import type { RequestKind } from './stories.ts';

/** Weeks that a case of a kind lasts on average, and how they spread. */
const weeks: Readonly<Partial<Record<RequestKind, readonly [number, number]>>> = {
  care: [43, 12],
  supervision: [38, 10],
  adoption: [20, 6],
  placement: [16, 5],
  emergency: [2, 1],
  secure: [6, 2],
};

const orders: Readonly<Partial<Record<RequestKind, string>>> = {
  care: 'care',
  supervision: 'supervision',
  adoption: 'adoption',
};

/** A public law request from receipt to close: allocations, reports by the court's date, order and diversity forms. */
export function followPublic(agency: Agency, team: Team, kind: RequestKind, received: DayNumber, draw: Draw): void {
  const id = agency.id('RQ');
  const [mean, spread] = weeks[kind] ?? [20, 5];
  const closes = workingDayFrom(received + Math.max(5, Math.round(draw.normal(mean, spread) * 7)));
  agency.write('requests', {
    request_id: id,
    team_id: team.id,
    law: 'public',
    kind,
    received_on: iso(received),
    closed_on: happened(agency, closes),
  });
  const { stories } = agency;
  const section31 = kind === 'care' || kind === 'supervision';
  const prompt = section31 ? stories.prompt(team.serviceArea, received) : 0.6;
  allocate(
    agency,
    { id, team, received, closes },
    { prompt, handOver: stories.handOver(team.serviceArea, received) },
    draw,
  );
  if (section31) {
    const due = addWorkingDays(received, 30);
    if (due < closes) {
      const filed = lateOrNot(due, 0.9, draw);
      report(agency, id, team, { kind: 'initial-analysis', ordered: received, due, filed }, draw);
    }
  }
  if (section31 || kind === 'adoption') {
    const due = addWorkingDays(closes - 21, 0);
    const ordered = Math.max(received, due - 90);
    report(agency, id, team, { kind: 'final-analysis', ordered, due, filed: lateOrNot(due, 0.84, draw) }, draw);
  }
  const made = orders[kind];
  if (made && draw.chance(0.8)) order(agency, id, team, made, closes);
  close(agency, { id, team, closes }, draw.whole(1, 3), draw);
}

/** The day a report is filed: by its date with the given chance, else up to five weeks after. */
function lateOrNot(due: DayNumber, inTime: number, draw: Draw): DayNumber {
  return workingDayFrom(draw.chance(inTime) ? due - draw.whole(3, 12) : due + draw.whole(1, 35));
}
