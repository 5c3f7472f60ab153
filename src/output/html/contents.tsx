import type { JSX } from 'preact';
import type { Document, Section } from '../../document/index.ts';
import { isListed } from '../front.ts';

interface Props {
  readonly depth: number;
  readonly document: Document;
}

/** The sections of a document as links, so many levels deep; the front and the list itself are not in it. */
export function ContentsList({ depth, document }: Props): JSX.Element {
  return (
    <nav class="report-contents" aria-label="Contents">
      <Level sections={document.sections} depth={depth} />
    </nav>
  );
}

function Level({ sections, depth }: { readonly sections: readonly Section[]; readonly depth: number }) {
  const listed = sections.filter(isListed);
  if (listed.length === 0 || depth === 0) return null;
  return (
    <ul>
      {listed.map(({ id, number, title, shortTitle, sections: inner }) => (
        <li key={id}>
          <a href={`#${id}`}>
            {number !== null && <span class="report-number">{number} </span>}
            {shortTitle ?? title}
          </a>
          <Level sections={inner} depth={depth - 1} />
        </li>
      ))}
    </ul>
  );
}
