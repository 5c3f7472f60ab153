import { type County, happened } from '../county.ts';
import type { DayNumber } from '../days.ts';
import type { Draw, Weighted } from '../random.ts';

/** Families that enquire about adopting in a year, for each 10,000 children of the area. */
const enquiriesPer10000 = 7;
/** Families that a child of the area may be placed with: most enquire and go no further. */
const goesOn = { stage1: 0.45, stage2: 0.8, approval: 0.93, match: 0.85, placement: 0.97, order: 0.95 };
/** Mean days from one step to the next. The stages are to take two months and four. */
const days = { stage1: 35, stage1Lasts: 80, between: 12, stage2Lasts: 125, match: 190, placement: 24, order: 290 };
const children: Weighted<number> = [
  [1, 78],
  [2, 20],
  [3, 2],
];
const ethnicities: Weighted<string> = [
  ['WBRI', 82],
  ['WOTH', 6],
  ['AIND', 3],
  ['BCRB', 2],
  ['MWBC', 2],
  ['AOTH', 2],
  ['NOBT', 3],
];
const reasons: Weighted<string> = [
  ['withdrew', 70],
  ['on-hold', 20],
  ['refused', 10],
];

/** The steps of a family, each no earlier than the one before; null from where it went no further. */
interface Steps {
  readonly stage1: DayNumber | null;
  readonly stage1Ended: DayNumber | null;
  readonly stage2: DayNumber | null;
  readonly stage2Ended: DayNumber | null;
  readonly approved: DayNumber | null;
  readonly matched: DayNumber | null;
  readonly placed: DayNumber | null;
  readonly order: DayNumber | null;
  /** The last day on which anything happened to it. */
  readonly last: DayNumber;
}

/** Writes the families that enquire about adopting, from the enquiry to the order or to where they leave. */
export function writeAdopters(county: County): void {
  const { start, asAt, organisation } = county;
  const draw = county.streams('adopters');
  const aDay = (enquiriesPer10000 * organisation.population) / 10_000 / 365.25;
  for (let day = start; day <= asAt; day++) {
    for (let family = draw.count(aDay); family > 0; family--) writeFamily(county, day, draw);
  }
}

function stepsFrom(enquired: DayNumber, draw: Draw): Steps {
  let last = enquired;
  const on = (from: DayNumber | null, share: number, mean: number): DayNumber | null => {
    // Both are drawn, whatever comes of it, so that a family that stops changes nothing for the next.
    const [goes, wait] = [draw.chance(share), Math.round(mean * 0.5 + draw.wait(mean * 0.5))];
    if (from === null || !goes) return null;
    last = from + wait;
    return last;
  };
  const stage1 = on(enquired, goesOn.stage1, days.stage1);
  const stage1Ended = on(stage1, 1, days.stage1Lasts);
  const stage2 = on(stage1Ended, goesOn.stage2, days.between);
  const stage2Ended = on(stage2, 1, days.stage2Lasts);
  const approved = on(stage2Ended, goesOn.approval, 0);
  const matched = on(approved, goesOn.match, days.match);
  const placed = on(matched, goesOn.placement, days.placement);
  const order = on(placed, goesOn.order, days.order);
  return { stage1, stage1Ended, stage2, stage2Ended, approved, matched, placed, order, last };
}

function writeFamily(county: County, enquired: DayNumber, draw: Draw): void {
  const steps = stepsFrom(enquired, draw);
  const family = county.id('AF');
  const placed = draw.weighted(children);
  const early = draw.chance(0.08);
  const left = steps.order === null ? steps.last + Math.round(draw.wait(60)) : null;
  const reason = draw.weighted(reasons);
  const couple = draw.chance(0.72);
  const sexes = couple
    ? draw.chance(0.85)
      ? ['F', 'M']
      : draw.pick([
          ['F', 'F'],
          ['M', 'M'],
        ])
    : [draw.chance(0.8) ? 'F' : 'M'];
  for (const sex of sexes) {
    county.write('prospective_adopters', {
      application_id: county.id('AP'),
      adopter_id: county.id('AD'),
      family_id: family,
      sex,
      ethnicity: draw.weighted(ethnicities),
      disability: draw.chance(0.04) ? 'Y' : 'N',
      fostering_for_adoption: early ? 'Y' : 'N',
      enquired_on: happened(county, enquired),
      stage_1_started_on: happened(county, steps.stage1),
      stage_1_ended_on: happened(county, steps.stage1Ended),
      stage_2_started_on: happened(county, steps.stage2),
      stage_2_ended_on: happened(county, steps.stage2Ended),
      applied_on: happened(county, steps.stage1),
      approved_on: happened(county, steps.approved),
      matched_on: happened(county, steps.matched),
      placed_on: happened(county, steps.placed),
      children_placed: happened(county, steps.placed) === null ? null : placed,
      adoption_order_on: happened(county, steps.order),
      left_on: happened(county, left),
      left_reason: happened(county, left) === null ? null : reason,
    });
  }
}
