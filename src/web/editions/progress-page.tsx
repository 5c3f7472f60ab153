import type { JSX } from 'preact';
import { timeLeft } from '../../loading/index.ts';
import type { Job } from '../../publishing/index.ts';
import { jobAddress } from './address.ts';
import { Frame } from './frame.tsx';

interface Props {
  readonly job: Job;
  readonly now: Date;
  readonly synthetic: boolean | null;
}

const titles: Readonly<Record<Job['work']['task'], string>> = {
  check: 'Making the report to look at',
  publish: 'Publishing',
  verify: 'Verifying',
};

const leads: Readonly<Record<Job['work']['task'], string>> = {
  check: 'It is made as it would be frozen, and checked. Nothing is published yet.',
  publish:
    'The report is made, its files are written, and it is entered in the register. Nothing is published until that is done.',
  verify:
    'Hashes are compared, and every figure is worked out again from the extract and the definitions that were kept.',
};

/** How far a check, a publication or a verification has come. It changes by itself. */
export function ProgressPage({ job, now, synthetic }: Props): JSX.Element {
  const { work, state } = job;
  const title = titles[work.task];
  const step = state.stage === 'running' ? state.step : null;
  const part = step === null || step.total === 0 ? 0 : step.done / step.total;
  const left = state.stage === 'running' ? timeLeft(now.getTime() - state.started.getTime(), part) : null;
  return (
    <Frame title={title} synthetic={synthetic} crumbs={[{ text: title }]} live>
      <h1 class="app-h1">{title}</h1>
      <p class="app-lead">{leads[work.task]} You can leave this page and come back.</p>
      <div data-live={state.stage}>
        <progress class="app-progress" max={100} value={Math.floor(part * 100)} aria-label="How far it is" />
        <dl class="app-load-facts">
          <dt>Step</dt>
          <dd>
            <span role="status" data-part="step">
              {state.stage === 'waiting' ? 'Waiting: other work comes first' : (step?.label ?? 'Starting')}
            </span>
          </dd>
          <dt>Time</dt>
          <dd data-part="left">{left ?? 'Not yet known'}</dd>
        </dl>
      </div>
      <p class="app-quiet" role="status" data-status />
      <a class="govuk-link" href={jobAddress(job.id)}>
        Look again
      </a>
    </Frame>
  );
}
