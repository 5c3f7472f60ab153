import { happened, yesNo } from '../county.ts';
import { addMonths, ageAt, type DayNumber, iso, workingDayFrom } from '../days.ts';
import { assess } from './assessment.ts';
import { breakShortly } from './care/short-break.ts';
import { type CaseFile, eighteenth, own, recorded, shared, type Turn, teamOn } from './case-file.ts';
import { enquire } from './enquiry.ts';

const enquiryDuring = 0.12;
const careDuring = 0.034;
/** A child who went home from care comes back more often. */
const careAgain = 0.2;
const visitEvery = 40;

/** Tells a stretch as a child in need under a plan: visits, a review assessment, and what came of it. */
export function need(file: CaseFile, from: DayNumber, stepDown: boolean): Turn {
  const { county, child } = file;
  const draw = shared(file, 'need');
  const alone = own(file, 'need-child');
  const long = child.disability !== null && alone.chance(0.3);
  const length = long ? 500 + alone.wait(900) : stepDown ? 40 + draw.wait(85) : 55 + draw.wait(205);
  const adult = eighteenth(child);
  let until = Math.min(workingDayFrom(from + Math.round(length)), adult);
  let turn: Turn = { to: 'close', on: until, reason: until === adult && long ? 'RC6' : 'RC7' };
  const at = workingDayFrom(from + Math.round(draw.next() * (until - from)));
  if (draw.chance(enquiryDuring) && !alone.chance(0.1) && at < until) {
    const end = enquire(file, teamOn(file, at), at);
    if (end.plan && end.conferenceId !== null) {
      until = end.on;
      turn = { to: 'plan', on: end.on, conferenceId: end.conferenceId, category: end.category };
    }
  } else if (draw.chance(child.periods > 0 ? careAgain : careDuring) && alone.chance(0.7) && at < until) {
    until = at;
    turn = { to: 'care', on: at };
  }
  if (from > county.asAt) return turn;
  const team = teamOn(file, from);
  const worker = county.staffing.holder(team, from, county.streams('need-worker', file.number, file.phase))?.worker;
  county.write('ssd_cin_plans', {
    cinp_cin_plan_id: county.id('CNP'),
    cinp_referral_id: file.referralId,
    cinp_person_id: child.id,
    cinp_cin_plan_start_date: iso(from),
    cinp_cin_plan_end_date: happened(county, until),
    cinp_cin_plan_team: team.id,
    cinp_cin_plan_worker_id: worker?.id,
  });
  visit(file, from, until);
  if (long && turn.to === 'close' && until - from > 300 && alone.chance(0.1)) breakShortly(file, from + 60, until);
  for (let review = addMonths(from, 9); review < until - 30 && review <= county.asAt; review = addMonths(review, 12)) {
    file.phase++;
    assess(file, teamOn(file, review), review, 'Child in need plan continues');
  }
  return turn;
}

function visit(file: CaseFile, from: DayNumber, until: DayNumber): void {
  const { county, child } = file;
  const draw = shared(file, 'need-visits');
  const alone = own(file, 'need-visits-child');
  let day = from;
  for (;;) {
    const team = teamOn(file, day);
    const slower = 1 + 0.8 * county.stories.drift(team, day);
    day = workingDayFrom(day + 12 + Math.round((draw.wait(visitEvery - 18) + 6) * slower));
    if (day >= until || day > county.asAt) return;
    if (!recorded(file, teamOn(file, day), day)) continue;
    const seen = yesNo(alone, 0.9);
    county.write('ssd_cin_visits', {
      cinv_cin_visit_id: county.id('CNV'),
      cinv_person_id: child.id,
      cinv_cin_visit_date: iso(day),
      cinv_cin_visit_seen: seen,
      cinv_cin_visit_seen_alone: seen === 'Y' ? yesNo(alone, ageAt(child.born, day) < 3 ? 0.15 : 0.55) : 'N',
      cinv_cin_visit_bedroom: seen === 'Y' ? yesNo(alone, 0.3) : 'N',
    });
  }
}
