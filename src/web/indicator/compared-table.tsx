import type { JSX } from 'preact';
import { formatValue, type Judgement, periodInWords } from '../../judgement/index.ts';
import type { Choice } from '../choice.ts';
import { Scroll } from '../components/scroll.tsx';
import { type Compared, type ComparedRow, stateInWords, wholeOf } from './compared.ts';

interface Props {
  readonly choice: Choice;
  readonly judgement: Judgement;
  readonly compared: Compared;
}

/** The published figures beside which a figure stands, each with its period, release and what must be said with it. */
export function ComparedTable({ choice, judgement, compared }: Props): JSX.Element {
  const { rows, notes, releases, source, missing } = compared;
  return (
    <section aria-labelledby="compared">
      <h2 id="compared" class="app-h2">
        Compared with
      </h2>
      {missing !== null && <p class="app-empty">{missing}</p>}
      {rows.length > 0 && (
        <>
          <Scroll labelledBy="compared-caption">
            <table class="app-table app-compared">
              <caption id="compared-caption">{captionOf(choice, rows)}</caption>
              <thead>
                <tr>
                  <th scope="col">Published for</th>
                  <th scope="col" class="app-number">
                    Figure
                  </th>
                  <th scope="col">This figure is</th>
                  <th scope="col">Period</th>
                  <th scope="col">Like for like</th>
                </tr>
              </thead>
              <tbody>
                <tr class="app-compared__own">
                  <th scope="row">
                    This figure<span class="app-note">{choice.chosen.name}</span>
                  </th>
                  <td class="app-number">
                    {judgement.figure === null ? '–' : formatValue(judgement.figure, judgement.definition)}
                  </td>
                  <td />
                  <td>
                    {periodInWords(judgement.definition.basis, choice.month, choice.figures.pack.financialYearStart)}
                  </td>
                  <td />
                </tr>
                {rows.map((row) => (
                  <Row key={row.comparator.group} row={row} />
                ))}
              </tbody>
            </table>
          </Scroll>
          <ol class="app-notes" type="a">
            {notes.map(({ letter, text }) => (
              <li key={letter}>{text}</li>
            ))}
          </ol>
          <p class="app-caption">
            {source}.{' '}
            {releases.map(({ label, of }) => (
              <span key={label} class="app-release">
                Release {label}
                {releases.length > 1 && ` (${of.join('; ')})`}.{' '}
              </span>
            ))}
          </p>
        </>
      )}
    </section>
  );
}

function Row({ row: { comparator, label, figure, apart, notes } }: { readonly row: ComparedRow }): JSX.Element {
  const { n, of, period, likeForLike } = comparator;
  return (
    <tr>
      <th scope="row">
        {label}
        {n !== null && n !== of && <span class="app-note">of {of} neighbours</span>}
      </th>
      <td class="app-number">{figure ?? <span class="app-quiet">{stateInWords(comparator)}</span>}</td>
      <td>{apart ?? '–'}</td>
      <td>{period.label}</td>
      <td>
        {likeForLike ? 'Yes' : 'No'}
        {notes.length > 0 && <span class="app-quiet"> ({notes.join(', ')})</span>}
      </td>
    </tr>
  );
}

/** Published figures are of whole authorities: where the page is about a part of one, that is said. */
function captionOf({ units, chosen }: Choice, rows: readonly ComparedRow[]): string {
  const model = rows.find(({ comparator }) => comparator.group === 'neighbours-mean')?.comparator.label;
  const neighbours = /\((.*)\)$/.exec(model ?? '')?.[1];
  const whole = wholeOf(units, chosen);
  const about =
    whole.code === chosen.code
      ? 'Published figures for the last period that had ended'
      : `Published figures for whole authorities, for the last period that had ended`;
  return neighbours === undefined ? about : `${about}; statistical neighbours by the ${neighbours}`;
}
