/** What a command may do to the world; tests pass their own. */
export interface Effects {
  stdout(text: string): void;
  stderr(text: string): void;
  now(): Date;
  /** Where packs are found by name. */
  readonly packsFolder: string;
}

/** One command of bin/outturn. Data goes to stdout, messages and progress to stderr. */
export interface Command {
  readonly name: string;
  /** The call, after `outturn`. */
  readonly usage: string;
  readonly summary: string;
  /** What its help says below the options. */
  readonly details?: string;
  /** Exit code: 0 done, 1 the input is at fault, 2 the call is, 130 or 143 stopped by a signal. */
  run(args: string[], effects: Effects): Promise<number>;
}

/** The call is at fault: an unknown option, a missing argument, a name that does not exist. Ends with exit code 2. */
export class CallError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CallError';
  }
}

/** The input is at fault: a pack, an extract, a data folder. Ends with exit code 1. */
export class InputError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'InputError';
  }
}
