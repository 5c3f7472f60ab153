/** A delivery that cannot be loaded at all: what is wrong, and where, in one line. Nothing was changed. */
export class LoadError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'LoadError';
  }
}
