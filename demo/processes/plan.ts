import { happened, mood, shifted, yesNo } from '../county.ts';
import { addMonths, addWorkingDays, ageAt, type DayNumber, iso, workingDayFrom } from '../days.ts';
import type { Draw, Weighted } from '../random.ts';
import { type CaseFile, eighteenth, own, recorded, shared, type Turn, teamOn } from './case-file.ts';
import { categories, writeEnquiryVisit } from './enquiry.ts';
import { writePreProceedings } from './pre-proceedings.ts';

/** The review at which a plan ends: the first is at three months, the others every six. */
const endsAtReview: Weighted<number> = [
  [1, 24],
  [2, 43],
  [3, 21],
  [4, 7.5],
  [5, 3],
  [6, 1],
  [7, 0.5],
];
const careFollows = 0.14;
const careFollowsBaby = 0.34;
/** Shares of new plans after one elsewhere, and after one from before the records, which fades over years. */
const earlierPlans = { elsewhere: 0.12, atFirst: 0.12, fadesOver: 6 };
const reviewInTime = 0.965;
const visitDays: Weighted<number> = [
  [7, 6],
  [8, 10],
  [9, 18],
  [10, 26],
  [11, 14],
  [12, 10],
  [14, 8],
  [17, 5],
  [21, 4],
  [26, 4],
  [33, 2],
];

interface Review {
  readonly due: DayNumber;
  readonly held: DayNumber;
  readonly last: boolean;
}

function reviewsOf(file: CaseFile, from: DayNumber, draw: Draw): Review[] {
  const last = draw.weighted(endsAtReview);
  const reviews: Review[] = [];
  let due = addMonths(from, 3);
  for (let i = 1; i <= last; i++) {
    const team = teamOn(file, due);
    const logits = 0.3 * mood(file.county, 'conference-review', team, due) - 1.2 * file.county.stories.drift(team, due);
    const late = !draw.chance(shifted(reviewInTime, logits));
    const held = late
      ? addWorkingDays(due, 1 + Math.floor(draw.wait(9)))
      : addWorkingDays(due - 16, Math.max(1, 10 - Math.floor(draw.wait(2.5))));
    reviews.push({ due, held, last: i === last });
    due = addMonths(held, 6);
  }
  return reviews;
}

/** Tells a child protection plan: its reviews, visits, further enquiries, its end and what came after. */
export function protect(file: CaseFile, turn: Extract<Turn, { to: 'plan' }>): Turn {
  const { county, child } = file;
  const draw = shared(file, 'plan');
  const alone = own(file, 'plan-child');
  const from = turn.on;
  const reviews = reviewsOf(file, from, draw);
  const adult = eighteenth(child);
  const intoCare = draw.chance(ageAt(child.born, from) < 1 ? careFollowsBaby : careFollows) && alone.chance(0.8);
  let ended = Math.min(adult, reviews.at(-1)?.held ?? from);
  const careOn = workingDayFrom(from + 15 + Math.round(draw.next() * Math.max(20, ended - from - 20)));
  if (intoCare) ended = Math.min(ended, addWorkingDays(careOn, draw.whole(2, 25)));
  if (from > county.asAt) return { to: 'close', on: ended, reason: 'RC7' };

  rememberPlan(file, from);
  const id = turn.conferenceId.replace('ICP', 'CPP');
  const changed = alone.chance(0.12) && ended - from > 200 ? draw.weighted(categories) : turn.category;
  writePlan(file, id, turn.conferenceId, from, ended, turn.category, changed);
  writeReviews(file, id, reviews, ended);
  visit(file, id, from, ended);
  if (intoCare) writePreProceedings(file, careOn);
  if (draw.chance(0.14)) {
    file.phase++;
    const at = workingDayFrom(from + Math.round(draw.next() * (ended - from)));
    if (at < ended) furtherEnquiry(file, at);
  }
  child.plans++;
  if (intoCare && careOn < adult) return { to: 'care', on: Math.min(careOn, ended) };
  if (draw.chance(0.8) && ended < adult) return { to: 'need', on: ended, stepDown: true };
  return { to: 'close', on: Math.min(adult, addWorkingDays(ended, draw.whole(0, 15))), reason: 'RC7' };
}

/** A plan from where the family lived before, or from before the records begin, known from the child's history. */
function rememberPlan(file: CaseFile, from: DayNumber): void {
  const { county, child } = file;
  const draw = shared(file, 'earlier-plan');
  const years = (from - county.start) / 365;
  const elsewhere = draw.chance(earlierPlans.elsewhere);
  const here = draw.chance(earlierPlans.atFirst * Math.exp(-years / earlierPlans.fadesOver));
  const length = 90 + Math.round(draw.wait(190));
  const known = elsewhere ? child.noticed - 500 : Math.min(from, county.start) - 30;
  const ended = known - Math.round(draw.wait(600));
  if (child.plans > 0 || !(elsewhere || here) || ended - length < child.born) return;
  writePlan(file, county.id('CPE'), null, ended - length, ended, 'NEG', 'NEG', elsewhere);
}

/** An enquiry while a plan runs: it leads to no new conference. */
function furtherEnquiry(file: CaseFile, at: DayNumber): void {
  const { county } = file;
  const team = teamOn(file, at);
  if (at > county.asAt) return;
  const ended = addWorkingDays(at, shared(file, 'further-enquiry').whole(3, 14));
  const id = county.id('S47');
  county.write('ssd_s47_enquiry', {
    s47e_s47_enquiry_id: id,
    s47e_referral_id: file.referralId,
    s47e_person_id: file.child.id,
    s47e_s47_start_date: iso(at),
    s47e_s47_end_date: happened(county, ended),
    s47e_s47_nfa: ended > county.asAt ? null : 'N',
    s47e_s47_outcome_json: ended > county.asAt ? null : JSON.stringify({ OUTCOME: 'Plan continues' }),
    s47e_s47_completed_by_worker_id: county.staffing.holder(team, at, shared(file, 'enquirer'))?.worker?.id,
    s47e_s47_completed_by_team: team.id,
  });
  writeEnquiryVisit(file, id, at, ended);
}

/** Writes a plan's own row; `other` marks another authority's plan. */
export function writePlan(
  file: CaseFile,
  id: string,
  conferenceId: string | null,
  from: DayNumber,
  ended: DayNumber,
  category: string,
  latest: string,
  other = false,
): void {
  file.county.write('ssd_cp_plans', {
    cppl_cp_plan_id: id,
    cppl_referral_id: file.referralId,
    cppl_icpc_id: conferenceId,
    cppl_person_id: file.child.id,
    cppl_cp_plan_start_date: iso(from),
    cppl_cp_plan_end_date: happened(file.county, ended),
    cppl_cp_plan_initial_category: category,
    cppl_cp_plan_ola: other ? 'Y' : 'N',
    cppl_cp_plan_latest_category: latest,
  });
}

function participation(age: number, draw: Draw): string {
  if (age < 4) return 'PN0';
  return draw.weighted([
    ['PN1', age > 10 ? 45 : 20],
    ['PN2', 5],
    ['PN3', 2],
    ['PN4', 2],
    ['PN5', 14],
    ['PN6', 46],
    ['PN7', 9],
  ]);
}

function writeReviews(file: CaseFile, planId: string, reviews: readonly Review[], ended: DayNumber): void {
  const { county, child } = file;
  const draw = own(file, 'plan-reviews');
  for (const review of reviews) {
    if (Math.min(review.due, review.held) > ended) return;
    const held = review.held <= county.asAt && review.held <= ended;
    if (!held && ended <= county.asAt) return;
    county.write('ssd_cp_reviews', {
      cppr_cp_review_id: county.id('CPR'),
      cppr_person_id: child.id,
      cppr_cp_plan_id: planId,
      cppr_cp_review_due: iso(review.due),
      cppr_cp_review_date: held ? iso(review.held) : null,
      cppr_cp_review_meeting_id: held ? `R${file.number}-${file.phase}-${review.held}` : null,
      cppr_cp_review_outcome_continue_cp: held ? (review.held === ended ? 'N' : 'Y') : null,
      cppr_cp_review_quorate: held ? yesNo(draw, 0.97) : null,
      cppr_cp_review_participation: held ? participation(ageAt(child.born, review.held), draw) : null,
    });
    if (!held) return;
  }
}

function visit(file: CaseFile, planId: string, from: DayNumber, ended: DayNumber): void {
  const { county, child } = file;
  const draw = shared(file, 'plan-visits');
  const alone = own(file, 'plan-visits-child');
  let day = addWorkingDays(from, draw.whole(3, 10));
  while (day < ended && day <= county.asAt) {
    const team = teamOn(file, day);
    const drift = county.stories.drift(team, day);
    if (recorded(file, team, day)) {
      const seen = yesNo(alone, shifted(0.93, -0.8 * drift));
      county.write('ssd_cp_visits', {
        cppv_cp_visit_id: county.id('CPV'),
        cppv_person_id: child.id,
        cppv_cp_plan_id: planId,
        cppv_cp_visit_date: iso(day),
        cppv_cp_visit_seen: seen,
        cppv_cp_visit_seen_alone: seen === 'Y' ? yesNo(alone, ageAt(child.born, day) < 3 ? 0.2 : 0.68) : 'N',
        cppv_cp_visit_bedroom: seen === 'Y' ? yesNo(alone, 0.5) : 'N',
      });
    }
    day = addWorkingDays(day, Math.round(draw.weighted(visitDays) * (1 + 0.85 * drift)));
  }
}
