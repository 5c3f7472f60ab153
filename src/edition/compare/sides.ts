import type { ReportInput } from '../../document/index.ts';
import type { Store } from '../../store/index.ts';
import { currentExtracts, type Manifest } from '../../warehouse/index.ts';
import { figureKey } from '../kept-figures.ts';
import { commentName } from '../public/index.ts';
import { figuresOf, inputsOf, type OpenEdition } from '../read-edition.ts';
import { judgementOf } from '../record-use.ts';
import { commentsFor } from '../settled.ts';
import type { ComparedSide } from './compare.ts';

const nameOf = ({ authority, source, asAt, id }: Pick<Manifest, 'authority' | 'source' | 'asAt' | 'id'>): string =>
  `${authority} ${source} as at ${asAt} (${id})`;

/** An edition as one side of a comparison. */
export async function editionSide(edition: OpenEdition): Promise<ComparedSide> {
  const [{ figures, judgements }, { comments }] = await Promise.all([figuresOf(edition), inputsOf(edition)]);
  const byKey = new Map(
    figures.map(({ observation: one }) => [figureKey(one.indicator, one.unit, one.month), one] as const),
  );
  const judged = new Map(judgements.map((one) => [figureKey(one.indicator, one.unit, one.month), one] as const));
  return {
    places: figures.map(({ observation: { indicator, unit, month } }) => ({ indicator, unit, month })),
    figure: ({ indicator, unit, month }) => byKey.get(figureKey(indicator, unit, month)),
    judgement: ({ indicator, unit, month }) => judged.get(figureKey(indicator, unit, month)),
    comments,
    definitions: edition.manifest.definitions.indicators,
    extracts: edition.manifest.extracts.map(nameOf),
  };
}

/** What is known now, as the other side of an edition: months that the figures do not reach back to are left out of it. */
export async function presentSide(
  data: string,
  store: Pick<Store, 'commentary'>,
  { entry, folder }: Pick<OpenEdition, 'entry' | 'folder'>,
  figures: ReportInput['figures'],
): Promise<ComparedSide> {
  const { indicators } = figures.pack;
  const { approved } = await commentsFor(store, entry.report, entry.month);
  // Of a public edition those that were let out: the others were never to be in it.
  const names = entry.kind === 'public' ? (await inputsOf({ folder })).comments.map(commentName) : null;
  return {
    places: null,
    figure: ({ indicator, unit, month }) => figures.observation(indicator, unit, month),
    judgement: ({ indicator, unit, month }) =>
      indicators.has(indicator) ? judgementOf(figures, indicator, unit, month) : undefined,
    comments: names === null ? approved : approved.filter((one) => names.includes(commentName(one))),
    definitions: Object.fromEntries(
      [...indicators].map(([id, { versions }]) => [id, versions.map(({ hash }) => hash)]),
    ),
    extracts: (await currentExtracts(data)).map(nameOf),
  };
}
