import type { County } from '../county.ts';
import { ageAt, firstOfMonth, iso, monthNumber } from '../days.ts';
import type { Child } from '../people.ts';

/** A month, for each 10,000 children of the authority: cautions and sentences of children known to it. */
const outcomesPer10000 = 0.85;
/** Share of outcomes of somebody who has had one before. */
const again = 0.3;

/** Writes cautions and sentences of young people aged 10 to 17, each marked as the first or not. */
export function writeYouthJustice(county: County): void {
  const { people, streams, start, asAt } = county;
  const perMonth = (county.organisation.population / 10_000) * outcomesPer10000;
  const known: Child[] = [];
  const had = new Set<Child>();
  for (let month = monthNumber(start); month <= monthNumber(asAt); month++) {
    const first = firstOfMonth(month);
    const draw = streams('youth-justice', month);
    const ofAge = (child: Child | undefined): child is Child =>
      child !== undefined && child.died === null && ageAt(child.born, first) >= 10 && ageAt(child.born, first) < 18;
    for (let left = draw.count(perMonth); left > 0; left--) {
      const from = draw.chance(again) ? known : people.children;
      const drawn = Array.from({ length: 40 }, () => from[draw.whole(0, Math.max(0, from.length - 1))]);
      const child = drawn.find(ofAge);
      const on = first + draw.whole(0, 27);
      if (child === undefined || on > asAt) continue;
      county.write('youth_justice_outcomes', {
        outcome_id: county.id('YJO'),
        person_id: child.id,
        outcome_on: iso(on),
        first_outcome: had.has(child) ? 'N' : 'Y',
      });
      if (!had.has(child)) known.push(child);
      had.add(child);
    }
  }
}
