import type { AuditEvent, SignInSettings } from '../access/index.ts';
import type { Benchmarks } from '../benchmark/index.ts';
import type { BasisExtract, FiguresBasis } from '../edition/index.ts';
import type { JudgementSource } from '../judgement/index.ts';
import type { LoadDesk } from '../loading/index.ts';
import type { Figures } from '../measure/index.ts';
import type { MadeFiles } from '../output/index.ts';
import type { PublishDesk } from '../publishing/index.ts';
import type { Store } from '../store/index.ts';

/** Figures, with the published ones that targets may follow where there are any. */
export type ShownFigures = Figures & Pick<JudgementSource, 'benchmark'>;

/** How far the figures are, while they are being worked out. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** What figures rest on. */
export interface Review {
  /** Of the figures that are shown; null while there are none. */
  basis(): FiguresBasis | null;
  /** The extracts that figures under review are held to; null where they are not stored any more. */
  extracts(hash: string): Promise<readonly BasisExtract[] | null>;
  /** The figures of those extracts, of all units; null where they are not stored any more. */
  figures(hash: string): Promise<ShownFigures | null>;
}

/** Where reports are published on a page. */
export interface EditionsOptions {
  readonly desk: PublishDesk;
  /** The figures of all units, whoever asks: each page of editions looks itself at who may see what they explain. */
  figures(): ShownFigures | null;
  /** The hash of the pack's files, by which definitions are known to be those of an edition. */
  readonly definitions: string;
}

export interface ServerOptions {
  /** The figures to show; null while they are still being worked out. */
  figures(): ShownFigures | null;
  /** Published statistics to compare with; nothing is said of them where this is absent. */
  benchmarks?(): Benchmarks | null;
  /** How far they are, while there are none. */
  progress?(): Progress;
  /** Whether nothing is loaded yet, so that there is nothing to wait for. */
  empty?(): boolean;
  /** How far the figures of a newer load are, while the former are still shown; null otherwise. */
  working?(): Promise<Progress | null>;
  /** Where files are loaded on a page; there is no such page where this is absent. */
  readonly loads?: LoadDesk;
  /** What people say, set, approve and publish; no page of theirs where this is absent. */
  readonly store?: Store;
  /** What figures rest on, for those who sign them; nothing can be submitted or approved where this is absent. */
  readonly review?: Review;
  /** How people sign in; who sits at this computer may do all where this is absent. It needs the store. */
  readonly signIn?: {
    readonly settings: SignInSettings;
    /** What the provider knows this installation by. */
    readonly secret?: string | undefined;
  };
  /** How long the head of a request may take to come, in ms; default 15 seconds. */
  readonly slowest?: number;
  /** What is published, and where more is; no page of it where this is absent. It needs the store. */
  readonly editions?: EditionsOptions;
  /** Makes reports as files, and keeps them. */
  readonly files: MadeFiles;
  /** How long a download waits for its file before a page says that it is still being made, in ms; default 10 seconds. */
  readonly patience?: number;
  /** Whether case lists are shown of data that is not synthetic. */
  readonly openCases: boolean;
  /** Records a look at a case list; it is on disk when the promise is fulfilled, and nothing is shown before. */
  audit(event: AuditEvent): Promise<void>;
  now(): Date;
  /** Where the built style sheets are: dist/assets. */
  readonly assets: string;
  /** Told of a failure, in a line without personal values. */
  report?(line: string): void;
}
