import type { ComponentChildren, JSX } from 'preact';

interface Props {
  readonly title: string;
  readonly success?: boolean;
  /** Of a banner that changes by itself: what goes on. */
  readonly live?: string | null;
  readonly children: ComponentChildren;
}

/** Something that has happened, or goes on elsewhere. */
export function Banner({ title, success = false, live = null, children }: Props): JSX.Element {
  return (
    <section
      class={`govuk-notification-banner${success ? ' govuk-notification-banner--success' : ''}`}
      aria-labelledby="banner-title"
      data-live={live ?? undefined}
    >
      <div class="govuk-notification-banner__header">
        <h2 class="govuk-notification-banner__title" id="banner-title">
          {title}
        </h2>
      </div>
      <div class="govuk-notification-banner__content">{children}</div>
    </section>
  );
}
