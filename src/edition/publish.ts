import type { Benchmarks } from '../benchmark/index.ts';
import { type Month, monthLabel } from '../calendar/index.ts';
import { compileReport, type Document, type Finding, reportFindings } from '../document/index.ts';
import { openFigures } from '../measure/index.ts';
import type { Layer, Pack, Report } from '../pack/index.ts';
import { reportInput, withBenchmarks } from '../reporting/index.ts';
import type { Edition, Store } from '../store/index.ts';
import { currentExtracts, type Manifest } from '../warehouse/index.ts';
import { approvalOf } from './approval.ts';
import { contentsOf, manifestOf, type Rendered } from './compose.ts';
import { EditionError } from './error.ts';
import { extractsOf } from './extracts.ts';
import { filesOf, placeEdition } from './folder.ts';
import { definitionsHash } from './hashes.ts';
import { editionPath } from './manifest.ts';
import { markRestated } from './mark-restated.ts';
import { fromStandpoint, type Standpoint } from './published.ts';
import { publishing } from './publishing.ts';
import { inForce, publishedFigures } from './read-edition.ts';
import { recordUse } from './record-use.ts';
import { commentsFor, settledPack } from './settled.ts';
import { restatedSoFar } from './so-far.ts';

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
  readonly signed: Signature;
  readonly corrects?: Correction;
  /** Why it is issued although a check before issue found something. */
  readonly despite?: string;
  /** How months published before are shown; default as they were published. */
  readonly standpoint?: Standpoint;
  /** The files to keep, by the ending of their names. */
  readonly formats: Readonly<Record<string, (document: Document) => Promise<Uint8Array>>>;
  /** Of the product and its renderers. */
  readonly versions: { readonly product: string; readonly renderers: string };
  readonly progress?: (done: number, total: number, label: string) => void;
}

/** What was published, and what the checks before issue found. */
export interface PublishResult {
  readonly edition: Edition;
  readonly findings: readonly Finding[];
}

/** How many months of figures a report may look back on. */
const monthsShown = 60;

/** What a check finds in words and in what others printed is told; what it finds in figures and comments stops the issue. */
const stops = ({ about }: Finding): boolean => about === 'figures' || about === 'commentary';

/**
 * Publishes a report: makes it from what was approved, else from what is in force, runs the checks before issue, and freezes all
 * that it rests on as an edition. A process that dies at any moment leaves the register as it was or with the edition whole.
 *
 * @throws EditionError where it may not be published, StoreError, Refusal `locked`
 */
export async function publish(request: PublishRequest): Promise<PublishResult> {
  const { data, store, report, month, unit, corrects } = request;
  return publishing(data, store, async ({ number, previous }) => {
    await checkPlace(request);
    const hash = definitionsHash(request.layers);
    const approval = await approvalOf(store, { report: report.id, month, unit }, hash);
    const extracts = approval === null ? await currentExtracts(data) : await extractsOf(data, approval.extractHash);
    const made = await compiled(request, extracts);
    const rendered: Rendered[] = [];
    for (const [format, render] of Object.entries(request.formats)) {
      rendered.push({ format, bytes: await render(made.document) });
    }
    const contents = contentsOf({ ...made, rendered, layers: request.layers });
    const manifest = await manifestOf(request, {
      number,
      previous,
      audit: await store.audit.head(),
      approved: approval !== null,
      definitionsHash: hash,
      extracts,
      figures: made.opened,
      files: filesOf(contents),
    });
    const contentHash = await placeEdition(data, manifest, contents);
    const edition = await store.editions.register(
      {
        number,
        report: report.id,
        month,
        unit,
        kind: 'internal',
        contentHash,
        extractHash: manifest.extractHash,
        definitionsHash: hash,
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
async function checkPlace({ store, report, month, unit, corrects }: PublishRequest): Promise<void> {
  const standing = await store.editions.inForce({ report: report.id, month, unit, kind: 'internal' });
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

/** The document with all that it was made from. */
async function compiled(request: PublishRequest, extracts: readonly Manifest[]) {
  const { data, store, report, month, unit, benchmarks, progress, standpoint = 'as-published' } = request;
  const comments = await commentsFor(store, report.id, month);
  if (comments.open.length > 0) {
    throw new EditionError('comments-open', `Comments are not approved yet: ${comments.open.join('; ')}`);
  }
  const pack = await settledPack(request.pack, store);
  const months = { last: month, count: monthsShown };
  const opened = await openFigures({ data, pack, extracts, months, ...(progress && { progress }) });
  try {
    const of = { report: report.id, unit };
    const published = await publishedFigures(data, store, { ...of, before: month });
    const today = withBenchmarks(opened, benchmarks);
    const figures = fromStandpoint(today, published, standpoint);
    mustHaveFigures(report, figures, unit, month);
    const before = inForce(await store.editions.list({ ...of, kind: 'internal' })).filter((one) => one.month < month);
    const restatements = await restatedSoFar({ data, report, before, figures: today, layers: request.layers });
    const lastEdition = before.at(-1)?.at.toISOString().slice(0, 10) ?? null;
    const asked = { figures, benchmarks, report, unit, month, comments: comments.approved, lastEdition };
    const whole = { ...(await reportInput(asked)), restatements };
    const use = recordUse(whole, figures.editionOf);
    const findings = reportFindings(use.input);
    mustPass(findings, request.despite);
    const document = markRestated(
      compileReport(use.input),
      standpoint,
      (...figure) => figures.restated(...figure) !== null,
    );
    return {
      document,
      findings,
      opened: { asAt: opened.asAt, synthetic: opened.synthetic },
      figures: { figures: use.figures(), judgements: use.judgements() },
      inputs: {
        targets: pack.targets,
        overrides: pack.overrides,
        collected: pack.observations,
        comments: comments.approved,
        ...use.beside(),
      },
    };
  } finally {
    await opened.close();
  }
}

/** A month that the data do not speak of would be an edition of dashes. */
function mustHaveFigures(
  report: Report,
  figures: {
    observation: (indicator: string, unit: string, month: Month) => { state: string } | undefined;
    pack: Pack;
  },
  unit: string,
  month: Month,
): void {
  const has = [...figures.pack.indicators.keys()].some((id) => {
    const state = figures.observation(id, unit, month)?.state;
    return state !== undefined && state !== 'not-collected';
  });
  if (!has)
    throw new EditionError('no-figures', `${report.title}: there are no figures of ${unit} for ${monthLabel(month)}`);
}

function mustPass(findings: readonly Finding[], despite: string | undefined): void {
  const stopping = findings.filter(stops);
  if (stopping.length === 0 || (despite !== undefined && despite.trim() !== '')) return;
  throw new EditionError(
    'checks-found',
    `the checks before issue found:\n${stopping.map(({ where, says }) => `  ${where}: ${says}`).join('\n')}\nput it right, or say why it is issued all the same`,
  );
}
