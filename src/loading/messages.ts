import type { FindingSummary, LoadStep, Preview } from '../intake/index.ts';
import type { Outcome } from '../warehouse/index.ts';

/** What a process of its own is asked to do; the first line of its input. */
export type Task = {
  readonly pack: string;
  readonly packsFolder: string;
  readonly data: string;
  readonly sources: readonly string[];
} & (
  | {
      readonly task: 'recognise';
      /** Where it may write. */
      readonly folder: string;
    }
  | {
      readonly task: 'load';
      readonly authority?: string;
      readonly asAt?: string;
      /** The instant of the load, ISO 8601. */
      readonly now: string;
    }
);

/** A table after a load, beside the same table of the extract before it. */
export interface LoadedTable {
  readonly id: string;
  readonly title: string;
  /** Null where the delivery has it no longer. */
  readonly rows: number | null;
  /** Null where nothing was compared: there was no extract before, or it is the same. */
  readonly change: { readonly before: number | null; added: number; gone: number; changed: number } | null;
}

export interface LoadedExtract {
  readonly authority: string;
  readonly source: string;
  readonly format: string;
  readonly asAt: string;
  readonly asAtBasis: string;
  readonly outcome: Outcome;
  /** The as-at date of the extract that it takes the place of; null where there was none. */
  readonly former: string | null;
  readonly tables: readonly LoadedTable[];
}

/** A kind of finding, made while reading or by a check between the rows. */
export interface LoadFinding extends Pick<FindingSummary, 'count'> {
  readonly code: string;
  readonly title: string;
  readonly severity: string;
  /** What to do. */
  readonly remedy: string;
}

export interface LoadOutcome {
  readonly extracts: readonly LoadedExtract[];
  readonly findings: readonly LoadFinding[];
  /** Whether tables were compared and the checks between rows run; else the reason is not known, and both are absent. */
  readonly complete: boolean;
}

/** A line of the output of the process. After `loaded` the data is in force, whatever happens to the process. */
export type Message =
  | { readonly kind: 'step'; readonly step: LoadStep }
  | { readonly kind: 'recognised'; readonly preview: Preview }
  | { readonly kind: 'loaded'; readonly outcome: LoadOutcome }
  | { readonly kind: 'refused'; readonly locked: boolean; readonly why: string }
  | { readonly kind: 'cancelled' }
  /** A fault of the program: where, without a value. */
  | { readonly kind: 'broken'; readonly place: string };
