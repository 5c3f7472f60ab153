import type { JSX } from 'preact';
import { monthLabel } from '../../calendar/index.ts';
import { countInWords, type Explanation, type Restatement, reasonsInWords } from '../../edition/index.ts';
import { changeInWords } from '../../judgement/index.ts';
import { Scroll } from '../components/scroll.tsx';
import { several } from '../words.ts';
import { editionAddress, restatedCasesAddress } from './address.ts';
import { Frame } from './frame.tsx';
import { countsInWords, figureInWords, type Names } from './names.ts';

interface Props {
  readonly restatement: Restatement;
  readonly names: Names;
  readonly unit: string;
  readonly synthetic: boolean | null;
  /** Whether the cases may be looked at. */
  readonly cases: boolean;
}

function Row({ explanation, names }: { explanation: Explanation; names: Names }): JSX.Element {
  const { restated, counts, remainder } = explanation;
  const { indicator, unit, month, published, now } = restated;
  const definition = names.definition(indicator, month);
  const [was, is] = [published.value, now?.value ?? null];
  const words = was === null || is === null || definition === null ? null : changeInWords(is, was, definition);
  const counted = counts.map(countInWords);
  const more = reasonsInWords(explanation).slice(counted.length);
  const left = Math.abs(remainder.numerator) + Math.abs(remainder.denominator);
  return (
    <tr>
      <th scope="row">
        {names.indicator(indicator)}
        <span class="app-note">{names.unit(unit, month)}</span>
      </th>
      {[published, now].map((one, index) => (
        <td key={index} class="app-number">
          {figureInWords(one, definition)}
          <span class="app-note">{countsInWords(one)}</span>
        </td>
      ))}
      <td>{words ?? (was === is ? 'the counts alone' : '–')}</td>
      <td>
        <ul class="app-reasons">
          {[...counted, ...more].map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </td>
      <td class="app-number">{left / 10_000}</td>
    </tr>
  );
}

/** What an edition published of its month and is another figure today: the difference, and the cases that explain it, in counts. */
export function RestatementsPage({ restatement, names, unit, synthetic, cases }: Props): JSX.Element {
  const { edition, explanations, judgements } = restatement;
  const { number, month } = edition;
  const byTarget = judgements.filter(({ because }) => because !== 'figure');
  return (
    <Frame
      title={`Restated since edition ${number}`}
      synthetic={synthetic}
      crumbs={[{ text: `Edition ${number}`, href: editionAddress(number) }, { text: 'Restated since' }]}
    >
      <h1 class="app-h1">
        <span class="app-h1__above">Restated since edition {number}</span>
        {names.report(edition.report)}, {monthLabel(month)}
      </h1>
      <p class="app-lead">
        {explanations.length === 0
          ? `Every figure of ${unit} and below is today as it was published.`
          : `${several(explanations.length, 'figure', 'figures')} of ${unit} and below would be published otherwise today. The edition stands as it is.`}
      </p>
      {explanations.length > 0 && (
        <>
          <Scroll labelledBy="restated">
            <table class="app-table app-compared">
              <caption id="restated">As published, as known now, and why</caption>
              <thead>
                <tr>
                  <th scope="col">Indicator</th>
                  <th scope="col" class="app-number">
                    As published
                  </th>
                  <th scope="col" class="app-number">
                    As known now
                  </th>
                  <th scope="col">Difference</th>
                  <th scope="col">Why, in cases</th>
                  <th scope="col" class="app-number">
                    Not explained
                  </th>
                </tr>
              </thead>
              <tbody>
                {explanations.map((one) => (
                  <Row key={`${one.restated.indicator} ${one.restated.unit}`} explanation={one} names={names} />
                ))}
              </tbody>
            </table>
          </Scroll>
          <p class="app-prose app-quiet">
            “Not explained” is what is left of the difference in numerator and denominator once every case is counted.
            It is 0 where the cases explain all of it.
          </p>
          {cases && (
            <p>
              <a class="govuk-button govuk-button--secondary" href={restatedCasesAddress(number)}>
                See the cases
              </a>{' '}
              <span class="app-quiet">Your look is recorded.</span>
            </p>
          )}
        </>
      )}
      {byTarget.length > 0 && (
        <section>
          <h2 class="app-h2">Judged otherwise today</h2>
          <ul class="govuk-list govuk-list--bullet app-prose">
            {byTarget.map(({ published, now, because }) => (
              <li key={`${now.indicator} ${now.unit}`}>
                {names.indicator(now.indicator)}, {names.unit(now.unit, month)}:{' '}
                {because === 'target'
                  ? `the target was ${published.target?.join(' to ') ?? 'none'} and is ${now.target?.join(' to ') ?? 'none'}`
                  : 'a person set the status'}
              </li>
            ))}
          </ul>
        </section>
      )}
    </Frame>
  );
}
