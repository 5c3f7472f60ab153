import type { ComponentChildren, JSX } from 'preact';
import type { Right } from '../../access/index.ts';
import { asking, mayOpen } from '../access/asking.ts';
import { Whoever } from './whoever.tsx';

export type Section = (typeof sections)[number]['id'] | null;

export interface LayoutProps {
  readonly title: string;
  readonly section: Section;
  /** Whether to say that the data is made up; null before there is any. */
  readonly synthetic: boolean | null;
  /** More for the head of the document. */
  readonly head?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** What the header leads to, with the right that opens it. */
const sections = [
  { id: 'home', text: 'Home', href: '/home', right: 'figures' },
  { id: 'scorecard', text: 'Scorecard', href: '/scorecard', right: 'figures' },
  { id: 'indicators', text: 'Indicators', href: '/indicators', right: 'figures' },
  { id: 'units', text: 'Units', href: '/units', right: 'figures' },
  { id: 'work', text: 'Work list', href: '/work', right: 'cases' },
  { id: 'reports', text: 'Reports', href: '/reports', right: 'figures' },
  { id: 'commentary', text: 'Commentary', href: '/commentary', right: 'figures' },
  { id: 'cycle', text: 'Cycle', href: '/cycle', right: 'figures' },
  { id: 'editions', text: 'Editions', href: '/editions', right: 'figures' },
  { id: 'data', text: 'Data', href: '/data', right: 'figures' },
  { id: 'people', text: 'People', href: '/people', right: 'people' },
  { id: 'audit', text: 'Audit', href: '/audit', right: 'audit' },
] as const satisfies readonly { id: string; text: string; href: string; right: Right }[];

/** Pages that are there only where people sign in. */
const ofSignIn: readonly string[] = ['people', 'audit'];

/** What whoever asks may open; before anybody is known, as where a program makes a page, all. */
function opened(): readonly (typeof sections)[number][] {
  const who = asking();
  if (who === null) return sections;
  return sections.filter(({ id, right }) => mayOpen(who, right) && (who.signIn || !ofSignIn.includes(id)));
}

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
            <a class="app-header__name" href="/">
              Outturn
            </a>
            <nav class="app-header__nav" aria-label="Main">
              <ul>
                {opened().map(({ id, text, href }) => (
                  <li key={id}>
                    <a href={href} aria-current={id === section ? 'true' : undefined}>
                      {text}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
            <Whoever />
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
            <Standing />
          </div>
        </footer>
      </body>
    </html>
  );
}

/** Under whose name the page is shown. */
function Standing(): JSX.Element {
  const who = asking();
  if (!who?.signIn) return <p>On this computer only. Sign-in is off.</p>;
  if (!who.signedIn) return <p>You are not signed in.</p>;
  return (
    <p>
      Signed in as {who.person.name}, {who.person.post}. Looks at cases are recorded.
    </p>
  );
}
