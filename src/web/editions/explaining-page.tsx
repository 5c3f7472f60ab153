import type { JSX } from 'preact';
import { editionAddress, restatementsAddress } from './address.ts';
import { Frame } from './frame.tsx';

/** Stands in for restatements that are still being explained. */
export function ExplainingPage({ number, synthetic }: { number: number; synthetic: boolean | null }): JSX.Element {
  const title = 'The differences are being explained';
  return (
    <Frame
      title={title}
      synthetic={synthetic}
      crumbs={[{ text: `Edition ${number}`, href: editionAddress(number) }, { text: 'Restated since' }]}
      live
    >
      <h1 class="app-h1">{title}</h1>
      <p class="app-lead" data-live="explaining">
        Every case behind each figure that differs is looked up, as it was and as it is. It goes on if you leave this
        page.
      </p>
      <p class="app-quiet" role="status" data-status />
      <a class="govuk-link" href={restatementsAddress(number)}>
        Look again
      </a>
    </Frame>
  );
}
