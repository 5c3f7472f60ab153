import type { Benchmarks } from '../benchmark/index.ts';
import { type Month, monthLabel } from '../calendar/index.ts';
import type { Document, Finding } from '../document/index.ts';
import type { Layer, Pack, Report } from '../pack/index.ts';
import type { Edition, EditionKind, Store } from '../store/index.ts';
import { contentsOf, manifestOf, type Rendered } from './compose.ts';
import { EditionError } from './error.ts';
import { filesOf, placeEdition } from './folder.ts';
import { editionPath } from './manifest.ts';
import { prepare, stops } from './prepare.ts';
import type { Standpoint } from './published.ts';
import { publishing } from './publishing.ts';

/** Who signs an edition, and when. */
export interface Signature {
  readonly who: string;
  readonly role: string;
  readonly at: Date;
}

/** What an edition takes the place of. */
export interface Correction {
  readonly edition: number;
  /** What is different. */
  readonly what: string;
  readonly why: string;
}

export interface PublishRequest {
  readonly data: string;
  readonly store: Store;
  readonly pack: Pack;
  /** The files of the pack, as they were read. */
  readonly layers: readonly Layer[];
  readonly benchmarks: Benchmarks;
  readonly report: Report;
  readonly month: Month;
  readonly unit: string;
  /** `public`: without small numbers and what is held back; default internal. */
  readonly kind?: EditionKind;
  /** The comments that may go out in a public edition, by `commentName`; default none. */
  readonly publicComments?: 'all' | readonly string[];
  readonly signed: Signature;
  readonly corrects?: Correction;
  /** Why it is issued although a check before issue found something. */
  readonly despite?: string;
  /** How months published before are shown; default as they were published. */
  readonly standpoint?: Standpoint;
  /** The `documentHash` of what was looked at before it was signed; anything else is not published. */
  readonly expected?: string;
  /** The files to keep, by the ending of their names. */
  readonly formats: Readonly<Record<string, (document: Document) => Promise<Uint8Array>>>;
  /** Of the product and its renderers. */
  readonly versions: { readonly product: string; readonly renderers: string };
  readonly progress?: (done: number, total: number, label: string) => void;
  /** Told of each file as it is begun. */
  readonly making?: (format: string) => void;
}

/** What was published, and what the checks before issue found. */
export interface PublishResult {
  readonly edition: Edition;
  readonly findings: readonly Finding[];
}

/**
 * Publishes a report: makes it from what was approved, else from what is in force, runs the checks before issue, and freezes all
 * that it rests on as an edition. A process that dies at any moment leaves the register as it was or with the edition whole.
 *
 * @throws EditionError where it may not be published, SuppressionFailed, StoreError, Refusal `locked`
 */
export async function publish(request: PublishRequest): Promise<PublishResult> {
  const { data, store, report, month, unit, corrects, kind = 'internal' } = request;
  return publishing(data, store, async ({ number, previous }) => {
    await checkPlace(request);
    const made = await prepare(request);
    mustPass(made.findings, request.despite);
    mustBeExpected(made.documentHash, request.expected);
    const rendered: Rendered[] = [];
    for (const [format, render] of Object.entries(request.formats)) {
      request.making?.(format);
      rendered.push({ format, bytes: await render(made.document) });
    }
    const contents = contentsOf({ ...made, rendered, layers: request.layers });
    const manifest = await manifestOf(request, {
      number,
      previous,
      audit: await store.audit.head(),
      approved: made.approved,
      definitionsHash: made.definitionsHash,
      extracts: made.extracts,
      figures: made,
      files: filesOf(contents),
    });
    const contentHash = await placeEdition(data, manifest, contents);
    const edition = await store.editions.register(
      {
        number,
        report: report.id,
        month,
        unit,
        kind,
        contentHash,
        extractHash: manifest.extractHash,
        definitionsHash: made.definitionsHash,
        path: editionPath(number),
        corrects: corrects?.edition ?? null,
        changed: corrects?.what ?? null,
      },
      { ...request.signed, why: corrects?.why ?? null },
    );
    return { edition, findings: made.findings };
  });
}

/** Refuses early what the register would refuse, before anything is worked out. */
async function checkPlace({ store, report, month, unit, corrects, kind = 'internal' }: PublishRequest): Promise<void> {
  const standing = await store.editions.inForce({ report: report.id, month, unit, kind });
  if (corrects === undefined && standing !== null) {
    throw new EditionError(
      'already-published',
      `${report.title} of ${monthLabel(month)} is published as edition ${standing.number}; to correct it, say what is different and why`,
    );
  }
  if (corrects !== undefined && standing?.number !== corrects.edition) {
    const right = standing === null ? 'there is none' : `edition ${standing.number} is in force`;
    throw new EditionError('not-in-force', `Edition ${corrects.edition} cannot be corrected: ${right}`);
  }
}

function mustPass(findings: readonly Finding[], despite: string | undefined): void {
  const stopping = findings.filter(stops);
  if (stopping.length === 0 || (despite !== undefined && despite.trim() !== '')) return;
  throw new EditionError(
    'checks-found',
    `the checks before issue found:\n${stopping.map(({ where, says }) => `  ${where}: ${says}`).join('\n')}\nput it right, or say why it is issued all the same`,
  );
}

function mustBeExpected(hash: string, expected: string | undefined): void {
  if (expected === undefined || expected === hash) return;
  throw new EditionError(
    'changed-since',
    'The report is another one than you looked at: data, comments or targets have changed since. Look at it again, and sign what you see',
  );
}
