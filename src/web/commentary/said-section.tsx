import type { JSX } from 'preact';
import { Words } from '../../output/index.ts';
import type { SaidBeside } from './said.ts';
import { StateTag } from './state-tag.tsx';
import { stateWords } from './states.ts';

/** What people said of the figure, beside it; where they may, with the way to say more. */
export function SaidSection({ beside: { said, desks } }: { readonly beside: SaidBeside }): JSX.Element | null {
  if (said.length === 0 && desks.length === 0) return null;
  const reports = [...Map.groupBy(said, ({ report }) => report)];
  return (
    <section class="app-said" aria-labelledby="said">
      <h2 id="said" class="app-h2">
        Commentary
      </h2>
      {said.length === 0 && <p class="app-quiet">Nothing has been written for this month.</p>}
      {reports.map(([report, own]) => (
        <div key={report.id} class="app-said__report">
          {reports.length > 1 && <p class="app-caption">{report.title}</p>}
          {own.map(({ heading, paragraphs, author, state }) => (
            <div key={heading} class="app-said__one">
              <h3 class="app-h3">
                {heading} {state !== 'approved' && <StateTag state={state} word={stateWords[state]} />}
              </h3>
              {paragraphs.map((text, index) => (
                <p key={index} class="app-prose">
                  <Words text={text} />
                </p>
              ))}
              <p class="app-quiet">{author}</p>
            </div>
          ))}
        </div>
      ))}
      {desks.length > 0 && (
        <ul class="app-said__desks">
          {desks.map(({ title, href }) => (
            <li key={href}>
              <a class="govuk-link" href={href}>
                Write or approve for {title}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
