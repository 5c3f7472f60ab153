import type { Block, Cover, Document, Section } from '../document/index.ts';

const isCover = (block: Block | undefined): block is Cover => block?.kind === 'cover';

/** The cover that a document begins with; one that stands elsewhere is no front and prints no heading. */
export function leadCover({ sections }: Document): Cover | null {
  const block = sections[0]?.blocks[0];
  return isCover(block) ? block : null;
}

/** Whether the contents list a section: not the cover, not the contents themselves. */
export const isListed = ({ blocks }: Section): boolean =>
  !blocks.some(({ kind }) => kind === 'cover' || kind === 'contents');
