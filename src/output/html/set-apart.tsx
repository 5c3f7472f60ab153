import type { JSX } from 'preact';
import type { Commentary, Cover, Document, Facts, Notice } from '../../document/index.ts';
import { signature } from '../signature.ts';
import { Heading } from './section.tsx';
import { Words } from './words.tsx';

interface CoverProps {
  readonly cover: Cover;
  /** Of the front of the document: the id of its heading. Null of a cover that stands elsewhere. */
  readonly headingId: string | null;
  readonly document: Document;
}

export function CoverBlock({ cover, headingId, document }: CoverProps): JSX.Element {
  return (
    <header class="report-cover">
      {(cover.above.length === 0 ? [document.organisation] : cover.above).map((line) => (
        <p key={line} class="report-cover__above">
          {line}
        </p>
      ))}
      {headingId === null ? <p class="report-cover__title">{cover.title}</p> : <h1 id={headingId}>{cover.title}</h1>}
      {cover.below.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </header>
  );
}

interface FactsProps {
  readonly facts: Facts;
  readonly id: string;
  /** Whether the title of the section says already what they are. */
  readonly isTitled: boolean;
}

/** Names and what they are, as a list that says so to a screen reader. */
export function FactsBlock({ facts, id, isTitled }: FactsProps): JSX.Element {
  return (
    <div class="report-facts">
      <p id={`${id}_l`} class={isTitled ? 'report-hidden' : 'report-label'}>
        {facts.label}
      </p>
      <dl aria-labelledby={`${id}_l`}>
        {facts.items.map(({ term, value }, index) => (
          <div key={index}>
            <dt>{term}</dt>
            <dd>
              <Words text={value} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

const tones: Readonly<Record<Notice['tone'], string>> = {
  information: 'Note',
  caution: 'Caution',
  fault: 'Fault found',
};

/** Something to know before reading on. What kind of thing is said in a word. */
export function NoticeBlock({ notice, id }: { readonly notice: Notice; readonly id: string }): JSX.Element {
  return (
    <div class={`report-notice report-notice--${notice.tone}`} role="note" aria-labelledby={`${id}_t`}>
      <p id={`${id}_t`} class="report-label">
        <span class="report-notice__tone">{tones[notice.tone]}: </span>
        {notice.title}
      </p>
      {notice.text.map((words, index) => (
        <p key={index}>
          <Words text={words} />
        </p>
      ))}
    </div>
  );
}

interface CommentaryProps {
  readonly commentary: Commentary;
  readonly level: number;
}

/** What a person wrote, with who and when; or that it is a draft from the figures. */
export function CommentaryBlock({ commentary, level }: CommentaryProps): JSX.Element {
  const { heading, paragraphs, generated } = commentary;
  const by = signature(commentary);
  return (
    <div class={`report-commentary${generated ? ' report-commentary--generated' : ''}`}>
      <Heading level={level} class="report-label">
        {heading}
      </Heading>
      {paragraphs.map((words, index) => (
        <p key={index}>
          <Words text={words} />
        </p>
      ))}
      {by !== '' && <p class="report-by">{by}</p>}
    </div>
  );
}
