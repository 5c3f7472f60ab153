import {
  addMonths,
  addWorkingDays,
  type DayNumber,
  firstOfMonth,
  iso,
  isWorkingDay,
  monthNumber,
  workingDayFrom,
} from '../days.ts';
import type { Draw } from '../random.ts';
import type { Agency } from './agency.ts';
import type { Member } from './staffing.ts';

/** Writes staff in post since the records begin, with their appraisals and days of absence. */
export function writeWorkforce(agency: Agency): void {
  for (const member of agency.staffing.members) {
    if (member.left !== null && member.left < agency.start) continue;
    const draw = agency.streams('member', member.number);
    agency.write('staff', {
      staff_id: member.id,
      team_id: member.team.id,
      role: member.role,
      fte: member.fte,
      diversity_form: draw.chance(0.002) ? null : draw.chance(0.996) ? 'Y' : 'N',
      started_on: iso(member.started),
      left_on: member.left === null ? null : iso(member.left),
    });
    writeAppraisals(agency, member, draw);
    writeAbsences(agency, member);
  }
}

/** The last day in post that the records know. */
const lastDay = ({ asAt }: Agency, { left }: Member): DayNumber => Math.min(asAt, left === null ? asAt : left - 1);

/** About every 22 months, sooner in the south. */
function writeAppraisals(agency: Agency, member: Member, draw: Draw): void {
  const every = member.team.serviceArea.area === 'SOUTH' ? 570 : 680;
  let day = Math.max(member.started, addMonths(agency.start, -18)) + draw.whole(60, every);
  for (; day <= lastDay(agency, member); day += Math.max(200, Math.round(draw.normal(every, 90)))) {
    const completed = workingDayFrom(day);
    if (completed > lastDay(agency, member)) break;
    agency.write('appraisals', { appraisal_id: agency.id('AP'), staff_id: member.id, completed_on: iso(completed) });
  }
}

const shortAYear = 1.7;
const otherAYear = 0.4;

/** Month by month; an absence that would overlap the one before does not happen. */
function writeAbsences(agency: Agency, member: Member): void {
  const from = Math.max(agency.start, member.started);
  const to = lastDay(agency, member);
  let free = from;
  for (let month = monthNumber(from); month <= monthNumber(to); month++) {
    const draw = agency.streams('absence', member.number, month);
    const day = firstOfMonth(month) + draw.whole(0, 27);
    const long = draw.chance(agency.stories.longAbsence(member.team, day) / 12);
    const short = draw.chance(shortAYear / 12);
    const other = draw.chance(otherAYear / 12);
    if (day < free || day > to || !(long || short || other)) continue;
    const begins = workingDayFrom(day);
    const last = long
      ? begins + draw.whole(29, 260)
      : addWorkingDays(
          begins,
          draw.weighted([
            [0, 3],
            [1, 3],
            [2, 2],
            [4, 2],
            [9, 0.6],
          ]),
        );
    writeDays(
      agency,
      member,
      { begins, last: Math.min(last, to), long, reason: long || short ? 'sickness' : 'other' },
      draw,
    );
    free = last + 1;
  }
}

interface Spell {
  readonly begins: DayNumber;
  readonly last: DayNumber;
  readonly long: boolean;
  readonly reason: string;
}

/** A long absence is recorded for every day of the week, as on a doctor's note; a short one for working days. */
function writeDays(agency: Agency, member: Member, { begins, last, long, reason }: Spell, draw: Draw): void {
  if (begins > last) return;
  const id = agency.id('AB');
  const half = !long && draw.chance(0.1);
  for (let day = begins; day <= last; day++) {
    if (!long && !isWorkingDay(day)) continue;
    const lost = half && day === begins ? 0.5 : 1;
    agency.write('absence_days', { absence_id: id, staff_id: member.id, day: iso(day), lost, reason });
  }
}
