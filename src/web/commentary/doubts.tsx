import type { JSX } from 'preact';
import type { Doubt } from '../../narrative/index.ts';
import { several } from '../words.ts';

/** What the checks tell of the words, each with what to do. */
export function Doubts({ doubts }: { readonly doubts: readonly Doubt[] }): JSX.Element | null {
  if (doubts.length === 0) return null;
  return (
    <div class="app-doubts">
      <h3 class="app-h3">{several(doubts.length, 'thing', 'things')} to look at</h3>
      <ul>
        {doubts.map(({ code, words, at, says, remedy }) => (
          <li key={`${code} ${at}`}>
            {!says.includes(words) && <q>{words}</q>} {says} <span class="app-doubts__remedy">{remedy}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
