/** A delivery that cannot be loaded at all: what is wrong, and where, in one line. Nothing was changed. */
export class LoadError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'LoadError';
  }
}

/** The tables of a load took more memory and disk than a load may use. */
export class TooLarge extends LoadError {
  constructor(what = 'The delivery') {
    super(`${what} was given up: its tables take more memory and disk than a load may use`);
  }
}
