import type { InputHTMLAttributes, JSX } from 'preact';

interface Props {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value?: string;
  readonly error?: string | null;
  readonly type?: 'text' | 'email' | 'password' | 'date';
  readonly autocomplete?: string;
  /** How wide, in characters; as wide as the form where absent. */
  readonly width?: 5 | 10 | 20;
}

/** One line to fill in, with its label, a hint and what is wrong with it. */
export function Field({
  name,
  label,
  hint,
  value,
  error = null,
  type = 'text',
  autocomplete,
  width,
}: Props): JSX.Element {
  const described = [hint === undefined ? '' : `${name}-hint`, error === null ? '' : `${name}-error`].join(' ').trim();
  const classes = [
    'govuk-input',
    error === null ? '' : 'govuk-input--error',
    width ? `govuk-input--width-${width}` : '',
  ];
  const given = {
    class: classes.filter((each) => each !== '').join(' '),
    id: name,
    name,
    type,
    value,
    autocomplete,
    'aria-describedby': described === '' ? undefined : described,
  };
  return (
    <div class={`govuk-form-group${error === null ? '' : ' govuk-form-group--error'}`}>
      <label class="govuk-label" for={name}>
        {label}
      </label>
      {hint !== undefined && (
        <div id={`${name}-hint`} class="govuk-hint">
          {hint}
        </div>
      )}
      {error !== null && (
        <p id={`${name}-error`} class="govuk-error-message">
          <span class="govuk-visually-hidden">Error:</span> {error}
        </p>
      )}
      <input {...(given as InputHTMLAttributes)} />
    </div>
  );
}
