/** A whole-number unknown of the one who tries to undo a suppression. */
export interface Unknown {
  readonly name: string;
  readonly indicator: string;
  readonly unit: string;
  readonly month: string;
  /** What it is, which the one who tries does not know: a first assignment to start from. */
  readonly truth: number;
  low: number;
  high: number;
  /** How many different numbers it must still be able to be; 1 of what nobody guards. */
  room: number;
  /** Sums of working time and of days may be any number between. */
  readonly isWhole: boolean;
}

/** Something that is known: a sum of unknowns lies between two numbers. */
export interface Statement {
  /** In words: why it is known. */
  readonly words: string;
  readonly low: number;
  readonly high: number;
  readonly of: readonly number[];
  readonly times: readonly number[];
}

export interface System {
  readonly unknowns: Unknown[];
  readonly statements: Statement[];
  /** What is shown although it is small, in so many words. */
  readonly shown: { readonly unknown: number; readonly words: string }[];
}

/** For every unknown the statements that it is in. */
export function occurrences({ unknowns, statements }: System): number[][] {
  const found: number[][] = unknowns.map(() => []);
  statements.forEach(({ of }, index) => {
    for (const one of of) found[one]?.push(index);
  });
  return found;
}
