import type { County } from '../../county.ts';
import { addMonths, ageAt, type DayNumber, iso } from '../../days.ts';
import { teamsOf } from '../../organisation.ts';
import type { Child } from '../../people.ts';
import type { Weighted } from '../../random.ts';
import { eighteenth } from '../case-file.ts';
import { hold } from '../involvements.ts';

const places: Weighted<string> = [
  ['U', 36],
  ['B', 12],
  ['Z', 14],
  ['D', 16],
  ['T', 6],
  ['K', 3],
  ['E', 4],
  ['X', 3],
  ['R', 3],
  ['S', 1.2],
  ['V', 1],
  ['W', 0.8],
];
const rarelySuitable = new Set(['X', 'R', 'S', 'V', 'W']);
const activities: Weighted<string> = [
  ['F1', 6],
  ['F2', 22],
  ['P2', 3],
  ['F4', 4],
  ['F5', 20],
  ['P5', 5],
  ['G4', 12],
  ['G5', 20],
  ['G6', 6],
  ['0', 3],
];

/** Tells the years after care: a personal adviser to 21, and the care leaver's row where the young person is not yet 25. */
export function leaveCare(county: County, child: Child, left: DayNumber): void {
  const team = teamsOf(county.organisation, 'leaving-care', null)[0];
  const adult = eighteenth(child);
  const draw = county.streams('leaving-care', child.number);
  if (team === undefined || left > county.asAt || adult > county.asAt) return;
  const until = addMonths(adult, 36 + (draw.chance(0.2) ? draw.whole(6, 48) : 0));
  if (until < county.start) return;
  hold(county, child, team, adult, until, 'TSPROC', { number: child.number, referralId: null }, 'Personal adviser');
  if (until <= county.asAt) return;
  const worker = county.staffing.holder(team, county.asAt, draw)?.worker;
  const touch = draw.weighted([
    ['YES', 930],
    ['NO', 30],
    ['REFU', 20],
    ['NREQ', 18],
    ['RHOM', 2],
  ]);
  const contact = county.asAt - Math.round(touch === 'YES' ? draw.wait(32) : 60 + draw.wait(200));
  const place = touch === 'YES' ? draw.weighted(places) : 'R';
  const suitable = draw.chance(rarelySuitable.has(place) ? 0.12 : 0.97);
  county.write('ssd_care_leavers', {
    clea_table_id: county.id('CLE'),
    clea_person_id: child.id,
    clea_care_leaver_eligibility: ageAt(child.born, county.asAt) >= 18 ? 'Former relevant child' : 'Relevant child',
    clea_care_leaver_in_touch: touch,
    clea_care_leaver_latest_contact: iso(Math.max(adult, contact)),
    clea_care_leaver_accommodation: place,
    clea_care_leaver_accom_suitable: suitable ? 1 : 2,
    clea_care_leaver_activity: draw.weighted(activities),
    clea_pathway_plan_review_date: iso(Math.max(adult, county.asAt - Math.round(draw.wait(95)))),
    clea_care_leaver_personal_advisor: worker?.name,
    clea_care_leaver_allocated_team: team.id,
    clea_care_leaver_worker_id: worker?.id,
  });
}
