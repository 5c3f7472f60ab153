import type { JSX } from 'preact';
import type { Finding } from '../../document/index.ts';
import { Details } from '../components/details.tsx';
import { several } from '../words.ts';

interface Props {
  readonly findings: readonly Finding[];
  /** Whether a part of the report prints them too. */
  readonly printed: boolean;
}

/** More than so many are folded away: the report is what the page is for. */
const shown = 5;

/** What does not agree in a report, for the person who sends it out. */
export function ToLookAt({ findings, printed }: Props): JSX.Element | null {
  if (findings.length === 0) return null;
  return (
    <section class="app-to-look-at" aria-labelledby="_look">
      <h2 id="_look" class="app-h3">
        {several(findings.length, 'thing', 'things')} to look at before it goes out
      </h2>
      <List findings={findings.slice(0, shown)} />
      {findings.length > shown && (
        <Details summary={`${findings.length - shown} more`}>
          <List findings={findings.slice(shown)} />
        </Details>
      )}
      <p class="app-quiet">
        {printed ? 'The report prints them too, in its section on checks.' : 'This is for you: no download says it.'}
      </p>
    </section>
  );
}

function List({ findings }: Pick<Props, 'findings'>): JSX.Element {
  return (
    <ul class="govuk-list govuk-list--bullet">
      {findings.map(({ where, says }, index) => (
        <li key={index}>
          <strong>{where}:</strong> {says}
        </li>
      ))}
    </ul>
  );
}
