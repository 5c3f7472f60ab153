import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { monthsBetween } from '../../calendar/index.ts';
import { openFigures } from '../../measure/index.ts';
import type { Store } from '../../store/index.ts';
import { manifestsOf } from '../extracts.ts';
import { figureKey, type KeptFigure, sameFigure } from '../kept-figures.ts';
import { keptPack } from '../kept-pack.ts';
import { figuresOf, inputsOf, type OpenEdition } from '../read-edition.ts';
import type { CellDifference } from './fault.ts';

/** What recomputing an edition showed: how many figures were worked out or looked up again, and which differ. */
export interface Recomputed {
  readonly figures: number;
  readonly differing: readonly CellDifference[];
}

/**
 * Works out every figure that an edition keeps from its own extracts and definitions, nothing stored being used; a figure that it
 * took from an earlier edition is set beside that one's.
 */
export async function recompute(
  data: string,
  edition: OpenEdition,
  store: Pick<Store, 'editions'>,
): Promise<Recomputed> {
  const { figures } = await figuresOf(edition);
  const own = figures.filter(({ from }) => from === null);
  const taken = figures.filter(({ from }) => from !== null);
  const differing = [...(await worked(data, edition, own)), ...(await looked(data, taken, store))];
  return { figures: figures.length, differing };
}

async function worked(data: string, edition: OpenEdition, own: readonly KeptFigure[]): Promise<CellDifference[]> {
  const { manifest, folder } = edition;
  const pack = await keptPack(folder, manifest, await inputsOf(edition));
  const first = own.reduce((least, { observation: { month } }) => (month < least ? month : least), manifest.month);
  const sums = await mkdtemp(join(data, '.recomputing-'));
  try {
    const opened = await openFigures({
      data,
      pack,
      extracts: await manifestsOf(data, manifest.extracts),
      months: { last: manifest.month, count: monthsBetween(first, manifest.month) + 1 },
      indicators: [...new Set(own.map(({ observation }) => observation.indicator))],
      sums,
    });
    try {
      return own.flatMap(({ observation: kept }) => {
        const { indicator, unit, month } = kept;
        const recomputed = opened.observation(indicator, unit, month);
        const same = sameFigure(kept, recomputed) && kept.reason === recomputed?.reason;
        return same ? [] : [{ indicator, unit, month, kept, recomputed }];
      });
    } finally {
      await opened.close();
    }
  } finally {
    await rm(sums, { recursive: true, force: true });
  }
}

async function looked(
  data: string,
  taken: readonly KeptFigure[],
  { editions }: Pick<Store, 'editions'>,
): Promise<CellDifference[]> {
  const differing: CellDifference[] = [];
  for (const [from, figures] of Map.groupBy(taken, (figure) => figure.from)) {
    const entry = from === null ? null : await editions.at(from);
    const earlier = entry === null ? [] : (await figuresOf({ folder: join(data, entry.path) })).figures;
    const published = new Map(
      earlier.map(({ observation: one }) => [figureKey(one.indicator, one.unit, one.month), one]),
    );
    for (const { observation: kept } of figures) {
      const { indicator, unit, month } = kept;
      const recomputed = published.get(figureKey(indicator, unit, month));
      if (!sameFigure(kept, recomputed)) differing.push({ indicator, unit, month, kept, recomputed });
    }
  }
  return differing;
}
