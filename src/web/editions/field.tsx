import type { ComponentChildren, JSX } from 'preact';
import type { FieldError } from './said.ts';

interface Props {
  readonly name: FieldError['field'];
  readonly errors: readonly FieldError[];
  readonly children: ComponentChildren;
}

/** What is wrong with a field; nothing where it is right. */
export function ErrorOf({ name, errors }: Omit<Props, 'children'>): JSX.Element | null {
  const error = errors.find(({ field }) => field === name);
  return error === undefined ? null : (
    <p id={`${name}-error`} class="govuk-error-message">
      <span class="govuk-visually-hidden">Error:</span> {error.text}
    </p>
  );
}

/** A field with what is wrong with it. */
export function Group({ name, errors, children }: Props): JSX.Element {
  const wrong = errors.some(({ field }) => field === name);
  return <div class={`govuk-form-group${wrong ? ' govuk-form-group--error' : ''}`}>{children}</div>;
}

interface WordsProps extends Omit<Props, 'children'> {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
}

/** A field for a sentence or two, which are kept for good. */
export function Words({ name, errors, label, hint, value }: WordsProps): JSX.Element {
  const wrong = errors.some(({ field }) => field === name);
  return (
    <Group name={name} errors={errors}>
      <label class="govuk-label govuk-label--s" for={name}>
        {label}
      </label>
      <div id={`${name}-hint`} class="govuk-hint">
        {hint}
      </div>
      <ErrorOf name={name} errors={errors} />
      <textarea
        class={`govuk-textarea${wrong ? ' govuk-textarea--error' : ''}`}
        id={name}
        name={name}
        rows={2}
        aria-describedby={wrong ? `${name}-hint ${name}-error` : `${name}-hint`}
      >
        {value}
      </textarea>
    </Group>
  );
}
