import type { JSX } from 'preact';
import { workAddress } from './filter.ts';
import type { Counted } from './model.ts';

interface Props {
  readonly total: Counted;
  readonly unit: string;
}

/** How much waits, in three figures; each leads to its list. */
export function WorkTiles({ total, unit }: Props): JSX.Element {
  const tiles = [
    ['Late', total.late, 'late'],
    ['Due in 7 days', total.week, 'week'],
    ['Due in 28 days', total.month, 'month'],
  ] as const;
  return (
    <ul class="app-work-tiles">
      {tiles.map(([name, count, when]) => (
        <li key={when} class={when === 'late' && count > 0 ? 'app-work-tile app-work-tile--late' : 'app-work-tile'}>
          <a href={workAddress({ unit, when })}>
            <span class="app-work-tile__name">{name}</span>{' '}
            <span class="app-work-tile__count">{count.toLocaleString('en-GB')}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
