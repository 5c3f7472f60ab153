import type { County } from '../county.ts';
import { happened } from '../county.ts';
import { type DayNumber, iso } from '../days.ts';
import { type Team, workingTeam } from '../organisation.ts';
import type { Child } from '../people.ts';
import type { CaseFile } from './case-file.ts';

const delayed = 0.025;
const gapAfterLeaver = 0.3;
/** Who worked with a child long before the records begin is not known: days before their start. */
const workersKnownBefore = 365;

/** Writes who worked with the child, team by team and worker by worker, to the close of the case. */
export function writeInvolvements(file: CaseFile, closed: DayNumber): void {
  file.holdings.forEach((holding, i) => {
    const until = Math.min(closed, file.holdings[i + 1]?.from ?? closed);
    const { team } = holding;
    const merges = team.mergesOn;
    const started = i === 0 ? 'FCONTA' : 'TSPROC';
    if (merges === null || merges <= holding.from || merges >= until) {
      hold(file.county, file.child, workingTeam(team, holding.from), holding.from, until, started, file);
    } else {
      hold(file.county, file.child, team, holding.from, merges, started, file);
      hold(file.county, file.child, workingTeam(team, merges), merges, until, 'ORGRST', file);
    }
  });
}

/** Writes one team's stretch of a case: a worker, and another when that one leaves, with a gap now and then. */
export function hold(
  county: County,
  child: Child,
  team: Team,
  from: DayNumber,
  until: DayNumber,
  started: string,
  work: { readonly number: number; readonly referralId: string | null },
  role = 'Allocated worker',
): void {
  const draw = county.streams('allocate', work.number, Number(team.id.slice(1)), from);
  let day = Math.max(from, county.start - workersKnownBefore);
  let reason = started;
  if (draw.chance(delayed)) day += draw.whole(10, 55);
  while (day < until && day <= county.asAt) {
    const spell = county.staffing.holder(team, day, draw);
    if (spell === null) {
      day += 7;
      continue;
    }
    const end = Math.min(until, spell.to ?? until);
    county.write('ssd_involvements', {
      invo_involvements_id: county.id('INV'),
      invo_professional_id: spell.worker?.id,
      invo_professional_role_id: role,
      invo_professional_team: team.id,
      invo_involvement_start_date: iso(day),
      invo_involvement_end_date: happened(county, end),
      invo_worker_change_reason: reason,
      invo_person_id: child.id,
      invo_referral_id: work.referralId,
    });
    county.sampling.held(child.id, team, day, end > county.asAt ? null : end, draw);
    day = end;
    reason = 'LEFTRL';
    if (end < until && draw.chance(gapAfterLeaver)) day += draw.whole(1, 20);
  }
}
