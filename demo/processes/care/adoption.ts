import type { County } from '../../county.ts';
import { happened } from '../../county.ts';
import { type DayNumber, iso } from '../../days.ts';
import type { Draw, Weighted } from '../../random.ts';
import type { Period } from './episodes.ts';
import type { Exit } from './exit.ts';

const adopters: Weighted<readonly [sex: string, legal: string, number: number]> = [
  [['MF', 'L11', 2], 62],
  [['MF', 'L3', 2], 8],
  [['MM', 'L12', 2], 8],
  [['FF', 'L12', 2], 5],
  [['MM', 'L2', 2], 2],
  [['F1', 'L0', 1], 13],
  [['M1', 'L0', 1], 2],
];

/** Writes the permanence row of a child with a decision for adoption, or with an order that ended care. */
export function writePermanence(county: County, period: Period, exit: Exit, draw: Draw): void {
  const id = (): string => county.id('PRM');
  const adopted = exit.adoption;
  if (adopted === null) {
    if (exit.kind === 'guardian' || exit.kind === 'arrangements') orderOnly(county, period, exit, id());
    else if (exit.kind !== 'home' && draw.chance(0.04)) reversed(county, period, draw, id());
    return;
  }
  if (adopted.decided > county.asAt) return;
  const [sex, legal, number] = draw.weighted(adopters);
  const ordered = exit.on <= county.asAt;
  const placed = adopted.placed <= county.asAt;
  const siblings = draw.chance(0.38);
  const together = siblings && draw.chance(0.8) ? draw.whole(1, 2) : 0;
  county.write('ssd_permanence', {
    perm_table_id: id(),
    perm_person_id: period.child.id,
    perm_cla_id: period.claId,
    perm_adm_decision_date: iso(adopted.decided),
    perm_placement_order_date: happened(county, adopted.placementOrder),
    perm_matched_date: happened(county, adopted.matched),
    perm_placed_for_adoption_date: happened(county, adopted.placed),
    perm_adopted_by_carer_flag: placed ? (adopted.carerSince === null ? 'N' : 'Y') : null,
    perm_placed_foster_carer_date: placed && adopted.carerSince !== null ? iso(adopted.carerSince) : null,
    perm_part_of_sibling_group: siblings ? 1 : 0,
    perm_siblings_placed_together: placed ? together : null,
    perm_siblings_placed_apart: placed ? (siblings && together === 0 ? 1 : 0) : null,
    perm_permanence_order_date: ordered ? iso(exit.on) : null,
    perm_permanence_order_type: ordered ? 'Adoption order' : null,
    perm_adopter_sex: placed ? sex : null,
    perm_adopter_legal_status: placed ? legal : null,
    perm_number_of_adopters: placed ? number : null,
  });
}

function orderOnly(county: County, period: Period, exit: Exit, id: string): void {
  if (exit.on > county.asAt) return;
  county.write('ssd_permanence', {
    perm_table_id: id,
    perm_person_id: period.child.id,
    perm_cla_id: period.claId,
    perm_permanence_order_date: iso(exit.on),
    perm_permanence_order_type: exit.kind === 'guardian' ? 'Special guardianship order' : 'Child arrangements order',
  });
}

/** A decision for adoption that was reversed. */
function reversed(county: County, period: Period, draw: Draw, id: string): void {
  const decided: DayNumber = period.from + draw.whole(150, 500);
  const back = decided + draw.whole(120, 700);
  if (decided >= Math.min(period.to, county.asAt) || period.child.born + 8 * 365 < decided) return;
  const undone = back < period.to && back <= county.asAt;
  county.write('ssd_permanence', {
    perm_table_id: id,
    perm_person_id: period.child.id,
    perm_cla_id: period.claId,
    perm_adm_decision_date: iso(decided),
    perm_decision_reversed_date: undone ? iso(back) : null,
    perm_decision_reversed_reason: undone
      ? draw.weighted([
          ['RD1', 35],
          ['RD2', 20],
          ['RD3', 25],
          ['RD4', 20],
        ])
      : null,
    perm_part_of_sibling_group: 0,
  });
}
