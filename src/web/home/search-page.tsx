import type { JSX } from 'preact';
import type { Choice } from '../choice.ts';
import { Layout } from '../components/layout.tsx';
import { several } from '../words.ts';
import type { Hit } from './search.ts';

interface Props {
  readonly choice: Choice;
  readonly words: string;
  readonly hits: readonly Hit[];
}

/** The field to search from. */
export function SearchForm({ words = '' }: { readonly words?: string }): JSX.Element {
  return (
    <search>
      <form class="app-search-form" action="/search" method="get">
        <div class="govuk-form-group">
          <label class="govuk-label" for="q">
            Search indicators, units and pages
          </label>
          <input class="govuk-input" id="q" name="q" type="search" value={words} maxLength={200} />
        </div>
        <button type="submit" class="govuk-button">
          Search
        </button>
      </form>
    </search>
  );
}

export function SearchPage({ choice, words, hits }: Props): JSX.Element {
  const asked = words.trim() !== '';
  return (
    <Layout title={asked ? `${words.trim()}: search` : 'Search'} section={null} synthetic={choice.figures.synthetic}>
      <h1 class="app-h1">Search</h1>
      <SearchForm words={words} />
      {asked && (
        <p class="app-lead">
          {hits.length === 0 ? 'Nothing has all of these words. Try fewer.' : several(hits.length, 'result', 'results')}
        </p>
      )}
      <ul class="app-reports">
        {hits.map(({ kind, title, href, about }) => (
          <li key={href}>
            <a class="govuk-link app-reports__title" href={href}>
              {title}
            </a>
            <p class="app-quiet">
              {kind}
              {about !== '' && ` · ${about}`}
            </p>
          </li>
        ))}
      </ul>
    </Layout>
  );
}
