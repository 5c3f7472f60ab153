import type { JSX } from 'preact';
import { Layout } from '../components/layout.tsx';
import type { Progress } from '../options.ts';

/** Stands in for a page while the figures are still being worked out. */
export function LoadingPage({ progress, path }: { progress: Progress | null; path: string }): JSX.Element {
  return (
    <Layout title="Working out the figures" section={null} synthetic={null}>
      <h1 class="app-h1">The figures are being worked out</h1>
      <p class="app-prose">
        This happens once after each load.{' '}
        {progress !== null && progress.total > 0 && `${progress.done} of ${progress.total} indicators are done.`}
      </p>
      <p>
        <a class="govuk-button" href={path}>
          Look again
        </a>
      </p>
    </Layout>
  );
}
