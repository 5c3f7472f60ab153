import type { Cover, Document } from '../../document/index.ts';

/** What blocks know of the document they stand in. */
export interface Setting {
  readonly document: Document;
  /** The cover that prints the title of the document, its one heading of the first level; null where none leads it. */
  readonly cover: Cover | null;
  /** Where the title stands outside of what is shown: the id of that heading. Null where the document prints it. */
  readonly titleId: string | null;
}
