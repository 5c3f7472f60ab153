import type { JSX } from 'preact';
import { basisInWords, polarityInWords } from '../../judgement/index.ts';
import { indicatorAddress } from '../address.ts';
import type { Choice } from '../choice.ts';
import { Layout } from '../components/layout.tsx';
import type { Section } from '../scorecard/model.ts';

/** Every indicator of the pack by theme, with what it counts. */
export function IndicatorsPage({ choice, sections }: { choice: Choice; sections: readonly Section[] }): JSX.Element {
  const total = sections.reduce((sum, { rows }) => sum + rows.length, 0);
  return (
    <Layout title="Indicators" section="indicators" synthetic={choice.figures.synthetic}>
      <h1 class="app-h1">Indicators</h1>
      <p class="app-lead">{total} indicators by theme, each with what it counts.</p>
      {sections.map(({ id, title, rows }) => (
        <section key={id} aria-labelledby={id} class="app-theme">
          <h2 id={id} class="app-h2 app-h2--ruled">
            {title}
          </h2>
          <ul class="app-theme__list">
            {rows.map(({ judgement: { definition, indicator } }) => (
              <li key={indicator.id}>
                <a class="govuk-link" href={indicatorAddress(indicator.id, choice)}>
                  {definition.title}
                </a>
                <span class="app-row__basis">
                  {basisInWords(definition.basis)} · {polarityInWords[definition.polarity]}
                </span>
                {definition.counted !== undefined && <p>{definition.counted}</p>}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Layout>
  );
}
