import { type County, happened } from '../county.ts';
import { ageAt, type DayNumber, iso, isWorkingDay, partsOf, weekday } from '../days.ts';
import type { Child, Family } from '../people.ts';
import type { Draw, Weighted } from '../random.ts';
import { followReferral, type Source } from './case.ts';

/** Referrals a year per 10,000 children, and contacts that go no further, before the season and the weekday. */
const referralsPer10000 = 522;
const contactsPer10000 = 300;
const childrenPerReferral = 1.62;
/** A referral is of a family referred in the last twelve months, of one known up to some five years ago, or of a new one. */
/** Families that had a child protection plan come back more often: others are passed over with the rest of this chance. */
const untroubled = 0.7;
const rememberedDays = 1700;
const known = { lately: 0.205, before: 0.17 };
/** January to December: schools refer in term, so August and December are low. */
const season = [1.02, 1.02, 1.1, 0.93, 1.05, 1.1, 1.07, 0.79, 1.0, 1.09, 1.1, 0.8];
const daysOfWeek = [1.12, 1.06, 1.04, 1.02, 1.0];
const restDay = 0.06;
const schoolHoliday: Readonly<Record<number, number>> = { 8: 0.1, 4: 0.7, 12: 0.75 };
const sources: readonly (readonly [Source, number])[] = [
  [{ code: '6', text: 'Police' }, 29],
  [{ code: '2A', text: 'Schools' }, 20],
  [{ code: '3F', text: 'Other health services' }, 6],
  [{ code: '3E', text: 'A&E' }, 4],
  [{ code: '3B', text: 'Health visitor' }, 3],
  [{ code: '3A', text: 'GP' }, 2],
  [{ code: '5A', text: 'Local authority social care' }, 8],
  [{ code: '5B', text: 'Other local authority services' }, 6],
  [{ code: '1A', text: 'Family member or carer' }, 7],
  [{ code: '1B', text: 'Acquaintance' }, 2],
  [{ code: '4', text: 'Housing' }, 2],
  [{ code: '7', text: 'Other legal agency' }, 4],
  [{ code: '9', text: 'Anonymous' }, 2],
  [{ code: '8', text: 'Other' }, 4],
  [{ code: '10', text: 'Unknown' }, 1],
];

function sourceOn(day: DayNumber, draw: Draw): Source {
  const schools = schoolHoliday[partsOf(day).month] ?? 1;
  const now: Weighted<Source> = sources.map(([source, share]) => [
    source,
    source.code === '2A' ? share * schools : share,
  ]);
  return draw.weighted(now);
}

function dayFactor(day: DayNumber): number {
  const { month } = partsOf(day);
  const usual = isWorkingDay(day) ? (daysOfWeek[weekday(day)] ?? restDay) : restDay;
  return (season[month - 1] ?? 1) * usual;
}

interface Earlier {
  readonly family: Family;
  readonly day: DayNumber;
}

/** Runs the front door day by day: contacts, and the referrals that come of some of them. */
export function takeIn(county: County, progress: (day: DayNumber) => void): void {
  const { population } = county.organisation;
  const families: Earlier[] = [];
  const perDay = population / 10_000 / 262;
  let yearAgo = 0;
  let longAgo = 0;
  let number = 0;
  for (let day = county.start; day <= county.asAt; day++) {
    progress(day);
    const draw = county.streams('front-door', day);
    while ((families[yearAgo]?.day ?? day) < day - 355) yearAgo++;
    while ((families[longAgo]?.day ?? day) < day - rememberedDays) longAgo++;
    const factor = dayFactor(day);
    const referrals = draw.count((referralsPer10000 / childrenPerReferral) * perDay * factor);
    for (let i = 0; i < referrals; i++) {
      const family = familyFor(county, families, { longAgo, yearAgo }, day, draw);
      const source = sourceOn(day, draw);
      const children = family.children.filter((child) => referable(child, day));
      if (children.length === 0) continue;
      number++;
      for (const child of children) {
        writeContact(county, child, day, source, 'Referral to social care');
        followReferral(county, child, number, day, source);
      }
      families.push({ family, day });
    }
    const contacts = draw.count(contactsPer10000 * perDay * factor);
    for (let i = 0; i < contacts; i++) contactOnly(county, families, day, county.streams('contact', day, i));
  }
}

function referable(child: Child, day: DayNumber): boolean {
  return !child.gone && child.died === null && child.knownUntil < day && ageAt(child.born, day) < 18;
}

function familyFor(
  county: County,
  families: readonly Earlier[],
  from: { readonly longAgo: number; readonly yearAgo: number },
  day: DayNumber,
  draw: Draw,
): Family {
  const roll = draw.next();
  const [low, high] = roll < known.lately ? [from.yearAgo, families.length - 1] : [from.longAgo, from.yearAgo - 1];
  if (roll < known.lately + known.before && high > low) {
    for (let tries = 0; tries < 25; tries++) {
      const family = families[draw.whole(low, high)]?.family;
      if (!family?.children.some((child) => referable(child, day))) continue;
      if (family.children.some((child) => child.plans > 0) || draw.chance(untroubled)) return family;
    }
  }
  return county.people.family(day, draw);
}

function contactOnly(county: County, families: readonly Earlier[], day: DayNumber, draw: Draw): void {
  const before =
    draw.chance(0.6) && families.length > 0 ? families[draw.whole(0, families.length - 1)]?.family : undefined;
  const family = before ?? county.people.family(day, draw);
  const source = sourceOn(day, draw);
  const child = family.children.find((one) => ageAt(one.born, day) < 18 && !one.gone);
  if (child === undefined) return;
  const help = draw.chance(0.22);
  writeContact(
    county,
    child,
    day,
    source,
    help ? 'Early help' : draw.chance(0.75) ? 'No further action' : 'Information and advice',
  );
  if (!help || !draw.chance(0.6)) return;
  const ended = day + 40 + Math.round(draw.wait(110));
  county.write('ssd_early_help_episodes', {
    earl_episode_id: county.id('EAR'),
    earl_person_id: child.id,
    earl_episode_start_date: iso(day),
    earl_episode_end_date: happened(county, ended),
    earl_episode_reason: draw.weighted([
      ['Parenting support', 40],
      ['Domestic abuse', 20],
      ['School attendance', 20],
      ['Emotional wellbeing', 20],
    ]),
    earl_episode_end_reason:
      ended > county.asAt
        ? null
        : draw.weighted([
            ['Needs met', 70],
            ['Consent withdrawn', 20],
            ['Stepped up', 10],
          ]),
    earl_episode_organisation: county.organisation.code,
  });
}

function writeContact(county: County, child: Child, day: DayNumber, source: Source, outcome: string): void {
  county.write('ssd_contacts', {
    cont_contact_id: county.id('CTC'),
    cont_person_id: child.id,
    cont_contact_date: iso(day),
    cont_contact_source_code: source.code,
    cont_contact_source_desc: source.text,
    cont_contact_outcome_json: JSON.stringify({ OUTCOME: outcome }),
  });
}
