import type { JSX } from 'preact';
import { askedOf, type Job, type JobState } from '../../publishing/index.ts';
import { publishAddress, registerAddress } from './address.ts';
import { Frame } from './frame.tsx';

interface Props {
  readonly job: Job;
  readonly state: Extract<JobState, { stage: 'failed' }>;
  readonly synthetic: boolean | null;
}

/** Where to go to put right what stopped a publication. */
function remedies(code: string, { report, month, unit }: { report: string; month: string; unit: string }) {
  const query = new URLSearchParams({ month, unit });
  const cycle = { text: 'See where the report stands', href: `/cycle/${encodeURIComponent(report)}?${query}` };
  const words = { text: 'See its comments', href: `/commentary?report=${encodeURIComponent(report)}&${query}` };
  const editions = {
    text: 'See the editions of the report',
    href: `${registerAddress}?report=${encodeURIComponent(report)}`,
  };
  const known: Readonly<Record<string, { readonly text: string; readonly href: string }[]>> = {
    'not-approved': [cycle],
    'definitions-differ': [cycle],
    'extracts-gone': [cycle],
    'comments-open': [words],
    'checks-found': [words, cycle],
    'already-published': [editions],
    'not-in-force': [editions],
  };
  return known[code] ?? [];
}

/** What stopped a check, a publication or a verification; nothing was published. */
export function FailedPage({ job, state, synthetic }: Props): JSX.Element {
  const asked = askedOf(job);
  const title = job.work.task === 'verify' ? 'It could not be verified' : 'Nothing was published';
  const ways = asked === null ? [] : remedies(state.code, asked);
  return (
    <Frame title={title} synthetic={synthetic} crumbs={[{ text: title }]}>
      <h1 class="app-h1">{title}</h1>
      <div class="app-warning app-prose app-stops">
        {state.why.split('\n').map((line) => (
          <p key={line}>{line.trim()}</p>
        ))}
      </div>
      <ul class="govuk-list app-ways-on">
        {ways.map(({ text, href }) => (
          <li key={href}>
            <a class="govuk-link" href={href}>
              {text}
            </a>
          </li>
        ))}
        {asked !== null && (
          <li>
            <a
              class="govuk-link"
              href={publishAddress({ report: asked.report, month: asked.month, unit: asked.unit, kind: asked.kind })}
            >
              Begin again
            </a>
          </li>
        )}
        <li>
          <a class="govuk-link" href={registerAddress}>
            All editions
          </a>
        </li>
      </ul>
    </Frame>
  );
}
