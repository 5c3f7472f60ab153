import type { JSX } from 'preact';
import { monthLabel } from '../../calendar/index.ts';
import type { Observation } from '../../measure/index.ts';
import type { Choice } from '../choice.ts';

interface Props {
  readonly choice: Choice;
  readonly observation: Observation | null | undefined;
}

/** Why there is no figure. Where the data does not reach, that is said, and where to see what it covers. */
export function NoFigure({ choice, observation }: Props): JSX.Element {
  const month = monthLabel(choice.month);
  const reason = observation?.reason ?? `There is no figure for ${month}.`;
  if (observation?.state !== 'not-collected') return <p class="app-headline__none">{reason}</p>;
  return (
    <div class="app-no-figure">
      <p class="app-headline__none">This data gives no figure for {month}</p>
      <p>
        {reason.replace(/\.?$/, '.')} A figure from less would be wrong, so there is none.{' '}
        <a class="govuk-link" href="/data">
          See what the data covers
        </a>
      </p>
    </div>
  );
}
