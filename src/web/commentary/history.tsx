import type { JSX } from 'preact';
import type { CommentVersion } from '../../store/index.ts';
import { Details } from '../components/details.tsx';
import { several } from '../words.ts';
import { differenceOf } from './difference.ts';
import type { HeadingView } from './model.ts';
import { momentLabel } from './when.ts';

/** Every change there has been, newest first, with what changed in the words. */
export function History({ headings }: { readonly headings: readonly HeadingView[] }): JSX.Element | null {
  const written = headings.filter(({ history }) => history.length > 0);
  if (written.length === 0) return null;
  return (
    <section aria-labelledby="history">
      <h2 id="history" class="app-h2 app-h2--ruled">
        History
      </h2>
      {written.map(({ heading, history }) => (
        <Details key={heading} summary={`${heading}: ${several(history.length, 'change', 'changes')}`}>
          <ol class="app-history">
            {history.toReversed().map((version) => (
              <Change key={version.version} version={version} before={history[version.version - 2]?.text ?? ''} />
            ))}
          </ol>
        </Details>
      ))}
    </section>
  );
}

const doneWords: Readonly<Record<string, string>> = {
  write: 'Written',
  share: 'Shared from elsewhere',
  submit: 'Submitted',
  withdraw: 'Taken back',
  return: 'Returned',
  approve: 'Approved',
  reopen: 'Opened again',
};

function Change({ version, before }: { readonly version: CommentVersion; readonly before: string }): JSX.Element {
  const { action, role, at, why, text } = version;
  return (
    <li>
      <p class="app-history__what">
        <strong>{doneWords[action] ?? action}</strong> by {role}, {momentLabel(at)}
      </p>
      {why !== null && <p class="app-prose">Reason: {why}</p>}
      {text !== before && (
        <p class="app-prose">
          <Difference before={before} after={text} />
        </p>
      )}
    </li>
  );
}

interface DifferenceProps {
  readonly before: string;
  readonly after: string;
}

/** What was put in and taken out, marked by more than colour, and said to who does not see the marks. */
export function Difference({ before, after }: DifferenceProps): JSX.Element {
  return (
    <>
      {differenceOf(before, after).map(({ kind, text }, index) => {
        if (kind === 'same') return <span key={index}>{text}</span>;
        return kind === 'added' ? (
          <ins key={index}>
            <span class="govuk-visually-hidden">put in: </span>
            {text}
          </ins>
        ) : (
          <del key={index}>
            <span class="govuk-visually-hidden">taken out: </span>
            {text}
          </del>
        );
      })}
    </>
  );
}
