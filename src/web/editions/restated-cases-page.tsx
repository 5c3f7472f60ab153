import type { JSX } from 'preact';
import type { Restatement } from '../../edition/index.ts';
import { Scroll } from '../components/scroll.tsx';
import { several } from '../words.ts';
import { editionAddress, restatementsAddress } from './address.ts';
import { Frame } from './frame.tsx';
import type { Names } from './names.ts';

export interface ListedChange {
  readonly indicator: string;
  readonly unit: string;
  readonly caseId: string;
  readonly why: string;
  readonly numerator: number;
  readonly denominator: number;
}

const words: Readonly<Record<string, string>> = {
  'recorded-late': 'Recorded late',
  'corrected-in': 'Corrected, counted since',
  'corrected-out': 'Corrected, not counted any more',
  'moved-in': 'Moved in',
  'moved-out': 'Moved out',
  'changed-side': 'Changed side of the condition',
  'weight-changed': 'Another weight',
  deleted: 'Deleted',
};

/** Every case that makes a figure another one, once a figure. */
export const changesOf = ({ explanations }: Restatement): ListedChange[] =>
  explanations.flatMap(({ restated: { indicator, unit }, changes }) =>
    changes.map(({ caseId, reason, cause, numerator, denominator }) => ({
      indicator,
      unit,
      caseId,
      why: cause === 'definitions' ? 'Changed definition or list of units' : (words[reason] ?? reason),
      numerator: numerator / 10_000,
      denominator: denominator / 10_000,
    })),
  );

interface Props {
  readonly restatement: Restatement;
  readonly changes: readonly ListedChange[];
  readonly names: Names;
  readonly synthetic: boolean | null;
}

const signed = (sum: number): string => (sum === 0 ? '0' : `${sum > 0 ? '+' : '−'}${Math.abs(sum)}`);

/** The cases behind what has been restated, for those who may see them. */
export function RestatedCasesPage({ restatement: { edition }, changes, names, synthetic }: Props): JSX.Element {
  const { number, month } = edition;
  return (
    <Frame
      title={`Cases restated since edition ${number}`}
      synthetic={synthetic}
      crumbs={[
        { text: `Edition ${number}`, href: editionAddress(number) },
        { text: 'Restated since', href: restatementsAddress(number) },
        { text: 'Cases' },
      ]}
    >
      <h1 class="app-h1">
        <span class="app-h1__above">Restated since edition {number}</span>
        The cases
      </h1>
      <p class="app-lead">
        {several(changes.length, 'change', 'changes')}. A case stands once for each figure that it changes. That you
        looked is recorded.
      </p>
      <Scroll labelledBy="cases">
        <table class="app-table">
          <caption id="cases">Cases that count otherwise today</caption>
          <thead>
            <tr>
              <th scope="col">Case</th>
              <th scope="col">Why</th>
              <th scope="col">Indicator</th>
              <th scope="col">Unit</th>
              <th scope="col" class="app-number">
                Numerator
              </th>
              <th scope="col" class="app-number">
                Denominator
              </th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ indicator, unit, caseId, why, numerator, denominator }, index) => (
              <tr key={index}>
                <th scope="row">{caseId}</th>
                <td>{why}</td>
                <td>{names.indicator(indicator)}</td>
                <td>{names.unit(unit, month)}</td>
                <td class="app-number">{signed(numerator)}</td>
                <td class="app-number">{signed(denominator)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </Frame>
  );
}
