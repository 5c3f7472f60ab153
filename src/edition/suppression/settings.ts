import type { Report } from '../../pack/index.ts';
import { type SuppressionSettings, usualSettings } from './figures.ts';

/** How small numbers of a report are dealt with: as it says itself, else as usual. */
export function settingsOf({ smallNumbers }: Pick<Report, 'smallNumbers'>): SuppressionSettings {
  if (smallNumbers === undefined) return usualSettings;
  const { threshold, roundTo = null, cover, guardMonths, editions } = smallNumbers;
  return { threshold, roundTo, cover, guardMonths, editions };
}
