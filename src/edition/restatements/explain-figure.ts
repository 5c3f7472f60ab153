import { monthEnd } from '../../calendar/index.ts';
import { type Case, isRate } from '../../measure/index.ts';
import { type Pack, versionAt } from '../../pack/index.ts';
import type { Restated } from '../published.ts';
import { compareLists } from './compare-lists.ts';
import { type Explanation, explain } from './explanation.ts';
import type { Side } from './sides.ts';

/** The cases as they were published, the same records under the definitions of today, and the records of today. */
export interface Sides {
  readonly before: Side;
  /** Null where the definitions and the list of units are as they were. */
  readonly between: Side | null;
  readonly now: Side;
  readonly pack: Pack;
}

/**
 * Why a published figure is another one today: first what the definitions of today make of the records of then, and after that
 * what has become of the records. The two add up to the difference.
 */
export async function explainFigure(restated: Restated, { before, between, now, pack }: Sides): Promise<Explanation> {
  const { indicator, unit, month } = restated;
  const found = pack.indicators.get(indicator);
  const definition = found && versionAt(found, monthEnd(month)).definition;
  const rate = definition !== undefined && isRate(definition.measuredIn);
  if (definition === undefined || definition.source === 'collected') {
    return explain({ restated, changes: [], isRate: rate, isGiven: true });
  }
  const sides = [before, ...(between === null ? [] : [between]), now];
  const ids = onOneSide(await Promise.all(sides.map((side) => side.own(indicator, unit, month))));
  const [first, ...later] = await Promise.all(sides.map((side) => side.of(indicator, unit, month, ids)));
  const last = later.at(-1);
  const middle = between === null ? first : later[0];
  if (!first || !middle || !last) return explain({ restated, changes: [], isRate: rate, isGiven: false });
  const changes = [
    ...(between === null ? [] : compareLists(first, middle, 'definitions')),
    ...compareLists(middle, last, 'records'),
  ];
  return explain({ restated, changes, isRate: rate, isGiven: false });
}

/** The ids that are not in every list. */
function onOneSide(lists: readonly (readonly Case[])[]): string[] {
  const sets = lists.map((list) => new Set(list.map(({ caseId }) => caseId)));
  const all = new Set(sets.flatMap((set) => [...set]));
  return [...all].filter((id) => !sets.every((set) => set.has(id)));
}
