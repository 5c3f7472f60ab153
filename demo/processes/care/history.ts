import type { County } from '../../county.ts';
import { happened, yesNo } from '../../county.ts';
import { ageAt, iso, workingDayFrom } from '../../days.ts';
import type { Draw, Weighted } from '../../random.ts';
import type { Period } from './episodes.ts';

const previous: Weighted<string> = [
  ['Z1', 905],
  ['P1', 9],
  ['P2', 56],
  ['P3', 22],
  ['P4', 8],
];

/** Writes what went before and beside a period of care: earlier permanence, missing episodes, offences, short stays elsewhere. */
export function writeHistory(county: County, period: Period, draw: Draw): void {
  const option = draw.weighted(previous);
  const age = ageAt(period.child.born, period.from);
  const before = option !== 'Z1' && age >= 2;
  county.write('ssd_cla_previous_permanence', {
    lapp_table_id: county.id('PPR'),
    lapp_person_id: period.child.id,
    lapp_previous_permanence_order_date: before ? iso(period.from - draw.whole(200, age * 300)) : null,
    lapp_previous_permanence_option: before ? option : 'Z1',
    lapp_previous_permanence_la: before ? county.organisation.code : null,
  });
  writeMissing(county, period, draw);
  writeStays(county, period, draw);
  offend(county, period);
  const end = Math.min(period.to, county.asAt);
  if (ageAt(period.child.born, end) >= 12 && end - period.from > 365 && draw.chance(0.04)) {
    county.write('ssd_cla_convictions', {
      clac_cla_conviction_id: county.id('CON'),
      clac_person_id: period.child.id,
      clac_cla_conviction_date: iso(end - draw.whole(1, 360)),
      clac_cla_conviction_offence: draw.weighted([
        ['Theft', 40],
        ['Criminal damage', 30],
        ['Assault', 30],
      ]),
    });
  }
}

/** Convictions of the years before the last one, which is drawn apart. */
function offend(county: County, period: Period): void {
  const draw = county.streams('convictions', period.child.number, period.from);
  const end = Math.min(period.to, county.asAt) - 365;
  for (let day = period.from + draw.whole(30, 365); day < end; day += 365) {
    if (ageAt(period.child.born, day) < 12 || day < county.start || !draw.chance(0.04)) continue;
    county.write('ssd_cla_convictions', {
      clac_cla_conviction_id: county.id('CON'),
      clac_person_id: period.child.id,
      clac_cla_conviction_date: iso(day),
      clac_cla_conviction_offence: draw.pick(['Theft', 'Criminal damage', 'Assault']),
    });
  }
}

function writeMissing(county: County, period: Period, draw: Draw): void {
  const prone = draw.chance(0.22);
  const rate = prone ? 0.2 + draw.wait(5) : 0.02;
  const thirteenth = period.child.born + 12 * 365;
  let day = Math.max(period.from, thirteenth, county.start);
  for (;;) {
    day += 1 + Math.round(draw.wait(365 / rate));
    if (day >= period.to || day > county.asAt) return;
    const back = day + (draw.chance(0.75) ? draw.whole(0, 1) : Math.round(1 + draw.wait(4)));
    const returned = back <= county.asAt && back < period.to;
    const offered = returned ? yesNo(draw, 0.87, 0.02) : null;
    county.write('ssd_missing', {
      miss_table_id: county.id('MIS'),
      miss_person_id: period.child.id,
      miss_missing_episode_start_date: iso(day),
      miss_missing_episode_type: draw.chance(0.82) ? 'M' : 'A',
      miss_missing_episode_end_date: returned ? iso(back) : happened(county, Math.min(back, period.to)),
      miss_missing_rhi_offered: offered,
      miss_missing_rhi_accepted: offered === 'Y' ? yesNo(draw, 0.58, 0.02) : null,
    });
    day = back;
  }
}

/** A stay in hospital, on holiday or with relief carers stands beside the placement, which goes on. */
function writeStays(county: County, period: Period, draw: Draw): void {
  let day = Math.max(period.from, county.start);
  for (;;) {
    day = workingDayFrom(day + 20 + Math.round(draw.wait(365 / 0.09)));
    const back = day + draw.whole(3, 12);
    if (back >= period.to || day > county.asAt) return;
    county.write('ssd_cla_placement', {
      clap_cla_placement_id: county.id('PLC'),
      clap_cla_placement_start_date: iso(day),
      clap_cla_placement_type: draw.weighted([
        ['T1', 30],
        ['T2', 20],
        ['T3', 30],
        ['T4', 20],
      ]),
      clap_cla_id: period.claId,
      clap_cla_placement_provider: 'PR1',
      clap_cla_placement_end_date: happened(county, back),
      clap_person_id: period.child.id,
    });
  }
}
