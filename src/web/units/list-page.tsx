import type { JSX } from 'preact';
import { monthLabel } from '../../calendar/index.ts';
import type { Unit } from '../../measure/index.ts';
import type { Choice } from '../choice.ts';
import { Layout } from '../components/layout.tsx';
import { compareAddress, unitAddress } from './address.ts';

function Branch({ choice, units }: { readonly choice: Choice; readonly units: readonly Unit[] }): JSX.Element {
  return (
    <ul class="app-tree">
      {units.map((unit) => {
        const below = choice.units.filter(({ parent }) => parent === unit.code);
        return (
          <li key={unit.code}>
            <a class="govuk-link" href={unitAddress({ unit: unit.code, month: choice.month })}>
              {unit.name}
            </a>
            {below.length > 0 && <Branch choice={choice} units={below} />}
          </li>
        );
      })}
    </ul>
  );
}

/** Every unit that whoever looks may see, as the tree they are. */
export function UnitsPage({ choice }: { readonly choice: Choice }): JSX.Element {
  const codes = new Set(choice.units.map(({ code }) => code));
  const tops = choice.units.filter(({ parent }) => parent === null || !codes.has(parent));
  return (
    <Layout title={`Units, ${monthLabel(choice.month)}`} section="units" synthetic={choice.figures.synthetic}>
      <h1 class="app-h1">Units</h1>
      <p class="app-lead">
        As they stand in {monthLabel(choice.month)}.{' '}
        <a class="govuk-link" href={compareAddress(null, choice)}>
          Compare units by an indicator
        </a>
      </p>
      <Branch choice={choice} units={tops} />
    </Layout>
  );
}
