import { monthEnd } from '../../calendar/index.ts';
import { formatAmount, formatValue } from '../../judgement/index.ts';
import type { Observation } from '../../measure/index.ts';
import { type Definition, versionAt } from '../../pack/index.ts';
import type { ShownFigures } from '../options.ts';

/** What codes are called today; the code itself where nothing is called so any more. */
export interface Names {
  report(id: string): string;
  unit(code: string, month: string): string;
  indicator(id: string): string;
  definition(indicator: string, month: string): Definition | null;
}

export function namesIn(figures: ShownFigures | null): Names {
  const units = new Map<string, ReadonlyMap<string, string>>();
  const unitsOf = (month: string): ReadonlyMap<string, string> => {
    const known = units.get(month) ?? new Map((figures?.units(month) ?? []).map(({ code, name }) => [code, name]));
    units.set(month, known);
    return known;
  };
  const definition = (indicator: string, month: string): Definition | null => {
    const found = figures?.pack.indicators.get(indicator);
    return found === undefined ? null : versionAt(found, monthEnd(month)).definition;
  };
  const latest = figures?.months.at(-1) ?? '';
  return {
    report: (id) => figures?.pack.reports.get(id)?.title ?? id,
    unit: (code, month) => unitsOf(month).get(code) ?? unitsOf(latest).get(code) ?? code,
    indicator: (id) => (latest === '' ? null : definition(id, latest)?.title) ?? id,
    definition,
  };
}

/** @example stateInWords('no-cases') // 'No cases' */
function stateInWords(state: string): string {
  const words = state.replaceAll('-', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** A figure as it is printed, or why there is none. */
export function figureInWords(found: Observation | undefined, definition: Definition | null): string {
  if (found === undefined) return 'None';
  if (found.value === null) return stateInWords(found.state);
  return definition === null ? String(found.value) : formatValue(found.value, definition);
}

/** @example countsInWords(observation) // '18 of 20'; null where no counts stand behind it */
export function countsInWords(found: Observation | undefined): string | null {
  if (found === undefined || found.numerator === null) return null;
  const { numerator, denominator } = found;
  return denominator === null ? formatAmount(numerator) : `${formatAmount(numerator)} of ${formatAmount(denominator)}`;
}
