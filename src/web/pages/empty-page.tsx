import type { JSX } from 'preact';
import { Layout } from '../components/layout.tsx';
import { chooseAddress } from '../data/load/address.ts';

/** Stands in for a page while nothing is loaded. */
export function EmptyPage({ canLoad }: { canLoad: boolean }): JSX.Element {
  return (
    <Layout title="Nothing is loaded yet" section={null} synthetic={null}>
      <h1 class="app-h1">Nothing is loaded yet</h1>
      <p class="app-prose">Figures appear here as soon as there is data to count.</p>
      {canLoad ? (
        <a class="govuk-button" href={chooseAddress}>
          Load data
        </a>
      ) : (
        <p class="app-prose">Load an extract with: outturn load</p>
      )}
    </Layout>
  );
}
