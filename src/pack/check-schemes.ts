import type { Report } from './bind-indicator.ts';
import type { Placed } from './check-pack.ts';
import { diagnose } from './diagnostic.ts';
import { placeIn } from './merge.ts';

interface Band {
  readonly status: 'met' | 'near' | 'away';
  readonly until?: string | undefined;
}
interface SchemeFile {
  readonly 'by-person': boolean;
  readonly bands: readonly Band[];
  readonly 'to-target'?: readonly Band[] | undefined;
}

const rank = { met: 0, near: 1, away: 2 } as const;

/**
 * Bands run from the best figures to the worst, so that a better figure never has a worse status; and every band but
 * the last ends somewhere, so that every figure is in exactly one.
 */
export function checkSchemes(schemes: readonly Placed<SchemeFile>[], report: Report): void {
  for (const { item, value } of schemes) {
    if (value.bands.length === 0 && !value['by-person']) {
      report(diagnose('missing-key', placeIn(item, ['bands']), { words: { detail: 'bands' } }));
    }
    for (const key of ['bands', 'to-target'] as const) {
      const bands = value[key] ?? [];
      bands.forEach((band, index) => {
        const before = bands[index - 1];
        if (before !== undefined && rank[band.status] < rank[before.status]) {
          const place = placeIn(item, [key, index, 'status']);
          report(diagnose('scheme-order', place, { found: band.status, words: { detail: before.status } }));
        }
        const isLast = index === bands.length - 1;
        if (isLast === (band.until === undefined)) return;
        const detail = isLast ? 'the last band ends somewhere' : 'a band before the last has no end';
        report(diagnose('scheme-last-band', placeIn(item, [key, index]), { words: { detail } }));
      });
    }
  }
}
