import type { Document, Finding } from '../document/index.ts';
import type { Correction, Standpoint, Verification } from '../edition/index.ts';
import type { Comment } from '../pack/index.ts';
import type { EditionKind } from '../store/index.ts';

/** Which report is to be published, and how. */
export interface Asked {
  readonly report: string;
  readonly month: string;
  readonly unit: string;
  readonly kind: EditionKind;
  readonly standpoint: Standpoint;
  /** Of a public edition: the comments that may go out, by `commentName`. */
  readonly comments: readonly string[];
}

/** Who signs, and what they say. */
export interface Signed {
  readonly who: string;
  readonly role: string;
  /** The `documentHash` of what they looked at. */
  readonly saw: string;
  readonly formats: readonly string[];
  readonly corrects: Correction | null;
  readonly despite: string | null;
}

/** What is to be done; the first line of the input of the process that does it. */
export type Work =
  | { readonly task: 'check'; readonly asked: Asked }
  | { readonly task: 'publish'; readonly asked: Asked; readonly signed: Signed }
  /** All editions where no numbers are given. */
  | { readonly task: 'verify'; readonly numbers: readonly number[] | null };

export type Task = Work & {
  readonly data: string;
  readonly pack: string;
  readonly packsFolder: string;
  /** The address of the store as the installation says it; absent: beside the data. */
  readonly store?: string | undefined;
  readonly versions: { readonly product: string; readonly renderers: string };
  /** The instant of the task, ISO 8601. */
  readonly now: string;
};

/** A report as it would be published, and all there is to know before it is signed. */
export interface Checked {
  readonly title: string;
  readonly document: Document;
  readonly documentHash: string;
  readonly approved: boolean;
  readonly asAt: string;
  readonly synthetic: boolean;
  readonly extracts: readonly {
    readonly authority: string;
    readonly source: string;
    readonly id: string;
    readonly asAt: string;
  }[];
  readonly definitions: { readonly pack: string; readonly version: string; readonly hash: string };
  readonly findings: readonly (Finding & { readonly stops: boolean })[];
  /** How many figures the report rests on, and how many of them come from earlier editions. */
  readonly figures: { readonly all: number; readonly asPublished: number };
  /** The approved comments, with the name by which each is let out. */
  readonly comments: readonly (Comment & { readonly name: string })[];
  readonly suppression: {
    readonly small: number;
    readonly guards: number;
    readonly already: number;
    readonly against: readonly number[];
  } | null;
  /** The edition in force that this one would correct. */
  readonly standing: number | null;
  /** The number it would have. */
  readonly next: number;
}

export interface Step {
  readonly done: number;
  readonly total: number;
  /** What is being done, in words. */
  readonly label: string;
}

/** A line of the output of the process. */
export type Message =
  | { readonly kind: 'step'; readonly step: Step }
  | { readonly kind: 'checked'; readonly checked: Checked }
  | { readonly kind: 'published'; readonly number: number }
  | { readonly kind: 'verified'; readonly verification: Verification }
  | { readonly kind: 'refused'; readonly code: string; readonly why: string }
  /** A fault of the program: where, without a value. */
  | { readonly kind: 'broken'; readonly place: string };
