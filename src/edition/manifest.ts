import type { Day, Month } from '../calendar/index.ts';
import type { EditionKind } from '../store/index.ts';

/** A file of an edition. */
export interface EditionFile {
  /** From the edition's folder, with forward slashes. */
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** An extract that an edition was made from. */
export interface EditionExtract {
  readonly authority: string;
  readonly source: string;
  readonly id: string;
  readonly asAt: Day;
  readonly loadedAt: string;
  /** SHA-256 of its tables' Parquet files, by name. */
  readonly files: Readonly<Record<string, string>>;
}

/** manifest.json of an edition: what it is, what it was made from, and the hash of every other file of it. */
export interface EditionManifest {
  readonly format: 1;
  readonly number: number;
  readonly report: string;
  readonly title: string;
  readonly month: Month;
  readonly unit: string;
  readonly kind: EditionKind;
  readonly asAt: Day;
  readonly synthetic: boolean;
  readonly signed: { readonly who: string; readonly role: string; readonly at: string; readonly approved: boolean };
  readonly corrects: number | null;
  readonly changed: string | null;
  readonly why: string | null;
  /** Why it was issued although a check before issue found something; null where nothing was found. */
  readonly despite: string | null;
  /** The hash of the manifest of the edition before it; 64 zeros for the first. */
  readonly previous: string;
  /** The last hash of the store's audit when it was made. */
  readonly audit: string;
  readonly product: string;
  readonly renderers: string;
  readonly extractHash: string;
  readonly extracts: readonly EditionExtract[];
  readonly definitions: {
    readonly pack: string;
    readonly version: string;
    readonly hash: string;
    /** By indicator the hash of each of its versions. */
    readonly indicators: Readonly<Record<string, readonly string[]>>;
    /** The folders of the pack's files and of those it extends, in that order. */
    readonly folders: readonly string[];
  };
  readonly files: readonly EditionFile[];
}

/** The name of the folder of an edition. */
export const folderName = (number: number): string => String(number).padStart(4, '0');

/** Where an edition is kept, from the data folder. */
export const editionPath = (number: number): string => `editions/${folderName(number)}`;
