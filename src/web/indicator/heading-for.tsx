import type { JSX } from 'preact';
import type { Heading } from './heading.ts';

/** Where the figure is going: its trend in a word with its rule, the year's end, and what the target would take. */
export function HeadingFor({ heading: { trend, sentences, isProjected } }: { readonly heading: Heading }): JSX.Element {
  return (
    <section aria-labelledby="heading-for">
      <h2 id="heading-for" class="app-h2">
        Where it is heading
      </h2>
      {sentences.length > 0 && (
        <ul class="app-facts">
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {trend !== null && (
        <p class="app-rule-line">
          Trend: <strong>{trend.word}</strong> <span class="app-quiet">by {trend.rule}</span>
        </p>
      )}
      {isProjected && (
        <p class="app-caption">This is arithmetic on what has been counted; it knows of no plan, season or cause.</p>
      )}
    </section>
  );
}
