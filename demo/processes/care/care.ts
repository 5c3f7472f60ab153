import { happened } from '../../county.ts';
import { addMonths, addWorkingDays, ageAt, type DayNumber, iso } from '../../days.ts';
import { teamsOf } from '../../organisation.ts';
import { type CaseFile, eighteenth, handOver, own, shared, type Turn } from '../case-file.ts';
import { hold } from '../involvements.ts';
import { writePermanence } from './adoption.ts';
import { type Period, writeEpisodes } from './episodes.ts';
import { type Exit, exitOf } from './exit.ts';
import { writeHealth } from './health.ts';
import { writeHistory } from './history.ts';
import { leaveCare } from './leaving-care.ts';
import { alignToMoves, legalStatusesOf } from './legal.ts';
import { placementsOf } from './placements.ts';
import { writeCareReviews, writeCareVisits } from './reviews.ts';
import { writeEducationPlans, writeProceedings } from './school-and-court.ts';

const closeReasons: Readonly<Record<string, string>> = {
  E11: 'RC1',
  E12: 'RC1',
  E2: 'RC2',
  E41: 'RC3',
  E45: 'RC4',
  E46: 'RC4',
  E47: 'RC4',
  E48: 'RC4',
  E3: 'RC5',
  E7: 'RC6',
};
const carePlans = {
  home: 'Return to family',
  guardian: 'Special guardianship',
  arrangements: 'Care with kin',
  adoption: 'Adoption',
  adult: 'Long-term care',
  other: 'Long-term care',
};

/** Tells a period of care from the day it begins: homes, law, reviews, health, its end, and what came after. */
export function lookAfter(file: CaseFile, from: DayNumber): Turn {
  const { county, child } = file;
  const draw = own(file, 'care');
  const exit = exitOf(child, from, draw);
  if (from <= county.asAt) tell(file, from, exit);
  child.periods++;
  if (exit.reason === 'E2') child.died = exit.on <= county.asAt ? exit.on : null;
  if (['adoption', 'adult', 'other'].includes(exit.kind) || exit.on >= eighteenth(child)) child.gone = true;
  if (ageAt(child.born, exit.on) >= 18) leaveCare(county, child, exit.on);
  if (exit.kind === 'home' && exit.on < eighteenth(child) && shared(file, 'after-care').chance(0.75)) {
    return { to: 'need', on: exit.on, stepDown: true };
  }
  return { to: 'close', on: exit.on, reason: closeReasons[exit.reason] ?? 'RC7' };
}

function tell(file: CaseFile, from: DayNumber, exit: Exit): void {
  const { county, child } = file;
  const statuses = legalStatusesOf(child, from, exit, own(file, 'law'));
  const order = statuses.some((status) => status.status === 'C1' || status.status === 'C2');
  const placements = placementsOf(county, child, from, exit, order, own(file, 'placements'));
  const aligned = alignToMoves(statuses, placements, own(file, 'courts'));
  const claId = county.id('CLA');
  const need = /N[1-8]/.test(file.need) ? file.need : 'N1';
  const period: Period = {
    child,
    claId,
    referralId: file.referralId,
    need,
    from,
    to: exit.on,
    reason: exit.reason,
    placements,
    statuses: aligned,
  };
  handToCareTeam(file, from, exit);
  writeEpisodes(county, period);
  writeCareReviews(file, period, own(file, 'care-reviews'));
  writeCareVisits(file, period, own(file, 'care-visits'));
  writeHealth(county, period, own(file, 'care-health'));
  writeHistory(county, period, own(file, 'care-history'));
  writePermanence(county, period, exit, own(file, 'permanence'));
  writeEducationPlans(county, period, own(file, 'education-plans'));
  writeProceedings(county, period);
  const planned = addWorkingDays(from, 10);
  if (planned < exit.on && planned <= county.asAt) {
    county.write('ssd_cla_care_plan', {
      lacp_table_id: county.id('CPL'),
      lacp_person_id: child.id,
      lacp_cla_care_plan_start_date: iso(planned),
      lacp_cla_care_plan_end_date: happened(county, exit.on),
      lacp_cla_care_plan_json: JSON.stringify({ PLAN: carePlans[exit.kind] }),
    });
  }
}

/** The case goes to the children-in-care team some months in; adoption workers join it from the placement order. */
function handToCareTeam(file: CaseFile, from: DayNumber, exit: Exit): void {
  const { county, child } = file;
  if (child.unaccompanied || child.disability === 'MOB') return;
  const team = teamsOf(county.organisation, 'care', child.family.district)[0];
  const on = addMonths(from, own(file, 'to-care-team').whole(3, 7));
  if (team !== undefined && on < exit.on - 14) handOver(file, team, on);
  const adoptionTeam = teamsOf(county.organisation, 'adoption', null)[0];
  const order = exit.adoption?.placementOrder;
  if (order !== undefined && adoptionTeam !== undefined && order <= county.asAt) {
    hold(county, child, adoptionTeam, order, exit.on, 'TSPROC', file, 'Adoption worker');
  }
}
