import type { JSX } from 'preact';
import { CsrfField } from '../components/csrf-field.tsx';
import { commentAddress } from './address.ts';
import type { HeadingView, PlaceView } from './model.ts';
import type { Opened } from './open.ts';
import { listed } from './states.ts';

interface Props {
  readonly opened: Opened;
  readonly view: PlaceView;
}

/** What is done with words that nobody writes on: withdrawn, returned, approved, opened again; only what the person may do. */
export function Decide({ opened, view }: Props): JSX.Element | null {
  const { hand } = opened;
  const own = view.headings.filter(({ comment }) => comment !== null && comment.shares === null);
  const submitted = own.filter(({ comment }) => comment?.state === 'submitted');
  const approved = own.filter(({ comment }) => comment?.state === 'approved');
  const withdraws = hand.comments && submitted.length > 0;
  if (!withdraws && (!hand.approves || submitted.length + approved.length === 0)) return null;
  return (
    <section class="app-decide" aria-labelledby="decide">
      <h2 class="app-h2" id="decide">
        {submitted.length > 0 ? 'Submitted: what next' : 'Approved'}
      </h2>
      {submitted.length > 0 && (
        <Form {...{ opened, view }} id="submitted" headings={submitted}>
          {hand.approves && (
            <>
              <Reason id="why-return" label="Reason, where you return it" errors={view.errors} />
              <div class="govuk-button-group">
                <Button act="approve" text={`Approve ${named(submitted)}`} />
                <Button act="return" text="Return with the reason" secondary />
                {withdraws && <Button act="withdraw" text="Take it back" secondary />}
              </div>
            </>
          )}
          {!hand.approves && (
            <>
              <p class="app-prose">It is with the approver. Take it back to change it.</p>
              <Button act="withdraw" text="Take it back" secondary />
            </>
          )}
        </Form>
      )}
      {hand.approves && approved.length > 0 && (
        <Form {...{ opened, view }} id="approved" headings={approved}>
          <p class="app-prose">In the report: {named(approved)}. To have it changed, open it again.</p>
          <Reason id="why-reopen" label="Reason for opening it again" errors={view.errors} />
          <Button act="reopen" text="Open again" secondary />
        </Form>
      )}
    </section>
  );
}

const named = (headings: readonly HeadingView[]): string => listed(headings.map(({ heading }) => heading));

interface FormProps extends Props {
  readonly id: string;
  readonly headings: readonly HeadingView[];
  readonly children: JSX.Element | (JSX.Element | false)[];
}

function Form({ opened: { choice, report }, view, id, headings, children }: FormProps): JSX.Element {
  const isChoice = headings.length > 1;
  return (
    <form method="post" action={commentAddress(report.id, choice, view.place.indicator)}>
      <CsrfField />
      {headings.map(({ heading, index, comment }) => (
        <input key={heading} type="hidden" name={`seen-${index}`} value={comment?.version ?? 0} />
      ))}
      {isChoice ? (
        <fieldset class="govuk-fieldset app-decide__headings">
          <legend class="govuk-visually-hidden">Which headings</legend>
          <div class="govuk-checkboxes govuk-checkboxes--small">
            {headings.map(({ heading, index }) => (
              <div key={heading} class="govuk-checkboxes__item">
                <input
                  class="govuk-checkboxes__input"
                  id={`${id}-${index}`}
                  name="headings"
                  type="checkbox"
                  value={`${index} ${heading}`}
                  checked
                />
                <label class="govuk-label govuk-checkboxes__label" for={`${id}-${index}`}>
                  {heading}
                </label>
              </div>
            ))}
          </div>
        </fieldset>
      ) : (
        headings.map(({ heading, index }) => (
          <input key={heading} type="hidden" name="headings" value={`${index} ${heading}`} />
        ))
      )}
      {children}
    </form>
  );
}

interface ReasonProps {
  readonly id: string;
  readonly label: string;
  readonly errors: PlaceView['errors'];
}

function Reason({ id, label, errors }: ReasonProps): JSX.Element {
  const error = errors.find(({ field }) => field === id);
  return (
    <div class={`govuk-form-group${error ? ' govuk-form-group--error' : ''}`}>
      <label class="govuk-label govuk-label--s" for={id}>
        {label}
      </label>
      {error && (
        <p id={`${id}-error`} class="govuk-error-message">
          <span class="govuk-visually-hidden">Error:</span> {error.text}
        </p>
      )}
      <textarea class="govuk-textarea" id={id} name="why" rows={2} maxlength={2000}></textarea>
    </div>
  );
}

interface ButtonProps {
  readonly act: string;
  readonly text: string;
  readonly secondary?: boolean;
}

function Button({ act, text, secondary = false }: ButtonProps): JSX.Element {
  return (
    <button type="submit" class={`govuk-button${secondary ? ' govuk-button--secondary' : ''}`} name="act" value={act}>
      {text}
    </button>
  );
}
