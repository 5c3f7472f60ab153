import type { JSX } from 'preact';
import { type FieldError, spareRows, type TypedFigure } from './typed.ts';

interface Props {
  readonly heading: string;
  readonly index: number;
  readonly quoted: readonly TypedFigure[];
  readonly errors: readonly FieldError[];
}

const nothing: TypedFigure = { text: '', asAt: '', source: '' };

/** Figures in the words that are from elsewhere or from later: each with the day as at which it was. */
export function QuotedFields({ heading, index, quoted, errors }: Props): JSX.Element {
  const rows = [...quoted, ...Array.from({ length: spareRows }, () => nothing)];
  const own = errors.filter(({ field }) => field.startsWith(`quoted-${index}-`));
  return (
    <details class="govuk-details" open={quoted.length > 0 || own.length > 0}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">Figures quoted from elsewhere: {heading}</span>
      </summary>
      <p class="app-quiet">
        A figure that is not of this month’s data, such as 105 in “it is now down to 105”. The report prints the day
        with it.
      </p>
      {rows.map(({ text, asAt, source }, row) => {
        const id = `quoted-${index}-${row}`;
        return (
          <fieldset key={row} class="govuk-fieldset app-quoted">
            <legend class="govuk-visually-hidden">
              Quoted figure {row + 1} under {heading}
            </legend>
            <Field id={`${id}-text`} label="Figure in the words" value={text} errors={own} />
            <Field id={`${id}-as-at`} label="As at" value={asAt} errors={own} type="date" />
            <Field id={`${id}-source`} label="Source, if it is known" value={source} errors={own} />
          </fieldset>
        );
      })}
    </details>
  );
}

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly errors: readonly FieldError[];
  readonly type?: 'text' | 'date';
}

function Field({ id, label, value, errors, type = 'text' }: FieldProps): JSX.Element {
  const error = errors.find(({ field }) => field === id);
  const own = {
    class: `govuk-input${error ? ' govuk-input--error' : ''}`,
    id,
    name: id,
    value,
    autocomplete: 'off',
    ...(error && { 'aria-describedby': `${id}-error` }),
  } as const;
  return (
    <div class={`govuk-form-group${error ? ' govuk-form-group--error' : ''}`}>
      <label class="govuk-label" for={id}>
        {label}
      </label>
      {error && (
        <p id={`${id}-error`} class="govuk-error-message">
          <span class="govuk-visually-hidden">Error:</span> {error.text}
        </p>
      )}
      {type === 'date' ? <input type="date" {...own} /> : <input type="text" {...own} />}
    </div>
  );
}
