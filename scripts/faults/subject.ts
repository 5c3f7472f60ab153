import type { StoreAddress } from '../../src/store/index.ts';

export type StoreKind = StoreAddress['kind'];

/** Where a subject works, alone: a folder of its own and a store of its own, both empty at first. */
export interface Place {
  readonly folder: string;
  readonly store: StoreAddress;
}

/** How a process that will be killed speaks to the one that watches it. */
export interface Telling {
  /** It is at work: from here on it may die. */
  begun(): void;
  /** The n-th change of the place (from 1) has been acknowledged. */
  made(n: number): void;
}

/** What is found in a place after a kill. */
export interface Found {
  /** How many changes are there. */
  readonly changes: number;
  /** Each a sentence: what is neither as before a change nor as after it. */
  readonly halfStates: readonly string[];
  /** Each a sentence: what the register has and nobody can read. */
  readonly unreadable: readonly string[];
  /** What counts for nothing, lies about and is the next run's to clear. */
  readonly leftovers: number;
}

/** Something that a process does and may be killed at. What it has acknowledged must be there afterwards; nothing may be there by half. */
export interface Subject {
  readonly name: string;
  /** The stores on which it makes a difference. */
  readonly kinds: readonly StoreKind[];
  /** How many changes make one round of the work, so that a kill may fall anywhere in one. */
  readonly round: number;
  /** Whether each kill has a place of its own, and not one place them all. */
  readonly apart: boolean;
  /** Makes a place ready, in the watching process. */
  prepare(place: Place): Promise<void>;
  /** Does the work from where it stands, in the process that is killed; where it returns there is no more to do. */
  work(place: Place, telling: Telling): Promise<void>;
  /** Looks at a place after a kill, in the watching process. */
  look(place: Place): Promise<Found>;
  /** Looks at it all when the killing is done; gives what is wrong. */
  end?(place: Place): Promise<readonly string[]>;
}
