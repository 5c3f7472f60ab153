import type { Month } from '../calendar/index.ts';
import type { Figures, Observation } from '../measure/index.ts';
import { figureKey, sameFigure } from './kept-figures.ts';

/** A figure as an edition published it: that of the edition's own month. */
export interface PublishedObservation {
  readonly edition: number;
  readonly observation: Observation;
}

/** What was published, by indicator, unit and month. */
export type Published = ReadonlyMap<string, PublishedObservation>;

/** Whether months that were published are shown as they were published, or as they are known now. */
export type Standpoint = 'as-published' | 'as-known-now';

/** A published figure that is another one today. */
export interface Restated {
  readonly indicator: string;
  readonly unit: string;
  readonly month: Month;
  readonly edition: number;
  readonly published: Observation;
  /** Undefined where there is no such figure any more: its unit or indicator is gone. */
  readonly now: Observation | undefined;
}

/** Figures seen from a standpoint, which know what was published of them. */
export interface FromStandpoint {
  readonly standpoint: Standpoint;
  /** The edition that a figure comes from; null where it is worked out from the data in force. */
  editionOf(indicator: string, unit: string, month: Month): number | null;
  /** Null for a figure that was not published, or is today as it was. */
  restated(indicator: string, unit: string, month: Month): Restated | null;
}

/**
 * Figures of which those of published months are as they were published, or with `as-known-now` as the data say today. What was
 * not published is worked out from the data in either case. All else is that of the figures given.
 *
 * @example judge(fromStandpoint(figures, published, 'as-published'), 're-referrals', 'E1', '2026-10').previous
 */
export function fromStandpoint<F extends Pick<Figures, 'observation'>>(
  figures: F,
  published: Published,
  standpoint: Standpoint,
): F & FromStandpoint {
  const now = (indicator: string, unit: string, month: Month) => figures.observation(indicator, unit, month);
  const shown = (indicator: string, unit: string, month: Month): PublishedObservation | null =>
    standpoint === 'as-published' ? (published.get(figureKey(indicator, unit, month)) ?? null) : null;
  const own: FromStandpoint & Pick<Figures, 'observation'> = {
    standpoint,
    observation: (indicator, unit, month) => shown(indicator, unit, month)?.observation ?? now(indicator, unit, month),
    editionOf: (indicator, unit, month) => shown(indicator, unit, month)?.edition ?? null,
    restated(indicator, unit, month) {
      const before = published.get(figureKey(indicator, unit, month));
      if (before === undefined) return null;
      const today = now(indicator, unit, month);
      if (sameFigure(before.observation, today)) return null;
      return { indicator, unit, month, edition: before.edition, published: before.observation, now: today };
    },
  };
  // A view of the figures, not a copy: their getters and private parts stay theirs.
  return new Proxy(figures, {
    get(target, name) {
      if (Object.hasOwn(own, name)) return own[name as keyof typeof own];
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  }) as F & FromStandpoint;
}
