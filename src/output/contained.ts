import type { Block, Document, Section } from '../document/index.ts';

/** The sections of a document in reading order, with how deep each stands: 1 for those of the document itself. */
export function sectionsOf(document: Document): readonly { readonly section: Section; readonly depth: number }[] {
  const below = (sections: readonly Section[], depth: number): { section: Section; depth: number }[] =>
    sections.flatMap((section) => [{ section, depth }, ...below(section.sections, depth + 1)]);
  return below(document.sections, 1);
}

/** '2.1 Referrals', or the title alone where the section has no number. */
export const headingOf = ({ number, title }: Pick<Section, 'number' | 'title'>): string =>
  number === null ? title : `${number} ${title}`;

/** Whether a block is the front of a document or the list of what is in it, which each kind of file makes its own way. */
export const isFront = ({ kind }: Block): boolean => kind === 'cover' || kind === 'contents';
