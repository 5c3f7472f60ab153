import type { JSX } from 'preact';

interface Props {
  readonly title?: string;
  readonly errors: readonly { readonly text: string; readonly href?: string }[];
}

/** What stands in the way, above everything else; each leads to its field. */
export function ErrorSummary({ title = 'There is a problem', errors }: Props): JSX.Element {
  return (
    <div class="govuk-error-summary">
      <div role="alert">
        <h2 class="govuk-error-summary__title">{title}</h2>
        <div class="govuk-error-summary__body">
          <ul class="govuk-list govuk-error-summary__list">
            {errors.map(({ text, href }) => (
              <li key={text}>{href === undefined ? text : <a href={href}>{text}</a>}</li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}
