import type { Month } from '../../calendar/index.ts';
import type { ReportInput } from '../../document/index.ts';
import { type Figures, openFigures } from '../../measure/index.ts';
import type { Pack } from '../../pack/index.ts';
import type { Edition } from '../../store/index.ts';
import { manifestsOf } from '../extracts.ts';
import { definitionsHash } from '../hashes.ts';
import { type KeptFigure, sameFigure } from '../kept-figures.ts';
import { keptLayers, keptPack } from '../kept-pack.ts';
import type { Restated } from '../published.ts';
import { figuresOf, inputsOf, type OpenEdition, openEntry } from '../read-edition.ts';
import { judgementOf } from '../record-use.ts';
import { explainFigure } from './explain-figure.ts';
import type { Explanation } from './explanation.ts';
import { type JudgementChange, judgementChange } from './judgement-change.ts';
import { Side } from './sides.ts';

export interface RestateOptions {
  readonly data: string;
  /** The figures of today, with the targets and statuses in force: those of the edition's month among them. */
  readonly figures: ReportInput['figures'] & Pick<Figures, 'cases' | 'recorded' | 'lists' | 'authorityOf'>;
  /** The hash of the pack's files as they are today. */
  readonly definitionsHash: string;
  /** Which of the published figures; default all of the edition's month. */
  readonly chosen?: (figure: { readonly indicator: string; readonly unit: string; readonly month: Month }) => boolean;
}

/** What has become of one edition. */
export interface Restatement {
  readonly edition: Edition;
  readonly explanations: readonly Explanation[];
  readonly judgements: readonly JudgementChange[];
}

/** Sets what an edition published of its month beside what is known now, and explains each difference by its cases. */
export async function restate(entry: Edition, options: RestateOptions): Promise<Restatement> {
  const { data, figures, chosen = () => true } = options;
  const edition = await openEntry(data, entry);
  const kept = await figuresOf(edition);
  const own = kept.figures.filter(({ observation }) => observation.month === entry.month && chosen(observation));
  const restated = own.flatMap((figure) => restatedOf(entry.number, figure, figures));
  const explanations = restated.length === 0 ? [] : await explained(edition, restated, options);
  const judgements = kept.judgements.filter(chosen).flatMap((judged) => {
    if (!figures.pack.indicators.has(judged.indicator)) return [];
    const now = judgementOf(figures, judged.indicator, judged.unit, judged.month);
    return judgementChange(entry.number, judged, now) ?? [];
  });
  return { edition: entry, explanations, judgements };
}

function restatedOf(edition: number, { observation }: KeptFigure, figures: RestateOptions['figures']): Restated[] {
  const { indicator, unit, month } = observation;
  const now = figures.observation(indicator, unit, month);
  return sameFigure(observation, now) ? [] : [{ indicator, unit, month, edition, published: observation, now }];
}

async function explained(edition: OpenEdition, restated: readonly Restated[], options: RestateOptions) {
  const { data, figures } = options;
  const { entry, manifest, folder } = edition;
  const layers = await keptLayers(folder, manifest);
  const pack = await keptPack(folder, manifest, await inputsOf(edition));
  const extracts = await manifestsOf(data, manifest.extracts);
  const open = (through: Pack) =>
    openFigures({ data, pack: through, extracts, months: { last: entry.month, count: 1 }, indicators: [] });
  const then = await open(pack);
  const between = definitionsHash(layers) === options.definitionsHash ? null : await open(figures.pack as Pack);
  const sides: Side[] = [];
  const sideOf = async (of: Parameters<typeof Side.open>[0]): Promise<Side> => {
    const indicators = restated.map(({ indicator }) => indicator);
    const side = await Side.open(of, entry.month, indicators);
    sides.push(side);
    return side;
  };
  try {
    const before = await sideOf(then);
    const both = { before, between: between && (await sideOf(between)), now: await sideOf(figures) };
    const explanations: Explanation[] = [];
    for (const one of restated) explanations.push(await explainFigure(one, { ...both, pack: figures.pack as Pack }));
    return explanations;
  } finally {
    for (const side of sides) side.close();
    await then.close();
    await between?.close();
  }
}
