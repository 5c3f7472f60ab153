import type { JSX } from 'preact';
import { chooseAddress } from './address.ts';
import { Frame } from './frame.tsx';

interface Props {
  readonly title: string;
  readonly why: string;
  /** Whether the data in force is another than before, all the same. */
  readonly changed: boolean;
  readonly synthetic: boolean | null;
}

/** Of a load that failed or was stopped: why, and that nothing changed. */
export function EndedPage({ title, why, changed, synthetic }: Props): JSX.Element {
  return (
    <Frame title={title} synthetic={synthetic}>
      <h1 class="app-h1">{title}</h1>
      {why.split('\n').map((line) => (
        <p key={line} class="app-prose">
          {line}
        </p>
      ))}
      <p class={changed ? 'app-warning app-prose' : 'app-prose'}>
        {changed
          ? 'The data in force has changed meanwhile: look at the data page before you load again.'
          : 'What was loaded before is as it was, and the files you sent are removed.'}
      </p>
      <div class="govuk-button-group">
        <a class="govuk-button" href={chooseAddress}>
          Choose files again
        </a>
        <a class="govuk-link" href="/data">
          Back to the data
        </a>
      </div>
    </Frame>
  );
}
