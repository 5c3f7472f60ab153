import { type Month, monthLabel } from '../calendar/index.ts';
import { compileReport, type Document, type Finding, type ReportInput, reportFindings } from '../document/index.ts';
import { coveredBy, openFigures } from '../measure/index.ts';
import type { Comment, Pack, Report } from '../pack/index.ts';
import { reportInput, withBenchmarks } from '../reporting/index.ts';
import { currentExtracts, type Manifest } from '../warehouse/index.ts';
import { approvalOf } from './approval.ts';
import { canonicalJson, sha256 } from './canonical.ts';
import { EditionError } from './error.ts';
import { extractsOf } from './extracts.ts';
import { definitionsHash } from './hashes.ts';
import type { KeptInputs } from './inputs.ts';
import type { KeptFigures } from './kept-figures.ts';
import { markRestated } from './mark-restated.ts';
import { commentsChosen, earlierEditions, typedNumbers, withClosingWords, writePublication } from './public/index.ts';
import type { PublishRequest } from './publish.ts';
import { fromStandpoint } from './published.ts';
import { inForce, publishedFigures } from './read-edition.ts';
import { recordUse } from './record-use.ts';
import { commentsFor, settledPack } from './settled.ts';
import { restatedSoFar } from './so-far.ts';
import { publicReport, settingsOf } from './suppression/index.ts';

/** What of a request decides what is made: everything but who signs it and what files are kept. */
export type PrepareRequest = Pick<
  PublishRequest,
  | 'data'
  | 'store'
  | 'pack'
  | 'layers'
  | 'benchmarks'
  | 'report'
  | 'month'
  | 'unit'
  | 'kind'
  | 'publicComments'
  | 'standpoint'
  | 'progress'
>;

/** A report as it would be frozen, with what it rests on. */
export interface Prepared {
  readonly document: Document;
  /** Of all that the document says: the same hash is the same report. */
  readonly documentHash: string;
  readonly definitionsHash: string;
  readonly extracts: readonly Manifest[];
  /** Whether it was approved; else the signature alone decides. */
  readonly approved: boolean;
  readonly asAt: string;
  readonly synthetic: boolean;
  readonly findings: readonly Finding[];
  readonly figures: KeptFigures;
  readonly inputs: KeptInputs;
  /** The approved comments there are: those of a public edition may be chosen from them. */
  readonly comments: readonly Comment[];
  /** Of a public edition: what was suppressed, what gave it away already, and the file that later ones are held against. */
  readonly suppression: {
    readonly small: number;
    readonly guards: number;
    readonly already: number;
    readonly against: readonly number[];
    readonly file: string;
  } | null;
}

/** How many months of figures a report may look back on. */
const monthsShown = 60;

/** What a check finds in words and in what others printed is told; what it finds in figures, comments and approval stops the issue. */
export const stops = ({ about }: Finding): boolean => about !== 'words' && about !== 'print';

/** The pack says who approves the report, and nobody has begun to. */
const notSubmitted: Finding = {
  about: 'approval',
  where: 'Approval',
  says: 'Nobody has submitted the report for approval.',
};

/**
 * Makes a report as it would be published: from what was approved, else from what is in force. Nothing is kept of it.
 *
 * @throws EditionError where it may not be published, SuppressionFailed where a small number could be worked out
 */
export async function prepare(request: PrepareRequest): Promise<Prepared> {
  const { data, store, report, month, unit, progress, kind = 'internal' } = request;
  const hash = definitionsHash(request.layers);
  const approval = await approvalOf(store, { report: report.id, month, unit }, hash);
  const extracts = approval === null ? await currentExtracts(data) : await extractsOf(data, approval.extractHash);
  const comments = await commentsFor(store, report.id, month);
  const pack = await settledPack(request.pack, store);
  const months = { last: month, count: monthsShown };
  const opened = await openFigures({ data, pack, extracts, months, ...(progress && { progress }) });
  try {
    // What is said of a unit above or beside it is not in this report.
    const units = new Set(coveredBy(opened.units(month), unit));
    const open = comments.open.filter((one) => units.has(one.unit));
    if (kind === 'internal' && open.length > 0) {
      throw new EditionError(
        'comments-open',
        `Comments are not approved yet: ${open.map(({ says }) => says).join('; ')}`,
      );
    }
    const made = await compiled(request, pack, opened, comments.approved);
    return {
      ...made,
      findings: approval === null && report.cycle ? [notSubmitted, ...made.findings] : made.findings,
      documentHash: sha256(canonicalJson(made.document)),
      definitionsHash: hash,
      extracts,
      approved: approval !== null,
      asAt: opened.asAt,
      synthetic: opened.synthetic,
    };
  } finally {
    await opened.close();
  }
}

type Opened = Awaited<ReturnType<typeof openFigures>>;

async function compiled(request: PrepareRequest, pack: Pack, opened: Opened, approved: readonly Comment[]) {
  const { data, store, report, month, unit, benchmarks, standpoint = 'as-published', kind = 'internal' } = request;
  const of = { report: report.id, unit, kind };
  const published = await publishedFigures(data, store, { ...of, before: month });
  const today = withBenchmarks(opened, benchmarks);
  const figures = fromStandpoint(today, published, standpoint);
  mustHaveFigures(report, figures, unit, month);
  const before = inForce(await store.editions.list(of)).filter((one) => one.month < month);
  const restatements = await restatedSoFar({ data, report, before, figures: today, layers: request.layers });
  const lastEdition = before.at(-1)?.at.toISOString().slice(0, 10) ?? null;
  const asked = { figures, benchmarks, report, unit, month, comments: approved, lastEdition };
  const whole = { ...(await reportInput(asked)), restatements };
  const use = recordUse(whole, figures.editionOf);
  const own = whole.comments.filter((one) => one.month === month && (one.report ?? report.id) === report.id);
  const printed = kind === 'public' ? commentsChosen(own, request.publicComments ?? []) : approved;
  const outside = kind === 'public' ? typedNumbers(printed) : [];
  const findings = [...reportFindings(use.input), ...outside];
  const made = kind === 'public' ? await forPublic(request, { ...use.input, comments: printed }) : within(use.input);
  return {
    document: markRestated(made.document, standpoint, (...figure) => figures.restated(...figure) !== null),
    suppression: made.suppression,
    findings,
    comments: own,
    figures: { figures: use.figures(), judgements: use.judgements() },
    inputs: {
      targets: pack.targets,
      overrides: pack.overrides,
      collected: pack.observations,
      comments: printed,
      ...use.beside(),
    },
  };
}

type Made = Pick<Prepared, 'document' | 'suppression'>;

const within = (input: ReportInput): Made => ({ document: compileReport(input), suppression: null });

/** The report as the public may have it, held against what it was told before. */
async function forPublic({ data, store, report }: PrepareRequest, input: ReportInput): Promise<Made> {
  const settings = settingsOf(report);
  const { numbers, together } = await earlierEditions(data, store, settings.editions);
  const considered = { ...settings, editions: together.length };
  const found = publicReport(input, together, considered);
  const whys = [...found.suppressed.values()];
  return {
    document: withClosingWords(found.document, settings, report.heldBack !== undefined),
    suppression: {
      small: whys.filter((why) => why === 'small').length,
      guards: whys.filter((why) => why === 'guards').length,
      already: found.already.length,
      against: numbers,
      file: writePublication(found, considered, numbers),
    },
  };
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
