import type { Unit } from '../../measure/index.ts';
import type { Report } from '../../pack/index.ts';

/** Why a figure is held back; null of one that is not. */
export type HeldBack = (indicator: string, unit: string, month: string) => string | null;

/**
 * What a report holds back of what it publishes: indicators, levels of the organisation, or indicators at a level.
 *
 * @example held-back: [{ levels: [team], reason: Figures by team are being checked }]
 */
export function heldBackBy(
  { heldBack }: Pick<Report, 'heldBack'>,
  units: (month: string) => readonly Unit[],
): HeldBack {
  if (heldBack === undefined) return () => null;
  const kinds = new Map<string, ReadonlyMap<string, string>>();
  const kindOf = (unit: string, month: string): string | undefined => {
    const known = kinds.get(month) ?? new Map(units(month).map(({ code, kind }) => [code, kind]));
    kinds.set(month, known);
    return known.get(unit);
  };
  return (indicator, unit, month) => {
    const kind = kindOf(unit, month);
    const found = heldBack.find(
      ({ indicators, levels }) =>
        (indicators?.includes(indicator) ?? true) && (levels?.some((level) => level === kind) ?? true),
    );
    return found === undefined ? null : `Held back: ${found.reason}`;
  };
}
