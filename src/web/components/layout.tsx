import type { ComponentChildren, JSX } from 'preact';

export type Section = 'scorecard' | 'indicators' | 'reports' | 'data' | null;

export interface LayoutProps {
  readonly title: string;
  readonly section: Section;
  /** Whether to say that the data is made up; null before there is any. */
  readonly synthetic: boolean | null;
  /** More for the head of the document. */
  readonly head?: ComponentChildren;
  readonly children: ComponentChildren;
}

const sections = [
  { id: 'scorecard', text: 'Scorecard', href: '/scorecard' },
  { id: 'indicators', text: 'Indicators', href: '/indicators' },
  { id: 'reports', text: 'Reports', href: '/reports' },
  { id: 'data', text: 'Data', href: '/data' },
] as const;

/** The frame of every page. */
export function Layout({ title, section, synthetic, head, children }: LayoutProps): JSX.Element {
  return (
    <html lang="en-GB" class="govuk-template">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} – Outturn`}</title>
        <link rel="icon" href="/assets/outturn.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/outturn.css" />
        {head}
      </head>
      <body class="govuk-template__body">
        <a href="#main" class="govuk-skip-link">
          Skip to main content
        </a>
        <header class="app-header">
          <div class="app-width app-header__row">
            <a class="app-header__name" href="/scorecard">
              Outturn
            </a>
            <nav class="app-header__nav" aria-label="Main">
              <ul>
                {sections.map(({ id, text, href }) => (
                  <li key={id}>
                    <a href={href} aria-current={id === section ? 'true' : undefined}>
                      {text}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          </div>
        </header>
        <div class="app-width">
          {synthetic && (
            <p class="app-banner">
              <strong>Demonstration.</strong> Every child and worker here is synthetic.
            </p>
          )}
          <main id="main" class="app-main" tabindex={-1}>
            {children}
          </main>
        </div>
        <footer class="app-footer">
          <div class="app-width">
            <p>Outturn, open performance management for children’s social care.</p>
            <p>On this computer only. Sign-in is not yet on.</p>
          </div>
        </footer>
      </body>
    </html>
  );
}
