import { mood, shifted, yesNo } from '../../county.ts';
import { addMonths, addWorkingDays, ageAt, type DayNumber, iso, workingDayFrom } from '../../days.ts';
import type { Draw } from '../../random.ts';
import { type CaseFile, recorded, teamOn } from '../case-file.ts';
import type { Period } from './episodes.ts';

const inTime = 0.981;
const cancelled = 0.025;

function participation(age: number, draw: Draw): string {
  if (age < 4) return 'PN0';
  return draw.weighted([
    ['PN1', 44],
    ['PN2', 4],
    ['PN3', 3],
    ['PN4', 2],
    ['PN5', 10],
    ['PN6', 31],
    ['PN7', 6],
  ]);
}

/** Writes the reviews of a period of care: at 20 working days, three months later, then six-monthly; the next one due stands without a date. */
export function writeCareReviews(file: CaseFile, period: Period, draw: Draw): void {
  const { county } = file;
  let due = addWorkingDays(period.from, 20);
  for (let i = 0; due < period.to + 14; i++) {
    const team = teamOn(file, due);
    const on = shifted(inTime, 0.3 * mood(county, 'care-review', team, due));
    const held = draw.chance(on)
      ? addWorkingDays(due - 16, Math.max(1, 10 - Math.floor(draw.wait(3))))
      : addWorkingDays(due, 1 + Math.floor(draw.wait(11)));
    if (Math.min(due, held) >= period.to && period.to <= county.asAt) return;
    const takesPlace = held < period.to;
    const write = (day: DayNumber | null, dropped: boolean): void =>
      county.write('ssd_cla_reviews', {
        clar_cla_review_id: county.id('REV'),
        clar_cla_id: period.claId,
        clar_cla_review_due_date: iso(due),
        clar_cla_review_date: day === null ? null : iso(day),
        clar_cla_review_cancelled: dropped ? 'Y' : 'N',
        clar_cla_review_participation: day === null ? null : participation(ageAt(period.child.born, day), draw),
        clar_cla_person_id: period.child.id,
      });
    if (!takesPlace && period.to <= county.asAt) return;
    if (due >= county.start - 400) {
      if (held <= county.asAt && draw.chance(cancelled)) write(null, true);
      write(held <= county.asAt ? held : null, false);
    }
    if (held > county.asAt) return;
    due = addMonths(held, i === 0 ? 3 : 6);
  }
}

/** Writes the statutory visits of a period of care: in the first week, then every four to eight weeks. */
export function writeCareVisits(file: CaseFile, period: Period, draw: Draw): void {
  const { county } = file;
  let day = workingDayFrom(period.from + draw.whole(1, 9));
  if (day < county.start) day = workingDayFrom(county.start + draw.whole(1, 40));
  while (day < period.to && day <= county.asAt) {
    if (recorded(file, teamOn(file, day), day)) {
      const seen = yesNo(draw, 0.96);
      county.write('ssd_cla_visits', {
        clav_cla_visit_id: county.id('CLV'),
        clav_cla_id: period.claId,
        clav_person_id: period.child.id,
        clav_cla_visit_date: iso(day),
        clav_cla_visit_seen: seen,
        clav_cla_visit_seen_alone: seen === 'Y' ? yesNo(draw, ageAt(period.child.born, day) < 3 ? 0.3 : 0.78) : 'N',
      });
    }
    day = workingDayFrom(day + 24 + Math.round(draw.wait(13)));
  }
}
