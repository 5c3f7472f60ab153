import type { JSX } from 'preact';
import type { Document } from '../../document/index.ts';
import { leadCover } from '../front.ts';
import { ReportSection } from './section.tsx';
import type { Setting } from './setting.ts';

/** Where the skip link leads. Ids of our own have an underscore, which no id of a document has. */
export const mainId = '_report';

/** What a page shows of a document: the same in a file of its own and on a page of a server. */
export function ReportBody({ document }: { readonly document: Document }): JSX.Element {
  const { title, organisation, period, synthetic, orientation, sections } = document;
  const setting: Setting = { document, cover: leadCover(document) };
  return (
    <main id={mainId} class={`report report--${orientation}`} tabindex={-1}>
      {synthetic !== null && (
        <p class="report-synthetic" role="note">
          {synthetic}
        </p>
      )}
      {setting.cover === null && (
        <header class="report-cover">
          <p>{organisation}</p>
          <h1>{title}</h1>
          <p>{period}</p>
        </header>
      )}
      {sections.map((section) => (
        <ReportSection key={section.id} section={section} level={2} setting={setting} />
      ))}
    </main>
  );
}
