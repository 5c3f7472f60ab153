import { happened, mood, shifted, yesNo } from '../county.ts';
import { addWorkingDays, type DayNumber, iso } from '../days.ts';
import type { Team } from '../organisation.ts';
import type { Draw, Weighted } from '../random.ts';
import { type CaseFile, own, shared } from './case-file.ts';

const inTime = 0.862;
const driftLogits = 1.9;
const seenUsually = 0.972;
const factors: Weighted<string> = [
  ['4B', 22],
  ['3B', 22],
  ['1B', 12],
  ['2B', 10],
  ['4A', 10],
  ['17A', 20],
  ['16A', 14],
  ['18C', 9],
  ['19C', 4],
  ['5A', 10],
  ['13A', 4],
  ['24A', 5],
  ['11A', 4],
  ['14A', 8],
  ['15A', 7],
  ['20', 5],
  ['21', 6],
];

function workingDaysTaken(draw: Draw, onTime: number): number {
  if (!draw.chance(onTime)) return 46 + Math.round(draw.wait(16));
  if (draw.chance(0.16)) return draw.whole(3, 20);
  return Math.max(10, 45 - Math.floor(draw.wait(8)));
}

/** Writes one assessment by a team and gives the day it was authorised. */
export function assess(file: CaseFile, team: Team, from: DayNumber, outcome: string): DayNumber {
  const { county, child } = file;
  const draw = shared(file, 'assessment');
  const alone = own(file, 'assessment-child');
  const started = addWorkingDays(
    from,
    draw.weighted([
      [0, 40],
      [1, 35],
      [2, 15],
      [3, 10],
    ]),
  );
  const drift = county.stories.drift(team, started);
  const onTime = shifted(inTime, 0.16 * mood(county, 'assessment-mood', team, started) - driftLogits * drift);
  const authorised = addWorkingDays(started, workingDaysTaken(draw, onTime));
  if (started > county.asAt) return authorised;
  const worker = county.staffing.holder(team, started, county.streams('assessor', file.number, file.phase));
  const unborn = child.born > authorised;
  const id = county.id('ASM');
  county.write('ssd_cin_assessments', {
    cina_assessment_id: id,
    cina_person_id: child.id,
    cina_referral_id: file.referralId,
    cina_assessment_start_date: iso(started),
    cina_assessment_child_seen:
      authorised > county.asAt ? null : unborn ? 'N' : yesNo(alone, shifted(seenUsually, -0.9 * drift), 0.008),
    cina_assessment_auth_date: happened(county, authorised),
    cina_assessment_outcome_json: authorised > county.asAt ? null : JSON.stringify({ OUTCOME: outcome }),
    cina_assessment_outcome_nfa: authorised > county.asAt ? null : outcome === 'No further action' ? 'Y' : 'N',
    cina_assessment_team: team.id,
    cina_assessment_worker_id: worker?.worker?.id,
  });
  if (authorised <= county.asAt) {
    const found = new Set(Array.from({ length: alone.whole(1, 4) }, () => alone.weighted(factors)));
    county.write('ssd_assessment_factors', {
      cinf_table_id: county.id('FAC'),
      cinf_assessment_id: id,
      cinf_assessment_factors_json: JSON.stringify([...found].sort()),
    });
  }
  return authorised;
}
