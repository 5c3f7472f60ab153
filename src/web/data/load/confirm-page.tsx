import type { JSX } from 'preact';
import { dayLabel } from '../../../calendar/index.ts';
import { bytesInWords, type Job, type JobState } from '../../../loading/index.ts';
import { CsrfField } from '../../components/csrf-field.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { Scroll } from '../../components/scroll.tsx';
import { several } from '../../words.ts';
import { cancelAddress, chooseAddress, startAddress } from './address.ts';
import { Frame } from './frame.tsx';
import { type FieldError, mustSayAuthority, type Typed } from './said.ts';

type Waiting = Extract<JobState, { stage: 'waiting' }>;

interface Props {
  readonly job: Job;
  readonly state: Waiting;
  readonly synthetic: boolean | null;
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
}

function Files({ state: { preview } }: { state: Waiting }): JSX.Element {
  const taken = preview.files.filter(({ takenFor }) => takenFor !== null);
  const left = preview.files.filter(({ notRead }) => notRead !== null);
  const table = (id: string, caption: string, column: string, rows: [string, string | null][]): JSX.Element => (
    <Scroll labelledBy={id} class="app-findings">
      <table class="app-table app-understood">
        <caption id={id}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">File</th>
            <th scope="col">{column}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, words]) => (
            <tr key={`${name} ${words}`}>
              <th scope="row">{name}</th>
              <td>{words}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
  return (
    <>
      {taken.length > 0 &&
        table(
          'taken',
          `Understood: ${several(taken.length, 'file or sheet', 'files and sheets')}`,
          'Taken for, and why',
          taken.map(({ name, takenFor }) => [name, takenFor]),
        )}
      {left.length > 0 &&
        table(
          'not-read',
          `Will not be read: ${several(left.length, 'file or sheet', 'files and sheets')}`,
          'Why',
          left.map(({ name, notRead }) => [name, notRead]),
        )}
    </>
  );
}

function Field({ label, value }: { label: string; value: string }): JSX.Element {
  return (
    <p class="app-prose">
      <strong>{label}:</strong> {value}
    </p>
  );
}

function AsAt({ state, typed, errors }: Omit<Props, 'job' | 'synthetic'>): JSX.Element {
  const { asAt } = state.preview;
  if (asAt.from === 'extract') return <Field label="As at" value={`${dayLabel(asAt.day)}, as extract.yaml says`} />;
  if (asAt.from === 'format') return <Field label="As at" value="the day that the return itself speaks for" />;
  const error = errors.find(({ field }) => field === 'as-at-day');
  const parts = [
    { name: 'day', label: 'Day', width: 2 },
    { name: 'month', label: 'Month', width: 2 },
    { name: 'year', label: 'Year', width: 4 },
  ] as const;
  return (
    <div class={`govuk-form-group${error ? ' govuk-form-group--error' : ''}`}>
      <fieldset class="govuk-fieldset" aria-describedby={error ? 'as-at-hint as-at-error' : 'as-at-hint'}>
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">As-at date</legend>
        <div id="as-at-hint" class="govuk-hint">
          The last day that the data speaks for, such as 31 10 2026. If you leave it empty, the latest date in the data
          is taken.
        </div>
        {error && (
          <p id="as-at-error" class="govuk-error-message">
            <span class="govuk-visually-hidden">Error:</span> {error.text}
          </p>
        )}
        <div class="govuk-date-input" id="as-at">
          {parts.map(({ name, label, width }) => (
            <div key={name} class="govuk-date-input__item">
              <div class="govuk-form-group">
                <label class="govuk-label govuk-date-input__label" for={`as-at-${name}`}>
                  {label}
                </label>
                <input
                  class={`govuk-input govuk-date-input__input govuk-input--width-${width}${error ? ' govuk-input--error' : ''}`}
                  id={`as-at-${name}`}
                  name={`as-at-${name}`}
                  type="text"
                  inputmode="numeric"
                  autocomplete="off"
                  value={typed[name]}
                />
              </div>
            </div>
          ))}
        </div>
      </fieldset>
    </div>
  );
}

function Authority({ state, typed, errors }: Omit<Props, 'job' | 'synthetic'>): JSX.Element {
  const { authority, loaded } = state.preview;
  if (authority?.from === 'extract')
    return <Field label="Authority" value={`${authority.code}, as extract.yaml says`} />;
  if (authority?.from === 'loaded') {
    return <Field label="Authority" value={`${authority.code}, the one that is loaded here`} />;
  }
  if (authority?.from === 'departments') {
    return <Field label="Authority" value="the head of the departments among the files" />;
  }
  const error = errors.find(({ field }) => field === 'authority');
  return (
    <div class={`govuk-form-group${error ? ' govuk-form-group--error' : ''}`}>
      <label class="govuk-label govuk-label--s" for="authority">
        Code of the authority
      </label>
      <div id="authority-hint" class="govuk-hint">
        {mustSayAuthority(state)
          ? `Data of several authorities is loaded here: ${loaded.join(', ')}. Say whose this is.`
          : 'Such as E10000016. The files do not say whose they are. You can leave this empty where there is only one.'}
      </div>
      {error && (
        <p id="authority-error" class="govuk-error-message">
          <span class="govuk-visually-hidden">Error:</span> {error.text}
        </p>
      )}
      <input
        class={`govuk-input govuk-input--width-20${error ? ' govuk-input--error' : ''}`}
        id="authority"
        name="authority"
        type="text"
        autocomplete="off"
        spellcheck={false}
        value={typed.authority}
        aria-describedby={error ? 'authority-hint authority-error' : 'authority-hint'}
      />
    </div>
  );
}

/** What each file was taken for and why, before anything is loaded. */
export function ConfirmPage(props: Props): JSX.Element {
  const { job, state, synthetic, errors } = props;
  const { refused, files } = state.preview;
  const bytes = job.files.reduce((sum, file) => sum + file.bytes, 0);
  const possible = refused.length === 0 && files.some(({ takenFor }) => takenFor !== null);
  const title = possible ? 'Is this what they are?' : 'These files cannot be loaded';
  return (
    <Frame title={errors.length > 0 || !possible ? `Error: ${title}` : title} synthetic={synthetic}>
      {errors.length > 0 && <ErrorSummary errors={errors.map(({ field, text }) => ({ text, href: `#${field}` }))} />}
      {!possible && <ErrorSummary errors={refused.map((text) => ({ text }))} />}
      {state.locked && (
        <ErrorSummary
          title="Another load is under way"
          errors={[
            {
              text: 'Somebody is loading into the same data by command. Your files are still here: try again shortly.',
            },
          ]}
        />
      )}
      <h1 class="app-h1">{title}</h1>
      <p class="app-lead">
        You sent {several(job.files.length, 'file', 'files')}, {bytesInWords(bytes)}. Nothing is loaded yet.
      </p>
      <Files state={state} />
      {possible ? (
        <div class="app-load-actions">
          <form action={startAddress(job.id)} method="post" novalidate id="start">
            <CsrfField />
            <AsAt {...props} />
            <Authority {...props} />
            <p class="app-prose">
              What is loaded now stays as it is until this load has succeeded. Findings do not stop a load: you will see
              them afterwards.
            </p>
          </form>
          <div class="govuk-button-group">
            <button type="submit" class="govuk-button" form="start">
              Load these files
            </button>
            <form action={cancelAddress(job.id)} method="post">
              <CsrfField />
              <button type="submit" class="govuk-button govuk-button--secondary">
                Do not load them
              </button>
            </form>
          </div>
        </div>
      ) : (
        <a class="govuk-button" href={chooseAddress}>
          Choose other files
        </a>
      )}
    </Frame>
  );
}
