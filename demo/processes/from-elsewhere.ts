import type { County } from '../county.ts';
import { happened } from '../county.ts';
import { addMonths, type DayNumber, iso, workingDayFrom } from '../days.ts';
import { teamsOf } from '../organisation.ts';
import type { Weighted } from '../random.ts';
import { exitOf } from './care/exit.ts';
import { followTurns, openCase, type Source, writeReferral } from './case.ts';
import { eighteenth, handOver, own } from './case-file.ts';

/** Children who came into care each year per 10,000 children: before the records began, and unaccompanied ones. */
const startersPer10000 = 25;
const unaccompaniedPer10000 = 5.7;
const yearsBefore = 17;
const firstEarlierCase = 5_000_000;
const firstUnaccompaniedCase = 6_000_000;
const arrivalSeason = [0.7, 0.6, 0.7, 0.8, 0.9, 1.1, 1.2, 1.4, 1.4, 1.3, 1.1, 0.8];
const ages: Weighted<readonly [number, number]> = [
  [[0, 1], 19],
  [[1, 5], 18],
  [[5, 10], 18],
  [[10, 16], 34],
  [[16, 17.5], 11],
];
const authority: Source = { code: '5A', text: 'Local authority social care' };
const police: Source = { code: '6', text: 'Police' };

/** Writes the children who were in care already when the records begin, some of them for many years. */
export function rememberCare(county: County): void {
  const perMonth = ((county.organisation.population / 10_000) * startersPer10000) / 12;
  let number = firstEarlierCase;
  for (let month = -yearsBefore * 12; month < 0; month++) {
    const first = addMonths(county.start, month);
    const draw = county.streams('earlier-care', month + yearsBefore * 12);
    const starters = draw.count(perMonth);
    for (let i = 0; i < starters; i++) {
      const from = workingDayFrom(first + draw.whole(0, 27));
      const [low, high] = draw.weighted(ages);
      const born = from - Math.round((low + draw.next() * (high - low)) * 365.25);
      const child = county.people.alone(
        born,
        from,
        draw,
        draw.chance(0.75) ? 'WBRI' : draw.pick(['MWBC', 'MWAS', 'BAFR', 'WOTH', 'AOTH']),
        draw.chance(0.55) ? 'M' : 'F',
      );
      number++;
      const file = openCase(county, child, number, from - draw.whole(5, 200));
      file.phase = 1;
      if (exitOf(child, from, own(file, 'care')).on <= county.start) {
        county.people.forget(child);
        continue;
      }
      const team = teamsOf(county.organisation, 'care', child.family.district)[0];
      if (team === undefined) continue;
      handOver(file, team, file.referredOn);
      file.phase = 0;
      followTurns(file, { to: 'care', on: from }, true, (closed, reason) =>
        writeReferral(file, team, authority, closed, reason, false),
      );
    }
  }
}

/** Writes the unaccompanied children who arrive month by month; most in late summer. */
export function receiveUnaccompanied(county: County): void {
  const team = teamsOf(county.organisation, 'uasc', null)[0];
  if (team === undefined) return;
  const perMonth = ((county.organisation.population / 10_000) * unaccompaniedPer10000) / 12;
  let number = firstUnaccompaniedCase;
  let month = 0;
  for (let first = addMonths(county.start, -12); first <= county.asAt; first = addMonths(first, 1)) {
    const draw = county.streams('unaccompanied', month);
    const arrivals = draw.count(perMonth * (arrivalSeason[(month + 10) % 12] ?? 1));
    month++;
    for (let i = 0; i < arrivals; i++) {
      const from: DayNumber = first + draw.whole(0, 27);
      if (from > county.asAt) continue;
      const born = from - Math.round((17.9 - Math.min(4.5, draw.wait(1.1))) * 365.25);
      const child = county.people.alone(
        born,
        from,
        draw,
        draw.weighted([
          ['AOTH', 40],
          ['OOTH', 30],
          ['BAFR', 30],
        ]),
        draw.chance(0.95) ? 'M' : 'F',
      );
      child.unaccompanied = true;
      const file = openCase(county, child, ++number, from);
      handOver(file, team, from);
      const adult = eighteenth(child);
      county.write('ssd_immigration_status', {
        immi_person_id: child.id,
        immi_immigration_status_id: county.id('IMM'),
        immi_immigration_status: 'UASC',
        immi_immigration_status_start_date: iso(from),
        immi_immigration_status_end_date: happened(county, adult),
      });
      if (adult <= county.asAt) {
        county.write('ssd_immigration_status', {
          immi_person_id: child.id,
          immi_immigration_status_id: county.id('IMM'),
          immi_immigration_status: draw.chance(0.6) ? 'Refugee' : 'Former UASC',
          immi_immigration_status_start_date: iso(adult),
        });
      }
      followTurns(file, { to: 'care', on: from }, true, (closed, reason) =>
        writeReferral(file, team, police, closed, reason, false),
      );
    }
  }
}
