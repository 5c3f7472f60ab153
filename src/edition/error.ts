/** Why something is not published, or an edition cannot be read. The codes are stable; the message says what to do. */
export type EditionErrorCode =
  | 'no-edition'
  | 'edition-unreadable'
  | 'already-published'
  | 'not-in-force'
  | 'not-approved'
  | 'comments-open'
  | 'checks-found'
  | 'changed-since'
  | 'definitions-differ'
  | 'extracts-gone'
  | 'no-figures'
  | 'no-renderer';

/** Nothing was changed. */
export class EditionError extends Error {
  readonly code: EditionErrorCode;

  constructor(code: EditionErrorCode, message: string) {
    super(message);
    this.name = 'EditionError';
    this.code = code;
  }
}
