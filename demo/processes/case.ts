import { type County, happened } from '../county.ts';
import { addWorkingDays, ageAt, type DayNumber, iso, workingDayFrom } from '../days.ts';
import { type Team, type TeamKind, teamsOf } from '../organisation.ts';
import type { Child } from '../people.ts';
import type { Weighted } from '../random.ts';
import { assess } from './assessment.ts';
import { lookAfter } from './care/care.ts';
import { type CaseFile, eighteenth, handOver, own, shared, type Turn } from './case-file.ts';
import { enquire, writeConference } from './enquiry.ts';
import { writeInvolvements } from './involvements.ts';
import { need } from './need.ts';
import { protect, writePlan } from './plan.ts';
import { stepDown } from './step-down.ts';

/** Where a referral came from: the census code and its words. */
export interface Source {
  readonly code: string;
  readonly text: string;
}

const noFurtherAction = 0.066;
const enquiryAtOnce = 0.34;
const careAtOnce = 0.022;
const planAfterAssessment = 0.355;
const planAfterEnquiry = 0.56;
const transferIn = 0.0028;
const otherAuthorityPlan = 0.0022;
const needs: Weighted<string> = [
  ['N1', 57],
  ['N2', 4],
  ['N3', 3],
  ['N4', 10],
  ['N5', 15],
  ['N6', 4],
  ['N7', 0.6],
  ['N8', 1.4],
  ['N9', 2],
  ['N0', 3],
];

function teamOf(county: County, kind: TeamKind, child: Child, number: number): Team {
  const teams = teamsOf(county.organisation, kind, kind === 'disability' ? null : child.family.district);
  return county.streams(`team-${kind}`, number).pick(teams);
}

/** Opens the file of a child's case. */
export function openCase(county: County, child: Child, number: number, on: DayNumber): CaseFile {
  const draw = county.streams('need-code', number);
  return {
    county,
    child,
    number,
    referralId: county.id('REF'),
    referredOn: on,
    need: child.disability !== null && draw.chance(0.5) ? 'N2' : child.unaccompanied ? 'N8' : draw.weighted(needs),
    holdings: [],
    phase: 0,
  };
}

/** Follows a child's case from referral to its close, and writes all of it that has happened. */
export function followReferral(county: County, child: Child, number: number, on: DayNumber, source: Source): void {
  const file = openCase(county, child, number, on);
  const draw = shared(file, 'referral');
  if (draw.chance(noFurtherAction)) {
    const closed = addWorkingDays(
      on,
      draw.weighted([
        [0, 30],
        [1, 50],
        [2, 20],
      ]),
    );
    writeReferral(file, teamsOf(county.organisation, 'front-door', null)[0] ?? null, source, closed, 'RC8', true);
    child.knownUntil = closed;
    return;
  }
  const disabled = child.disability !== null && file.need === 'N2';
  const assessing = disabled
    ? teamOf(county, 'disability', child, number)
    : teamOf(county, 'assessment', child, number);
  handOver(
    file,
    assessing,
    addWorkingDays(
      on,
      draw.weighted([
        [0, 50],
        [1, 40],
        [2, 10],
      ]),
    ),
  );
  const first = firstTurn(file, assessing);
  followTurns(file, first, disabled, (closed, reason) => writeReferral(file, assessing, source, closed, reason, false));
}

/** The assessment, the enquiry that may run beside it, and what they led to. */
function firstTurn(file: CaseFile, assessing: Team): Turn {
  const { child } = file;
  const on = file.referredOn;
  const draw = shared(file, 'first-turn');
  const alone = own(file, 'first-turn-child');
  const transferred = draw.chance(transferIn);
  if (transferred || draw.chance(otherAuthorityPlan)) return planFromElsewhere(file, assessing, transferred);
  const risk = child.plans > 0 ? 1.9 : 1;
  const returned = child.periods > 0 ? 4 : 1;
  let enquired = false;
  let plan: Turn | null = null;
  if (draw.chance(enquiryAtOnce * risk) && !alone.chance(0.06)) {
    const at = addWorkingDays(on, Math.floor(draw.wait(3)));
    const end = enquire(file, assessing, workingDayFrom(at));
    enquired = true;
    if (end.plan && end.conferenceId !== null) {
      plan = { to: 'plan', on: end.on, conferenceId: end.conferenceId, category: end.category };
    }
  }
  const goesOn =
    plan !== null ||
    draw.chance(enquired ? planAfterEnquiry : planAfterAssessment) ||
    (child.disability !== null && alone.chance(0.4));
  const into = draw.chance(careAtOnce * risk * returned * (ageAt(child.born, on) < 1 ? 5 : 1)) && alone.chance(0.8);
  const early = draw.chance(0.3);
  const outcome = goesOn || into ? 'Services provided' : early ? 'Early help' : 'No further action';
  const authorised = assess(file, assessing, on, outcome);
  if (plan !== null) return plan;
  if (into)
    return {
      to: 'care',
      on: Math.max(child.born, workingDayFrom(on + Math.round(draw.next() * draw.next() * (authorised - on)))),
    };
  if (goesOn) return { to: 'need', on: authorised, stepDown: false };
  return { to: 'close', on: addWorkingDays(authorised, draw.whole(0, 4)), reason: early ? 'RC9' : 'RC8' };
}

/** A plan that came with the child: made at a transfer-in conference, or another authority's own. */
function planFromElsewhere(file: CaseFile, team: Team, transferred: boolean): Turn {
  const { county } = file;
  const held = addWorkingDays(file.referredOn, shared(file, 'transfer').whole(5, 15));
  const authorised = assess(file, team, file.referredOn, 'Services provided');
  const id = county.id('ICP');
  if (!transferred) {
    const ended = workingDayFrom(held + Math.round(shared(file, 'transfer').wait(200)));
    if (held <= county.asAt) writePlan(file, id.replace('ICP', 'CPP'), null, held, ended, 'NEG', 'NEG', true);
    return { to: 'need', on: authorised, stepDown: false };
  }
  const conference = {
    enquiryId: null,
    from: file.referredOn,
    held,
    plan: true,
    category: 'NEG',
    workerId: null,
    transferIn: true,
  };
  if (held <= county.asAt) writeConference(file, team, id, conference);
  return { to: 'plan', on: held, conferenceId: id, category: 'NEG' };
}

/** Follows a case from turn to turn until it closes; then says when, and writes who worked with it. */
export function followTurns(
  file: CaseFile,
  first: Turn,
  keepTeam: boolean,
  closed: (on: DayNumber, reason: string) => void,
): void {
  const { county, child } = file;
  let turn = first;
  while (turn.to !== 'close') {
    file.phase++;
    if (turn.on >= eighteenth(child)) turn = { to: 'close', on: eighteenth(child), reason: 'RC7' };
    else if (turn.on > county.asAt) turn = { to: 'close', on: turn.on, reason: 'RC7' };
    else {
      if (!keepTeam) {
        const back = file.holdings.at(-1)?.team.kind !== 'family';
        if (back) handOver(file, teamOf(county, 'family', child, file.number), turn.on);
      }
      if (turn.to === 'need') turn = need(file, turn.on, turn.stepDown);
      else if (turn.to === 'plan') turn = protect(file, turn);
      else turn = lookAfter(file, turn.on);
    }
  }
  const on = Math.max(turn.on, file.referredOn);
  closed(on, turn.reason);
  writeInvolvements(file, on);
  if (turn.reason === 'RC7' && !child.gone) stepDown(file, on);
  child.knownUntil = on;
}

/** Working days from a referral to the decision on what to do: most on the day or the next. */
const decisionDays: Weighted<number> = [
  [0, 52],
  [1, 33],
  [2, 7],
  [3, 4],
  [5, 4],
];

/** Writes the referral's own row, and the decision on it where it came in within the records. */
export function writeReferral(
  file: CaseFile,
  team: Team | null,
  source: Source,
  closed: DayNumber,
  reason: string,
  nfa: boolean,
): void {
  const { county, child } = file;
  const worker =
    team === null
      ? null
      : county.staffing.holder(
          team,
          Math.max(file.referredOn, county.start),
          county.streams('referral-worker', file.number),
        )?.worker;
  county.write('ssd_cin_episodes', {
    cine_referral_id: file.referralId,
    cine_person_id: child.id,
    cine_referral_date: iso(file.referredOn),
    cine_cin_primary_need_code: file.need,
    cine_referral_source_code: source.code,
    cine_referral_source_desc: source.text,
    cine_referral_outcome_json: JSON.stringify({ OUTCOME: nfa ? 'No further action' : 'Assessment' }),
    cine_referral_nfa: nfa ? 'Y' : 'N',
    cine_close_reason: closed > county.asAt ? null : reason,
    cine_close_date: happened(county, closed),
    cine_referral_team: team?.id,
    cine_referral_worker_id: worker?.id,
  });
  if (file.referredOn < county.start) return;
  const decided = addWorkingDays(file.referredOn, county.streams('decision', file.number).weighted(decisionDays));
  if (decided > county.asAt) return;
  county.write('referral_decisions', {
    decision_id: county.id('DEC'),
    referral_id: file.referralId,
    decided_on: iso(decided),
    decision: nfa ? 'No further action' : 'Assessment',
  });
}
