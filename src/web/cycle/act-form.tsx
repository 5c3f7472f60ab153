import type { JSX } from 'preact';
import type { Allowed } from '../../cycle/index.ts';
import type { ApprovalAction } from '../../store/index.ts';
import type { Place } from '../address.ts';
import { CsrfField } from '../components/csrf-field.tsx';
import { actAddress } from './address.ts';
import { doWords } from './words.ts';

interface Props {
  readonly report: string;
  readonly place: Place;
  readonly allowed: Allowed;
  /** The version of the approval that the page shows. */
  readonly version: number;
  /** What was typed and not taken, with what is wrong with it. */
  readonly typed: string;
  readonly error: string | null;
}

const hints: Readonly<Record<ApprovalAction, string>> = {
  submit: 'Say why it goes forward although something is missing. Those who approve it read this.',
  withdraw: 'Those who were to approve it read this.',
  approve: '',
  return: 'Say what is to be put right. It is kept in the history.',
};

/** Whether a button is the one to press, not a way back. */
export const isForward = ({ action }: Pick<Allowed, 'action'>): boolean => action === 'submit' || action === 'approve';

export const whyId = (action: ApprovalAction): string => `why-${action}`;

/** One thing that can be done, with a reason where one is needed. */
export function ActForm({ report, place, allowed, version, typed, error }: Props): JSX.Element {
  const { action, reason } = allowed;
  const id = whyId(action);
  const described = error === null ? `${id}-hint` : `${id}-hint ${id}-error`;
  return (
    <form class="app-act" action={actAddress(report, action, place)} method="post" novalidate>
      <CsrfField />
      <input type="hidden" name="version" value={String(version)} />
      {reason && (
        <div class={`govuk-form-group${error === null ? '' : ' govuk-form-group--error'}`}>
          <label class="govuk-label govuk-label--s" for={id}>
            {action === 'submit' ? 'Why it goes forward all the same' : `Why you ${action} it`}
          </label>
          <div id={`${id}-hint`} class="govuk-hint">
            {hints[action]}
          </div>
          {error !== null && (
            <p id={`${id}-error`} class="govuk-error-message">
              <span class="govuk-visually-hidden">Error:</span> {error}
            </p>
          )}
          <textarea
            class={`govuk-textarea${error === null ? '' : ' govuk-textarea--error'}`}
            id={id}
            name="why"
            rows={3}
            maxlength={2000}
            aria-describedby={described}
          >
            {typed}
          </textarea>
        </div>
      )}
      <button type="submit" class={`govuk-button${isForward(allowed) ? '' : ' govuk-button--secondary'}`}>
        {doWords[action]}
      </button>
    </form>
  );
}
