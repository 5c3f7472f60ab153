import type { JSX } from 'preact';
import type { Doubts as DoubtsOfFigure } from '../../measure/index.ts';
import { casesAddress, findingsAddress } from '../address.ts';
import type { Choice } from '../choice.ts';
import { Details } from '../components/details.tsx';
import { titleOfCode } from '../data/model.ts';
import { several } from '../words.ts';

interface Props {
  readonly choice: Choice;
  readonly indicator: string;
  readonly doubts: DoubtsOfFigure;
}

/** How many cases of the figure stand on data with a finding, and which. Silent where there is none. */
export function Doubts({ choice, indicator, doubts }: Props): JSX.Element | null {
  const { cases, doubtful, byCode, onReading } = doubts;
  if (doubtful === 0 && onReading === 0) return null;
  const { pack } = choice.figures;
  return (
    <div class="app-doubts">
      {doubtful > 0 && (
        <p>
          <strong>
            {doubtful.toLocaleString('en-GB')} of {several(cases, 'case', 'cases')}{' '}
            {doubtful === 1 ? 'stands' : 'stand'} on doubtful data
          </strong>
          : a check has found something in a column that the definition reads, on a row of the same person.
        </p>
      )}
      {onReading > 0 && (
        <p>
          In the columns it reads, {several(onReading, 'value or row was', 'values or rows were')} refused or doubtful
          when the data was loaded.
        </p>
      )}
      {byCode.length > 0 && (
        <Details summary="What was found">
          <ul class="govuk-list">
            {byCode.map(({ code, cases: number }) => (
              <li key={code}>
                <a class="govuk-link" href={findingsAddress({ code })}>
                  {titleOfCode(pack, code)}
                </a>
                : {several(number, 'case', 'cases')}
              </li>
            ))}
          </ul>
          <p>
            The figure counts them as they are. <a href={casesAddress(indicator, choice)}>See the cases</a>.
          </p>
        </Details>
      )}
    </div>
  );
}
