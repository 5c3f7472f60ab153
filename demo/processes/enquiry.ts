import { happened, mood, shifted, yesNo } from '../county.ts';
import { addWorkingDays, type DayNumber, iso } from '../days.ts';
import type { Team } from '../organisation.ts';
import type { Weighted } from '../random.ts';
import { type CaseFile, own, shared } from './case-file.ts';

export const categories: Weighted<string> = [
  ['NEG', 50],
  ['EMO', 37],
  ['PHY', 7],
  ['SAB', 4],
  ['MUL', 2],
];

/** How an enquiry ended: a conference with a plan or without one, or no conference. */
export interface EnquiryEnd {
  readonly on: DayNumber;
  readonly conferenceId: string | null;
  readonly plan: boolean;
  readonly category: string;
}

const conferenceFollows = 0.308;
const again = 0.6;
const conferenceInTime = 0.785;
const planFollows = 0.85;

/** Writes an enquiry under section 47 and the initial conference that may follow it. */
export function enquire(file: CaseFile, team: Team, from: DayNumber): EnquiryEnd {
  const { county, child } = file;
  const draw = shared(file, 'enquiry');
  const alone = own(file, 'enquiry-child');
  const conference = draw.chance(child.plans > 0 ? again : conferenceFollows);
  const onTime = shifted(conferenceInTime, 0.25 * mood(county, 'conference-mood', team, from));
  const days = !conference
    ? draw.whole(3, 15)
    : draw.chance(onTime)
      ? 15 - Math.min(12, Math.floor(draw.wait(2.6)))
      : 16 + Math.floor(draw.wait(6));
  const held = addWorkingDays(from, days);
  const ended = conference ? addWorkingDays(from, Math.min(days, 10)) : held;
  const plan = conference && draw.chance(planFollows) && !alone.chance(0.03);
  const category = draw.weighted(categories);
  if (from > county.asAt) return { on: held, conferenceId: null, plan: false, category };
  const worker = county.staffing.holder(team, from, county.streams('enquirer', file.number, file.phase))?.worker;
  const enquiryId = county.id('S47');
  county.write('ssd_s47_enquiry', {
    s47e_s47_enquiry_id: enquiryId,
    s47e_referral_id: file.referralId,
    s47e_person_id: child.id,
    s47e_s47_start_date: iso(from),
    s47e_s47_end_date: happened(county, ended),
    s47e_s47_nfa: ended > county.asAt ? null : conference || draw.chance(0.6) ? 'N' : 'Y',
    s47e_s47_outcome_json:
      ended > county.asAt ? null : JSON.stringify({ OUTCOME: conference ? 'Initial conference' : 'No conference' }),
    s47e_s47_completed_by_worker_id: worker?.id,
    s47e_s47_completed_by_team: team.id,
  });
  writeEnquiryVisit(file, enquiryId, from, ended);
  if (!conference) return { on: held, conferenceId: null, plan: false, category };
  const conferenceId = county.id('ICP');
  if (held <= county.asAt) {
    writeConference(file, team, conferenceId, { enquiryId, from, held, plan, category, workerId: worker?.id ?? null });
  }
  return { on: held, conferenceId, plan, category };
}

/** Writes the visit of an enquiry, a day or two into it, on which the child was nearly always seen. */
export function writeEnquiryVisit(file: CaseFile, enquiryId: string, from: DayNumber, ended: DayNumber): void {
  const { county } = file;
  const draw = own(file, 'enquiry-visit');
  const visited = Math.min(ended, addWorkingDays(from, draw.whole(0, 2)));
  if (visited > county.asAt || !draw.chance(0.985)) return;
  county.write('enquiry_visits', {
    visit_id: county.id('ENV'),
    enquiry_id: enquiryId,
    visited_on: iso(visited),
    child_seen: file.child.born > visited ? 'N' : yesNo(draw, 0.982),
  });
}

export interface Conference {
  readonly enquiryId: string | null;
  readonly from: DayNumber;
  readonly held: DayNumber;
  readonly plan: boolean;
  readonly category: string;
  readonly workerId: string | null;
  readonly transferIn?: boolean;
}

/** Writes an initial conference; without an enquiry of the authority's own it is a transfer in. */
export function writeConference(file: CaseFile, team: Team, id: string, conference: Conference): void {
  file.county.write('ssd_initial_cp_conference', {
    icpc_icpc_id: id,
    icpc_icpc_meeting_id: `M${file.number}-${file.phase}`,
    icpc_s47_enquiry_id: conference.enquiryId,
    icpc_person_id: file.child.id,
    icpc_cp_plan_id: conference.plan ? id.replace('ICP', 'CPP') : null,
    icpc_referral_id: file.referralId,
    icpc_icpc_transfer_in: conference.transferIn ? 'Y' : 'N',
    icpc_icpc_target_date: iso(addWorkingDays(conference.from, 15)),
    icpc_icpc_date: iso(conference.held),
    icpc_icpc_outcome_cp_flag: conference.plan ? 'Y' : 'N',
    icpc_icpc_outcome_json: JSON.stringify({ OUTCOME: conference.plan ? `Plan: ${conference.category}` : 'No plan' }),
    icpc_icpc_team: team.id,
    icpc_icpc_worker_id: conference.workerId,
  });
}
