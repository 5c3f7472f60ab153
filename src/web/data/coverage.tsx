import type { JSX } from 'preact';
import { dayLabel } from '../../calendar/index.ts';
import type { Figures, QualityState } from '../../measure/index.ts';
import { Details } from '../components/details.tsx';
import { Scroll } from '../components/scroll.tsx';
import { titleOfTable } from './model.ts';

interface Props {
  readonly id: string;
  readonly caption: string;
  readonly figures: Figures;
  readonly state: QualityState;
}

/** From when to when each table is complete: a figure that needs more is not told. */
export function Coverage({ id, caption, figures: { pack }, state }: Props): JSX.Element {
  const tables = state.tables.toSorted((a, b) =>
    titleOfTable(pack, a.dataset).localeCompare(titleOfTable(pack, b.dataset), 'en-GB'),
  );
  return (
    <Details summary={caption}>
      <Scroll labelledBy={id}>
        <table class="app-table">
          <caption id={id}>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">Table</th>
              <th scope="col">Complete from</th>
              <th scope="col">to</th>
              <th scope="col" class="app-number">
                Rows
              </th>
            </tr>
          </thead>
          <tbody>
            {tables.map(({ dataset, from, to, rows }) => (
              <tr key={dataset}>
                <th scope="row">{titleOfTable(pack, dataset)}</th>
                <td class="app-date">{from === null ? 'the beginning' : dayLabel(from)}</td>
                <td class="app-date">{dayLabel(to)}</td>
                <td class="app-number">{rows.toLocaleString('en-GB')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </Details>
  );
}
