import type { Block, Cover, Document } from '../../document/index.ts';

/** What blocks know of the document they stand in. */
export interface Setting {
  readonly document: Document;
  /** The cover that prints the title of the document, its one heading of the first level; null where none leads it. */
  readonly cover: Cover | null;
}

const isCover = (block: Block | undefined): block is Cover => block?.kind === 'cover';

/** The cover that a document begins with; one that stands elsewhere is no front and prints no heading. */
export function leadCover({ sections }: Document): Cover | null {
  const block = sections[0]?.blocks[0];
  return isCover(block) ? block : null;
}
