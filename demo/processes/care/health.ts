import type { County } from '../../county.ts';
import { addMonths, addWorkingDays, ageAt, type DayNumber, iso, workingDayFrom } from '../../days.ts';
import type { Draw } from '../../random.ts';
import type { Period } from './episodes.ts';

function check(county: County, period: Period, type: string, on: DayNumber, status: string): void {
  if (on > county.asAt || on >= period.to || on < county.start - 400) return;
  county.write('ssd_cla_health', {
    clah_health_check_id: county.id('HLT'),
    clah_person_id: period.child.id,
    clah_health_check_type: type,
    clah_health_check_date: iso(on),
    clah_health_check_status: status,
  });
}

/** Writes health assessments, dental checks, immunisations, strengths-and-difficulties scores and substance misuse. */
export function writeHealth(county: County, period: Period, draw: Draw): void {
  const { child } = period;
  const end = Math.min(period.to, county.asAt);
  const noDentist = draw.chance(0.07);
  const reluctant = ageAt(child.born, period.from) >= 13 && draw.chance(0.12);
  check(
    county,
    period,
    'Initial Health Assessment',
    addWorkingDays(period.from, 8 + Math.round(draw.wait(12))),
    'Completed',
  );
  for (let due = addMonths(period.from, 6); due < end; due = addMonths(due, ageAt(child.born, due) < 5 ? 6 : 12)) {
    const on = workingDayFrom(due - 21 + Math.round(draw.wait(24)));
    if (!draw.chance(0.05))
      check(county, period, 'Review Health Assessment', on, reluctant || draw.chance(0.02) ? 'Refused' : 'Completed');
  }
  let dental = workingDayFrom(period.from + Math.round(draw.wait(130)));
  while (dental < end) {
    const status = reluctant || draw.chance(0.04) ? 'Refused' : draw.chance(0.03) ? 'Cancelled' : 'Completed';
    if (ageAt(child.born, dental) >= 1 || draw.chance(0.45))
      if (!noDentist) check(county, period, 'Dental Check', dental, status);
    dental = workingDayFrom(dental + 150 + Math.round(draw.wait(130)));
  }
  immunise(county, period, end);
  if (end - period.from > 365 && period.to > county.asAt) {
    county.write('ssd_cla_immunisations', {
      clai_person_id: child.id,
      clai_immunisations_status: draw.chance(0.82) ? 'Y' : 'N',
      clai_immunisations_status_date: iso(end - draw.whole(10, 300)),
    });
  }
  for (let due = addMonths(period.from, 11); due < end; due = addMonths(due, 12)) score(county, period, due, draw);
  if (ageAt(child.born, end) >= 12 && draw.chance(0.05)) {
    county.write('ssd_cla_substance_misuse', {
      clas_substance_misuse_id: county.id('SUB'),
      clas_person_id: child.id,
      clas_substance_misuse_date: iso(period.from + Math.floor(draw.next() * (end - period.from))),
      clas_substance_misused: draw.weighted([
        ['Cannabis', 60],
        ['Alcohol', 25],
        ['Other', 15],
      ]),
      clas_intervention_received: draw.chance(0.5) ? 'Y' : 'N',
    });
  }
}

/** Writes the record of immunisations that each year in care leaves, up to the latest, which is written apart. */
function immunise(county: County, period: Period, end: DayNumber): void {
  const draw = county.streams('immunisations', period.child.number, period.from);
  const upToDate = draw.chance(0.86);
  for (let day = period.from + draw.whole(60, 330); day < end - 300; day += 365) {
    if (day < county.start - 400) continue;
    county.write('ssd_cla_immunisations', {
      clai_person_id: period.child.id,
      clai_immunisations_status: upToDate && draw.chance(0.95) ? 'Y' : 'N',
      clai_immunisations_status_date: iso(day),
    });
  }
}

function score(county: County, period: Period, on: DayNumber, draw: Draw): void {
  const age = ageAt(period.child.born, on);
  if (age < 4 || age > 16 || on < county.start - 400) return;
  const done = draw.chance(0.78);
  county.write('ssd_sdq_scores', {
    csdq_table_id: county.id('SDQ'),
    csdq_person_id: period.child.id,
    csdq_sdq_completed_date: iso(on),
    csdq_sdq_reason: done
      ? null
      : draw.weighted([
          ['SDQ2', 35],
          ['SDQ3', 8],
          ['SDQ4', 40],
          ['SDQ5', 17],
        ]),
    csdq_sdq_score: done ? Math.max(0, Math.min(40, Math.round(draw.normal(13.8, 7.2)))) : null,
  });
}
