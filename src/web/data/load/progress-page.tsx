import type { JSX } from 'preact';
import { type Job, type JobState, partDone, timeLeft } from '../../../loading/index.ts';
import { CsrfField } from '../../components/csrf-field.tsx';
import { several } from '../../words.ts';
import { cancelAddress, jobAddress } from './address.ts';
import { Frame } from './frame.tsx';

interface Props {
  readonly job: Job;
  readonly now: Date;
  readonly synthetic: boolean | null;
}

type Loading = Extract<JobState, { stage: 'loading' }>;

/** What is being done, in a line. */
function doing({ step, cancelling }: Loading): string {
  if (cancelling) return 'Stopping';
  if (step === null) return 'Starting';
  const words = { reading: 'Reading the files', writing: 'Writing the tables', checking: 'Comparing and checking' };
  return words[step.stage];
}

function rowsOf({ step }: Loading): string {
  if (step === null || step.rows === null) return '';
  return `${several(step.rows, 'row', 'rows')} ${step.stage === 'writing' ? 'written' : 'read'} so far`;
}

function Parts({ state, now }: { state: Loading; now: Date }): JSX.Element {
  const part = partDone(state.step);
  const left = timeLeft(now.getTime() - state.started.getTime(), part);
  return (
    <>
      <progress class="app-progress" max={100} value={Math.floor(part * 100)} aria-label="How far the load is" />
      <dl class="app-load-facts">
        <dt>Step</dt>
        <dd>
          <span role="status" data-part="step">
            {doing(state)}
          </span>
        </dd>
        <dt>Rows</dt>
        <dd data-part="rows">{rowsOf(state)}</dd>
        <dt>Time</dt>
        <dd data-part="left">{left ?? 'Not yet known'}</dd>
      </dl>
    </>
  );
}

/** How far a load, or the look at what the files are, has come. It changes by itself. */
export function ProgressPage({ job, now, synthetic }: Props): JSX.Element {
  const { state } = job;
  const title = state.stage === 'loading' ? 'Loading' : 'Looking at your files';
  const published = state.stage === 'loading' && state.step?.stage === 'checking';
  return (
    <Frame title={title} synthetic={synthetic} refresh={3}>
      <h1 class="app-h1">{title}</h1>
      <p class="app-lead">
        You sent {several(job.files.length, 'file', 'files')}.{' '}
        {published
          ? 'The data is loaded. What changed, and what does not fit together, is being worked out.'
          : 'You can leave this page and come back. What was loaded before stays in force meanwhile.'}
      </p>
      <div data-live={published ? 'published' : state.stage}>
        {state.stage === 'loading' ? (
          <Parts state={state} now={now} />
        ) : (
          <p role="status" data-part="step">
            What each file is, is being worked out. Workbooks take longest.
          </p>
        )}
      </div>
      <p class="app-quiet" role="status" data-status />
      <div class="govuk-button-group">
        {!published && (
          <form action={cancelAddress(job.id)} method="post">
            <CsrfField />
            <button type="submit" class="govuk-button govuk-button--secondary">
              Stop and change nothing
            </button>
          </form>
        )}
        <a class="govuk-link" href={jobAddress(job.id)}>
          Look again
        </a>
      </div>
    </Frame>
  );
}
