import type { NoStatus } from '../../judgement/index.ts';
import { apart, breaks } from './breaks.ts';
import { caseChanges } from './cases.ts';
import { comparators } from './comparator.ts';
import { contributors } from './contributors.ts';
import { demand, movers } from './demand.ts';
import { type Asked, type Fact, type FactSource, factKinds } from './fact.ts';
import { inside } from './inside.ts';
import { absent, fewCases, firstMonth, level } from './level.ts';
import { movements } from './movement.ts';
import { outlook } from './outlook.ts';
import { peak } from './peak.ts';
import { distance, position } from './position.ts';
import { record } from './record.ts';
import { type Telling, tellingOf } from './telling.ts';
import { twelve } from './twelve.ts';
import { bestAndWorst } from './units.ts';

type Tell = (telling: Telling) => readonly Fact[];

const tellers: readonly Tell[] = [
  level,
  absent,
  fewCases,
  firstMonth,
  inside,
  movements,
  twelve,
  breaks,
  record,
  peak,
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

/** Who tells of a figure that a person has said something of, in place of all of them. */
const afterRemark: Readonly<Partial<Record<NoStatus, readonly Tell[]>>> = {
  'words only': [],
  'not available': [absent],
  'not comparable': [level, fewCases, firstMonth, absent, apart],
};

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
  const { statusReason } = telling.judgement;
  const asFigures = statusReason === null ? undefined : afterRemark[statusReason];
  return (asFigures ?? tellers)
    .flatMap((tell) => tell(telling))
    .filter(({ kind }) => kinds.includes(kind))
    .toSorted((a, b) => factKinds.indexOf(a.kind) - factKinds.indexOf(b.kind));
}
