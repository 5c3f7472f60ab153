import type { JSX } from 'preact';
import { monthLabel } from '../../calendar/index.ts';
import type { Unit } from '../../measure/index.ts';
import type { Choice } from '../choice.ts';
import { Scroll } from '../components/scroll.tsx';
import type { StatusLabels } from '../status-labels.ts';
import { unitAddress } from './address.ts';
import { judgementsOf, type Standing, standingOf } from './telling.ts';

interface Row {
  readonly unit: Unit;
  readonly standing: Standing;
}

/** How the figures of some units stand, those with the most away from target first. */
export function unitsStanding(choice: Choice, units: readonly Unit[]): readonly Row[] {
  return units
    .filter(({ kind }) => kind !== 'not-attributed')
    .map((unit) => ({ unit, standing: standingOf(judgementsOf(choice, unit.code)) }))
    .toSorted((a, b) => b.standing.away - a.standing.away || b.standing.worse - a.standing.worse);
}

interface Props {
  readonly choice: Choice;
  readonly rows: readonly Row[];
  readonly labels: StatusLabels;
  readonly title: string;
}

/** Units by how many of their figures stand where. */
export function UnitsCompared({ choice, rows, labels, title }: Props): JSX.Element {
  return (
    <section aria-labelledby="units">
      <h2 id="units" class="app-h2 app-h2--ruled">
        {title}
      </h2>
      <Scroll labelledBy="units-caption">
        <table class="app-table">
          <caption id="units-caption">
            Figures by status and direction, {monthLabel(choice.month)}, the most away from target first
          </caption>
          <thead>
            <tr>
              <th scope="col">Unit</th>
              {[labels.away, labels.near, labels.met, 'Worse than last month', 'Better'].map((heading) => (
                <th key={heading} scope="col" class="app-number">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ unit, standing: { away, near, met, worse, better } }) => (
              <tr key={unit.code}>
                <th scope="row">
                  <a class="govuk-link" href={unitAddress({ unit: unit.code, month: choice.month })}>
                    {unit.name}
                  </a>
                </th>
                <td class={away > 0 ? 'app-number app-work-late' : 'app-number'}>{away}</td>
                <td class="app-number">{near}</td>
                <td class="app-number">{met}</td>
                <td class="app-number">{worse}</td>
                <td class="app-number">{better}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}
