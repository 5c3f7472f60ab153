import type { JSX } from 'preact';
import { monthLabel } from '../../calendar/index.ts';
import type { Fault, Verification } from '../../edition/index.ts';
import { Banner } from '../components/banner.tsx';
import { Scroll } from '../components/scroll.tsx';
import { several } from '../words.ts';
import { editionAddress, registerAddress } from './address.ts';
import { Frame } from './frame.tsx';
import { countsInWords, figureInWords, type Names } from './names.ts';

interface Props {
  readonly verification: Verification;
  /** Null: all of them. */
  readonly numbers: readonly number[] | null;
  readonly names: Names;
  readonly synthetic: boolean | null;
}

function Where({ fault: { cell, where }, names }: { fault: Fault; names: Names }): JSX.Element {
  if (cell === undefined) return <>{where}</>;
  const { indicator, unit, month } = cell;
  return (
    <>
      {names.indicator(indicator)}
      <span class="app-note">
        {names.unit(unit, month)}, {monthLabel(month)}
      </span>
    </>
  );
}

function Says({ fault: { cell, says }, names }: { fault: Fault; names: Names }): JSX.Element {
  if (cell === undefined) return <>{says}</>;
  const definition = names.definition(cell.indicator, cell.month);
  const said = (one: typeof cell.recomputed) =>
    [figureInWords(one, definition), countsInWords(one)].filter((words) => words !== null).join(', ');
  return (
    <>
      The edition has {said(cell.kept)}; its extract and its definitions give {said(cell.recomputed)}.
    </>
  );
}

/** Whether editions are what was published, and what differs where they are not. */
export function VerifiedPage({ verification, numbers, names, synthetic }: Props): JSX.Element {
  const { editions, figures, faults } = verification;
  const [only] = numbers ?? [];
  const subject = only === undefined ? several(editions, 'edition', 'editions') : `Edition ${only}`;
  const holds = faults.length === 0;
  const title = holds ? `${subject}: as published` : `${subject}: not as published`;
  return (
    <Frame title={title} synthetic={synthetic} crumbs={[{ text: 'Verified' }]}>
      <Banner title={holds ? 'Equal' : 'Differs'} success={holds}>
        <p class="govuk-notification-banner__heading">
          {holds
            ? 'Everything is as it was published.'
            : `${several(faults.length, 'thing is', 'things are')} not as published.`}
        </p>
      </Banner>
      <h1 class="app-h1">{title}</h1>
      <p class="app-lead">
        Files and register were held to their hashes, and {several(figures, 'figure was', 'figures were')} worked out
        again from the extracts and definitions that were kept.
      </p>
      {!holds && (
        <Scroll labelledBy="faults">
          <table class="app-table app-compared">
            <caption id="faults">What differs</caption>
            <thead>
              <tr>
                <th scope="col" class="app-number">
                  Edition
                </th>
                <th scope="col">Where</th>
                <th scope="col">What</th>
              </tr>
            </thead>
            <tbody>
              {faults.map((fault, index) => (
                <tr key={index}>
                  <td class="app-number">{fault.edition ?? '–'}</td>
                  <th scope="row">
                    <Where fault={fault} names={names} />
                  </th>
                  <td>
                    <Says fault={fault} names={names} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      <a class="govuk-link" href={only === undefined ? registerAddress : editionAddress(only)}>
        {only === undefined ? 'All editions' : `Edition ${only}`}
      </a>
    </Frame>
  );
}
