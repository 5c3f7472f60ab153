import { formatValue } from '../../judgement/index.ts';
import { say } from '../say.ts';
import type { Text } from '../text.ts';
import type { Fact, Tone } from './fact.ts';
import type { Telling } from './telling.ts';
import { fact, targetToken } from './tokens.ts';

/**
 * Where a year to date is going if its rest is like the last three months, and what its target would take. Of snapshots
 * nothing is told: three changes carried on for most of a year say more of the rule than of the service.
 */
export function outlook(telling: Telling): Fact[] {
  const { judgement, definition } = telling;
  const ahead = judgement.outlook;
  if (judgement.figure === null || ahead === null || ahead.projection === null) return [];
  if (definition.basis !== 'year-to-date' || ahead.recentMonths < 3) return [];
  const { figure, low, high } = ahead.projection;
  const [middle, from, to] = [figure, low, high].map((end) => formatValue(end, definition));
  const range =
    from === to ? '' : ` (between ${from} and ${to}, as the best and the worst of those months would have it)`;
  const { words, tone } = neededWords(telling);
  return [
    fact(
      'outlook',
      tone,
      say`If the rest of the year goes like the last ${ahead.recentMonths} months, the year will end at about ${middle ?? ''}${range}.${words}`,
    ),
  ];
}

/** What the target would take of the rest of the year; nothing where it is met as things are. */
function neededWords(telling: Telling): { readonly words: Text; readonly tone: Tone } {
  const { judgement, definition } = telling;
  const needed = judgement.outlook?.needed ?? null;
  const target = targetToken(telling);
  if (needed === null || target === null) return { words: [], tone: 'neutral' };
  switch (needed.kind) {
    case 'met whatever comes':
      return { words: say` The target of ${target} will then be met whatever the rest brings.`, tone: 'better' };
    case 'can no longer be met':
      return { words: say` The target of ${target} can then no longer be met this year.`, tone: 'worse' };
    case 'needed': {
      if (judgement.statusByRule === 'met') return { words: [], tone: 'neutral' };
      const bound = definition.polarity === 'higher' ? 'at least' : 'at most';
      const figure = formatValue(needed.figure, definition);
      return {
        words: say` To meet the target of ${target}, the rest of the year would have to come to ${bound} ${figure}.`,
        tone: 'neutral',
      };
    }
  }
}
