/** Why a data folder does not take what it was given. The codes are stable; the message says what to do. */
export type RefusalCode = 'locked' | 'folder-unreadable' | 'pack-differs' | 'source-owned' | 'authority-unusable';

/** A load that the data folder refuses; nothing was changed. */
export class Refusal extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode, message: string) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
  }
}
