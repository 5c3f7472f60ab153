import type { JSX } from 'preact';

interface Props {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value?: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
}

/** One of several to choose. */
export function ChoiceField({ name, label, hint, value, options }: Props): JSX.Element {
  return (
    <div class="govuk-form-group">
      <label class="govuk-label" for={name}>
        {label}
      </label>
      {hint !== undefined && (
        <div id={`${name}-hint`} class="govuk-hint">
          {hint}
        </div>
      )}
      <select
        class="govuk-select"
        id={name}
        name={name}
        aria-describedby={hint === undefined ? undefined : `${name}-hint`}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.text}
          </option>
        ))}
      </select>
    </div>
  );
}
