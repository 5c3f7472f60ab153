import type { JSX } from 'preact';
import { Layout } from '../components/layout.tsx';
import type { Problem } from '../problem.ts';

/** Says what cannot be shown, why, and where to go from here. */
export function ProblemPage({ problem, synthetic }: { problem: Problem; synthetic: boolean | null }): JSX.Element {
  return (
    <Layout title={problem.title} section={null} synthetic={synthetic}>
      <h1 class="app-h1">{problem.title}</h1>
      {problem.paragraphs.map((paragraph) => (
        <p key={paragraph} class="app-prose">
          {paragraph}
        </p>
      ))}
      {problem.waysOn.length > 0 && (
        <ul class="govuk-list app-ways-on">
          {problem.waysOn.map(({ text, href }) => (
            <li key={href}>
              <a class="govuk-link" href={href}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Layout>
  );
}
