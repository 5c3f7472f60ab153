/** One table of an extract. Its window of completeness is what a figure is checked against. */
export interface ExtractTable {
  /** Parquet file beside the manifest. */
  readonly file: string;
  readonly rows: number;
  /** The columns that the delivery had; the Parquet file has every column of the dataset, the others empty. */
  readonly columns: readonly string[];
  /** First day from which the table is complete; null: from the beginning. */
  readonly from: string | null;
  /** Last day up to which it is complete, included. */
  readonly to: string;
  /** Columns that are there only from a later day than the table; absent where there are none. */
  readonly columnsFrom?: Readonly<Record<string, string>>;
  /** It says of each year, on its last day, what happened in it and not when: right at the ends of years alone, of which `to` is one. */
  readonly yearly?: true;
}

/** The rows of one file of a periodic return, as they were read. */
export interface ReturnRows {
  /** Parquet file beside the manifest. */
  readonly file: string;
  /** The file as delivered. */
  readonly name: string;
  /** The columns of the standard that it had. */
  readonly columns: readonly string[];
}

/** The period that a return speaks for, and its rows, from which several returns are made one history. */
export interface ReturnPeriod {
  /** The standard of the return: ssda903. */
  readonly standard: string;
  readonly from: string;
  readonly to: string;
  /** By the standard's own name of the file. */
  readonly rows: Readonly<Record<string, ReturnRows>>;
}

/** What a load delivered, immutable once published. */
export interface Manifest {
  /** SHA-256 over the content of the files delivered and what decided their reading. */
  readonly id: string;
  /** Code of the authority the whole extract belongs to. */
  readonly authority: string;
  /** The delivery its tables belong to, as the datasets name it: ssd, workforce, audits, population. */
  readonly source: string;
  /** The format the files were taken for: csv, parquet, ssda903. */
  readonly format: string;
  readonly asAt: string;
  /**
   * Who said so: the call, the extract's own note, the format's rule, or the latest date in the data. `none`: its tables speak
   * of no day, and asAt is the day of the load.
   */
  readonly asAtBasis: 'given' | 'extract' | 'format' | 'data' | 'none';
  /** Made up by outturn demo. */
  readonly synthetic: boolean;
  /** The instant of the load, ISO 8601, UTC. */
  readonly loadedAt: string;
  readonly pack: { readonly id: string; readonly version: string };
  readonly files: readonly {
    readonly name: string;
    readonly sha256: string;
    readonly bytes: number;
    readonly takenFor: string;
  }[];
  readonly tables: Readonly<Record<string, ExtractTable>>;
  /** Of a periodic return alone. */
  readonly period?: ReturnPeriod;
  /** The returns that this extract was made one from, the earliest first; absent for a delivery itself. */
  readonly history?: readonly { readonly id: string; readonly from: string; readonly to: string }[];
  /** Number of findings by code. */
  readonly findings: Readonly<Record<string, number>>;
}

/** The tables of the pack as they are, in one wrapping or another. */
const plainTables: readonly string[] = ['csv', 'parquet'];

/** Whether what came in one format may be replaced by, or joined with, what comes in the other. */
export function sameStandard(one: string, other: string): boolean {
  return one === other || (plainTables.includes(one) && plainTables.includes(other));
}
