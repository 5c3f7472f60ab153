import type { ComponentChildren, JSX } from 'preact';

interface Props {
  readonly summary: string;
  readonly open?: boolean;
  readonly children: ComponentChildren;
}

/** Something folded away until it is asked for. */
export function Details({ summary, open = false, children }: Props): JSX.Element {
  return (
    <details class="govuk-details" open={open}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{summary}</span>
      </summary>
      <div class="govuk-details__text">{children}</div>
    </details>
  );
}
