import { absolute, type Band, bandAt, compare, type Exact, type Judgement, subtract } from '../../judgement/index.ts';

/** The edge of the nearest band of a better status, and on which side of it the figure is. */
export interface Edge {
  readonly band: Band;
  readonly at: Exact;
  readonly side: 'above' | 'below';
}

const rank = { met: 0, near: 1, away: 2 } as const;

/** The nearest band with a better status, by the distance of its nearer edge; null at the best there is. */
export function edgeOf({ figure, bands }: Judgement): Edge | null {
  if (figure === null) return null;
  const here = bandAt(bands, figure);
  if (here === null) return null;
  const edges = bands.flatMap((band): Edge[] => {
    if (rank[band.status] >= rank[here.status]) return [];
    const side = bands.indexOf(band) > bands.indexOf(here) ? 'below' : 'above';
    const end = side === 'below' ? band.low : band.high;
    return end === null ? [] : [{ band, at: end.at, side }];
  });
  const away = ({ at }: Edge): Exact => absolute(subtract(figure, at));
  return edges.toSorted((a, b) => compare(away(a), away(b)))[0] ?? null;
}
