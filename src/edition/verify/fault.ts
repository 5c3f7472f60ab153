import type { Month } from '../../calendar/index.ts';
import type { Observation } from '../../measure/index.ts';

export type FaultCode =
  | 'folder-missing'
  | 'not-registered'
  | 'register-broken'
  | 'register-differs'
  | 'manifest-changed'
  | 'chain-broken'
  | 'file-missing'
  | 'file-changed'
  | 'file-added'
  | 'definitions-differ'
  | 'extract-missing'
  | 'extract-changed'
  | 'not-recomputed'
  | 'figure-differs'
  | 'output-differs'
  | 'disclosed';

/** A figure that an edition keeps, and what its extract and its definitions give. */
export interface CellDifference {
  readonly indicator: string;
  readonly unit: string;
  readonly month: Month;
  readonly kept: Observation;
  readonly recomputed: Observation | undefined;
}

/** Something by which an edition is not what was published. */
export interface Fault {
  readonly code: FaultCode;
  /** Null where it is of the register or of a folder that is in no register. */
  readonly edition: number | null;
  /** The file, extract, field or figure. */
  readonly where: string;
  /** A sentence. */
  readonly says: string;
  readonly cell?: CellDifference;
}
