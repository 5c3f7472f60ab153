import type { JSX } from 'preact';
import { ReportParts } from '../../output/index.ts';
import type { Checked } from '../../publishing/index.ts';
import { jobAddress } from './address.ts';
import { Frame } from './frame.tsx';

/** A report as it would be published, to be read before it is signed. */
export function ProofPage({ id, checked }: { readonly id: string; readonly checked: Checked }): JSX.Element {
  const { document, title } = checked;
  return (
    <Frame
      title={`Not published: ${title}, ${document.period}`}
      synthetic={checked.synthetic}
      crumbs={[{ text: 'Before you sign', href: jobAddress(id) }, { text: 'The report' }]}
      report
    >
      <h1 id="_title" class="app-h1">
        <span class="app-h1__above">Not published yet</span>
        {title}
      </h1>
      <p class="app-lead">
        {document.organisation} · {document.period}
      </p>
      <p>
        <a class="govuk-button" href={jobAddress(id)}>
          Back to sign it
        </a>
      </p>
      <ReportParts document={document} titleId="_title" />
    </Frame>
  );
}
