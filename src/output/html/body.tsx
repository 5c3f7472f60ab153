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
  const setting: Setting = { document, cover: leadCover(document), titleId: null };
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

interface PartsProps {
  readonly document: Document;
  /** The id of the page's own heading of the first level, which is the title of the document. */
  readonly titleId: string;
}

/**
 * A document within a page that has a heading, landmarks and a word on made-up data of its own: the cover is left to it,
 * the rest is the same.
 */
export function ReportParts({ document, titleId }: PartsProps): JSX.Element {
  const { orientation, sections } = document;
  const setting: Setting = { document, cover: leadCover(document), titleId };
  return (
    <div class={`report report--within report--${orientation}`}>
      {sections.map((section) => (
        <ReportSection key={section.id} section={section} level={2} setting={setting} />
      ))}
    </div>
  );
}

/** The title of a document and the lines around it, for a page that prints them itself. */
export function frontOf(document: Document): { readonly title: string; readonly lines: readonly string[] } {
  const cover = leadCover(document);
  if (cover === null) return { title: document.title, lines: [document.organisation, document.period] };
  const above = cover.above.length === 0 ? [document.organisation] : cover.above;
  return { title: cover.title, lines: [...above, ...cover.below] };
}
