import { monthLabel } from '../../calendar/index.ts';
import { bestAndHotspots, smallDenominator, type UnitStanding } from '../../judgement/index.ts';
import { listed, say } from '../say.ts';
import type { Text } from '../text.ts';
import type { Fact } from './fact.ts';
import { sameSpan } from './period-words.ts';
import { distanceWords } from './sizes.ts';
import { figureAt, type Telling } from './telling.ts';
import { differenceToken, fact, valueToken } from './tokens.ts';
import { unitName } from './unit-name.ts';

/** The best units and the hotspots by name, each with its figure and its movement since a named month. */
export function bestAndWorst(telling: Telling): Fact[] {
  const { asked, source, indicator, judgement } = telling;
  const { units, hotspots: rule } = asked;
  if (judgement.figure === null || units === undefined || rule === undefined) return [];
  const since = asked.since ?? judgement.previous.month;
  const { best, hotspots } = bestAndHotspots(source, indicator.id, units, judgement.month, { rule, since });
  const sound = soundUnits(telling, units);
  if (best.length === 0 || sound < 2) return [];
  const names = (standings: readonly UnitStanding[]): Text =>
    listed(standings.map((one) => standing(telling, one, since)));
  const [was, are] = [best.length === 1 ? 'was' : 'were', hotspots.length === 1 ? 'hotspot is' : 'hotspots are'];
  const left = leftOut(telling, units);
  return [
    // Where all are equal, none is best.
    ...(best.length === sound ? [] : [fact('best', 'better', say`Best ${was} ${names(best)}.`)]),
    hotspots.length === 0
      ? fact('hotspots', 'better', say`No unit is a hotspot.${left}`)
      : fact('hotspots', 'worse', say`The ${are} ${names(hotspots)}.${left}`),
  ];
}

const fewIn = ({ source, indicator, judgement }: Telling, unit: string): boolean => {
  const denominator = source.observation(indicator.id, unit, judgement.month)?.denominator ?? null;
  return denominator !== null && smallDenominator(denominator);
};

/** How many units have a figure that can be set beside others. */
function soundUnits(telling: Telling, units: readonly string[]): number {
  const { source, indicator, judgement } = telling;
  return units.filter((unit) => figureAt(source, indicator, unit, judgement.month) !== null && !fewIn(telling, unit))
    .length;
}

function leftOut(telling: Telling, units: readonly string[]): Text {
  const few = units.filter((unit) => fewIn(telling, unit));
  if (few.length === 0) return [];
  return say` Left out, because they have fewer than 10 cases: ${listed(few.map((unit) => say`${unitName(telling, unit)}`))}.`;
}

/** 'Ashford at 91.0% (up 2.0 percentage points since May 2026)'. */
function standing(telling: Telling, one: UnitStanding, since: string): Text {
  const { judgement, definition, indicator, source } = telling;
  const named = say`${unitName(telling, one.unit)} at ${valueToken(telling, judgement.month, one.unit) ?? ''}`;
  const before = figureAt(source, indicator, one.unit, since);
  const comparable = sameSpan(definition, since, judgement.month, source.pack.financialYearStart);
  if (one.change === null || before === null || !comparable) return named;
  if (one.movement === 'same') return say`${named} (as in ${monthLabel(since)})`;
  const slight = distanceWords(one.figure, before, definition) === null;
  const size = slight ? 'slightly' : differenceToken(telling, { now: one.figure, before, from: since, unit: one.unit });
  return say`${named} (${one.movement ?? ''} ${size} since ${monthLabel(since)})`;
}
