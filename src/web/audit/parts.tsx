import type { JSX } from 'preact';

const tabs = [
  { id: 'looks', text: 'Looks at cases', href: '/audit' },
  { id: 'openings', text: 'Opened from outside', href: '/openings' },
  { id: 'changes', text: 'Changes', href: '/audit/changes' },
] as const;

/** The lists of the audit beside each other. */
export function AuditTabs({ at }: { at: (typeof tabs)[number]['id'] }): JSX.Element {
  return (
    <nav class="app-tabs" aria-label="Audit">
      <ul>
        {tabs.map(({ id, text, href }) => (
          <li key={id}>
            <a href={href} aria-current={id === at ? 'page' : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface PagesProps {
  readonly page: number;
  readonly pages: number;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
}

/** The way to the page before and after. */
export function Pages({ page, pages, path, query }: PagesProps): JSX.Element | null {
  if (pages < 2) return null;
  const to = (number: number): string => `${path}?${new URLSearchParams({ ...query, page: String(number) })}`;
  return (
    <nav class="app-pages" aria-label="Pages">
      {page > 1 && (
        <a class="govuk-link" href={to(page - 1)} rel="prev">
          Later
        </a>
      )}
      <span>
        Page {page} of {pages}
      </span>
      {page < pages && (
        <a class="govuk-link" href={to(page + 1)} rel="next">
          Earlier
        </a>
      )}
    </nav>
  );
}
