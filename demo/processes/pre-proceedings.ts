import { happened, yesNo } from '../county.ts';
import { type DayNumber, iso, workingDayFrom } from '../days.ts';
import { type CaseFile, own, shared } from './case-file.ts';

/** Writes the meetings with the family and its lawyers that come before care proceedings, for most who go to court. */
export function writePreProceedings(file: CaseFile, into: DayNumber): void {
  const { county, child } = file;
  const draw = shared(file, 'pre-proceedings');
  const decided = workingDayFrom(into - draw.whole(20, 150));
  if (draw.chance(0.3) || decided > county.asAt || decided < file.referredOn) return;
  const court = into <= county.asAt;
  county.write('ssd_pre_proceedings', {
    prep_table_id: county.id('PRE'),
    prep_person_id: child.id,
    prep_plo_family_id: `F${String(child.family.number).padStart(6, '0')}`,
    prep_pre_pro_decision_date: iso(decided),
    prep_initial_pre_pro_meeting_date: happened(county, workingDayFrom(decided + 12)),
    prep_pre_pro_outcome: court ? 'Decision to issue care proceedings' : null,
    prep_cp_plans_referral_period: child.plans,
    prep_legal_gateway_outcome: 'Commence pre-proceedings',
    prep_prev_pre_proc_child: own(file, 'pre-proceedings-child').chance(0.08) ? 1 : 0,
    prep_prev_care_proc_child: child.periods,
    prep_pre_pro_letter_date: happened(county, decided + 2),
    prep_care_pro_letter_date: court ? iso(into) : null,
    prep_pre_pro_meetings_num: draw.whole(1, 4),
    prep_pre_pro_parents_legal_rep: yesNo(draw, 0.9),
    prep_la_initial_care_plan: court
      ? draw.weighted([
          ['A', 70],
          ['C', 12],
          ['E', 10],
          ['D', 8],
        ])
      : null,
  });
}
