import { breaks } from './breaks.ts';
import { caseChanges } from './cases.ts';
import { comparators } from './comparator.ts';
import { contributors } from './contributors.ts';
import { demand, movers } from './demand.ts';
import { type Asked, type Fact, type FactSource, factKinds } from './fact.ts';
import { inside } from './inside.ts';
import { absent, fewCases, firstMonth, level } from './level.ts';
import { movements } from './movement.ts';
import { outlook } from './outlook.ts';
import { distance, position } from './position.ts';
import { record } from './record.ts';
import { type Telling, tellingOf } from './telling.ts';
import { twelve } from './twelve.ts';
import { bestAndWorst } from './units.ts';

const tellers: readonly ((telling: Telling) => readonly Fact[])[] = [
  level,
  absent,
  fewCases,
  firstMonth,
  inside,
  movements,
  twelve,
  breaks,
  record,
  position,
  distance,
  demand,
  outlook,
  bestAndWorst,
  contributors,
  movers,
  caseChanges,
  comparators,
];

/**
 * What the figures say of one indicator of a unit in a month, in the order in which a report tells it. Pure; a missing
 * figure gives the reason for it and no comparison, and nothing is compared across a break in series.
 *
 * @throws Error for an indicator that the pack does not have.
 * @example factsOf(figures, { indicator: 'assessments-45-days', unit: 'KENT', month: '2014-05' })
 * // 'From April to May 2014 the figure was 73.8% (2,080 of 2,817).', …
 */
export function factsOf(source: FactSource, asked: Asked): readonly Fact[] {
  const telling = tellingOf(source, asked);
  const { kinds = factKinds } = asked;
  return tellers
    .flatMap((tell) => tell(telling))
    .filter(({ kind }) => kinds.includes(kind))
    .toSorted((a, b) => factKinds.indexOf(a.kind) - factKinds.indexOf(b.kind));
}
