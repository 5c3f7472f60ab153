import type { Pack } from '../pack/index.ts';
import type { Parsing } from './parsing.ts';
import type { DeliveredFile, SourceFile } from './source-file.ts';
import type { Workbench } from './workbench.ts';

/** One SOURCE of a call: a folder with its files, or a single file. */
export interface Delivery {
  /** As given in the call. */
  readonly source: string;
  readonly files: readonly DeliveredFile[];
  /** The folders inside it, which are not read. */
  readonly folders: readonly string[];
}

/** A file that a format takes. */
export interface Claim {
  readonly file: DeliveredFile;
  /** What the format takes it for, by its own name: a dataset, or a file of a standard. */
  readonly as: string;
  /** Why, for a person: `the dataset ssd_person, by its name`. */
  readonly takenFor: string;
}

/** A table of a dataset, ready to be written. */
export interface DeliveredTable {
  readonly dataset: string;
  /** A relation of the workbench with the columns in `columns`. */
  readonly relation: string;
  /** The columns that the delivery can speak of; the dataset's others stay empty. */
  readonly columns: readonly string[];
  /** First day from which the format says the table is complete; null: from the beginning. */
  readonly from: string | null;
  /** Instead of `from`, where it depends on the as-at date: how far back from it the table is complete. */
  readonly window?: 'six-months' | 'as-at';
  /** Of a table that goes on from the one before: a hash of its rows, which say better than the files whether it is another. */
  readonly content?: string;
  /** The names of the files it was made from. */
  readonly files: readonly string[];
  /** Last day up to which the format says the table is complete; absent: the as-at date. */
  readonly to?: string;
  /** Columns that are there only from a later day than the table. */
  readonly columnsFrom?: Readonly<Record<string, string>>;
  /** It says of each year, on its last day, what happened in it and not when: right at the ends of years alone. */
  readonly yearly?: true;
}

/** The rows of one file of a periodic return, as read, to be kept so that several returns can be made one. */
export interface KeptRows {
  /** The standard's own name of the file. */
  readonly name: string;
  /** The file as delivered. */
  readonly file: string;
  /** A relation of the workbench. */
  readonly relation: string;
  /** The columns of the standard that the file has. */
  readonly columns: readonly string[];
}

/** The period that a return speaks for. */
export interface ReadPeriod {
  readonly standard: 'ssda903';
  readonly from: string;
  readonly to: string;
  readonly rows: readonly KeptRows[];
}

export interface FormatReading {
  readonly tables: readonly DeliveredTable[];
  readonly files: readonly SourceFile[];
  /** The as-at date that the format itself prescribes. */
  readonly asAt: string | null;
  /** Of a periodic return: several of one standard make one history. */
  readonly period?: ReadPeriod;
}

export interface FormatContext {
  readonly bench: Workbench;
  readonly parsing: Parsing;
  readonly pack: Pack;
  /** Looks a file through, once. */
  inspect(file: DeliveredFile): Promise<SourceFile>;
  /** The codes of the units that there are; null where nothing says so. */
  units(): Promise<ReadonlySet<string> | null>;
  /** The Parquet file that now holds a dataset; null where there is none. */
  previous(dataset: string): string | null;
}

/** A kind of delivery: which files belong to it, and how they become the tables of datasets. */
export interface Format {
  /** Stable: it stands in manifests. */
  readonly name: string;
  /** What it takes, in a line for a person who asks what can be loaded. */
  readonly title: string;
  /** The files it takes, and why. A format that does not know the delivery takes none. */
  recognise(delivery: Delivery, pack: Pack): Promise<Claim[]>;
  /** Turns the files it took into tables of the workbench, and notes what is wrong with them. */
  read(claims: readonly Claim[], context: FormatContext): Promise<FormatReading>;
}
