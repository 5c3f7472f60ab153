import { monthEnd, monthLabel } from '../../calendar/index.ts';
import type { Case } from '../../measure/index.ts';
import { breakBetween } from '../../pack/index.ts';
import { capitalised, joinedBy, say } from '../say.ts';
import { type Text, text } from '../text.ts';
import type { Fact } from './fact.ts';
import { plural } from './sizes.ts';
import type { Telling } from './telling.ts';
import { fact } from './tokens.ts';

/** How many cases came in, went out and changed side since the list of an earlier month. */
export function caseChanges({ asked, indicator, judgement }: Telling): Fact[] {
  if (asked.cases === undefined || judgement.figure === null) return [];
  const { since, now, before } = asked.cases;
  if (breakBetween(indicator, monthEnd(since), monthEnd(judgement.month)) !== null) return [];
  const [after, earlier] = [byId(now), byId(before)];
  const came = [...after.keys()].filter((id) => !earlier.has(id)).length;
  const went = [...earlier.keys()].filter((id) => !after.has(id)).length;
  const both = [...after].flatMap(([id, one]) => {
    const was = earlier.get(id);
    return was === undefined ? [] : [{ isIn: one.inNumerator, wasIn: was.inNumerator }];
  });
  const met = both.filter((pair) => pair.isIn && !pair.wasIn).length;
  const unmet = both.filter((pair) => !pair.isIn && pair.wasIn).length;
  const label = monthLabel(since);
  if (came + went + met + unmet === 0) {
    return [fact('cases', 'neutral', say`The cases are those of ${label}, and none of them changed side.`)];
  }
  const moved =
    came + went === 0
      ? say`Since ${label}, no case came in and none went out.`
      : say`Since ${label}, ${came === 0 ? 'no case' : plural(came, 'case')} came in and ${went === 0 ? 'none' : went} went out.`;
  return [fact('cases', 'neutral', say`${moved}${sides(both.length, met, unmet)}`)];
}

const byId = (cases: readonly Case[]): ReadonlyMap<string, Case> => new Map(cases.map((one) => [one.caseId, one]));

function sides(both: number, met: number, unmet: number): Text {
  if (met + unmet === 0) return [];
  const parts = [
    ...(met === 0 ? [] : [text(`${met} came to meet the measure`)]),
    ...(unmet === 0 ? [] : [text(`${unmet} no longer ${unmet === 1 ? 'does' : 'do'}${met === 0 ? ' meet it' : ''}`)]),
  ];
  return say` ${capitalised(say`of the ${both} in both, ${joinedBy(' and ', parts)}.`)}`;
}
