import { type DayNumber, iso } from '../days.ts';
import type { Draw } from '../random.ts';
import { type Agency, happened } from './agency.ts';
import type { Team } from './organisation.ts';

/** Writes each service user of a case that has closed, with the diversity form where one is held. */
export function close(
  agency: Agency,
  { id, team, closes }: { id: string; team: Team; closes: DayNumber },
  people: number,
  draw: Draw,
): void {
  if (closes > agency.asAt) return;
  // Forms of the last weeks are still to come.
  const recent = agency.asAt - closes < 30 ? 0.93 : 1;
  for (let n = 1; n <= people; n++) {
    const form = draw.chance(team.serviceArea.forms * recent) ? closes - draw.whole(-10, 60) : null;
    agency.write('closed_cases', {
      closure_id: agency.id('CL'),
      request_id: id,
      service_user_id: `${id}-${n}`,
      team_id: team.id,
      closed_on: iso(closes),
      diversity_form_on: happened(agency, form),
    });
  }
}

/** Writes an order made, where its day has come. */
export function order(agency: Agency, id: string, team: Team, kind: string, day: DayNumber): void {
  if (day > agency.asAt) return;
  agency.write('orders', { order_id: agency.id('OR'), request_id: id, team_id: team.id, kind, made_on: iso(day) });
}

/** Writes a report a court has asked for, with its quality where it was looked at. */
export function report(
  agency: Agency,
  id: string,
  team: Team,
  { kind, ordered, due, filed }: { kind: string; ordered: DayNumber; due: DayNumber; filed: DayNumber },
  draw: Draw,
): void {
  const quality = draw.weighted<string | null>([
    [null, 88],
    ['outstanding', 1],
    ['good', 4.5],
    ['satisfactory', 5],
    ['inadequate', 1.5],
  ]);
  if (ordered > agency.asAt) return;
  const filedOn = happened(agency, Math.max(filed, ordered));
  agency.write('reports', {
    report_id: agency.id('RE'),
    request_id: id,
    team_id: team.id,
    kind,
    ordered_on: iso(ordered),
    due_on: iso(due),
    filed_on: filedOn,
    quality: filedOn === null ? null : quality,
  });
}
