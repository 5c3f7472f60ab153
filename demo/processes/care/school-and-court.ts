import type { County } from '../../county.ts';
import { happened } from '../../county.ts';
import { addWorkingDays, ageAt, iso, workingDayFrom } from '../../days.ts';
import type { Draw } from '../../random.ts';
import type { Period } from './episodes.ts';

/** Days between two reviews of an education plan, about one a term. */
const term = 115;

/** Writes the personal education plans of the school years of a period of care. */
export function writeEducationPlans(county: County, period: Period, draw: Draw): void {
  const { child, from, to } = period;
  const end = Math.min(to, county.asAt + 1);
  const slow = draw.chance(0.08) ? 2 : 1;
  let day = addWorkingDays(from, 12 + Math.round(draw.wait(8)));
  while (day < end) {
    const age = ageAt(child.born, day);
    if (age >= 4 && age <= 17 && day >= county.start - 400) {
      county.write('personal_education_plans', {
        pep_id: county.id('PEP'),
        person_id: child.id,
        reviewed_on: iso(day),
      });
    }
    day = workingDayFrom(day + (term + Math.round(draw.normal(0, 18) + draw.wait(12))) * slow);
  }
}

/** Writes care proceedings: from the interim order to the order that ended them, or to the end of care. */
export function writeProceedings(county: County, period: Period): void {
  const at = period.statuses.findIndex(({ status }) => status === 'C1');
  const issued = period.statuses[at]?.from;
  if (issued === undefined || issued > county.asAt) return;
  const concluded = Math.max(issued + 1, period.statuses[at + 1]?.from ?? period.to);
  if (concluded < county.start - 400) return;
  county.write('care_proceedings', {
    proceedings_id: county.id('CPC'),
    person_id: period.child.id,
    issued_on: iso(issued),
    concluded_on: happened(county, concluded),
  });
}
