import type { ComponentChildren, JSX } from 'preact';
import { Breadcrumbs } from '../../components/breadcrumbs.tsx';
import { Layout } from '../../components/layout.tsx';

export interface FrameProps {
  readonly title: string;
  readonly synthetic: boolean | null;
  /** Of a page that changes by itself: a browser without scripts asks for it anew after so many seconds. */
  readonly refresh?: number | undefined;
  readonly children: ComponentChildren;
}

/** The frame of every page of a load. Its script makes the page more convenient; without it everything works too. */
export function Frame({ title, synthetic, refresh, children }: FrameProps): JSX.Element {
  const head = (
    <>
      <script type="module" src="/assets/load-data.js" />
      {refresh !== undefined && (
        <noscript>
          <meta http-equiv="refresh" content={String(refresh)} />
        </noscript>
      )}
    </>
  );
  return (
    <Layout title={title} section="data" synthetic={synthetic} head={head}>
      <Breadcrumbs crumbs={[{ text: 'Data', href: '/data' }, { text: 'Load data' }]} />
      {children}
    </Layout>
  );
}

interface ErrorSummaryProps {
  readonly title?: string;
  readonly errors: readonly { readonly text: string; readonly href?: string }[];
}

/** What stands in the way, above everything else; each leads to its field. */
export function ErrorSummary({ title = 'There is a problem', errors }: ErrorSummaryProps): JSX.Element {
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

interface BannerProps {
  readonly title: string;
  readonly success?: boolean;
  /** Of a banner that changes by itself: what goes on. */
  readonly live?: string | null;
  readonly children: ComponentChildren;
}

/** Something that has happened, or goes on elsewhere. */
export function Banner({ title, success = false, live = null, children }: BannerProps): JSX.Element {
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
