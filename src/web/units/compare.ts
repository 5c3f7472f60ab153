import { monthEnd } from '../../calendar/index.ts';
import type { BarsData, FunnelData } from '../../document/index.ts';
import type { Judgement } from '../../judgement/index.ts';
import { basisInWords, judge, periodInWords } from '../../judgement/index.ts';
import type { Unit } from '../../measure/index.ts';
import { type Indicator, versionAt } from '../../pack/index.ts';
import type { Choice } from '../choice.ts';

export interface ComparedUnit {
  readonly unit: Unit;
  readonly judgement: Judgement;
}

/** One indicator over the units at the foot of the chosen one, or below it. */
export interface Compared {
  readonly indicator: Indicator;
  readonly above: Judgement;
  readonly units: readonly ComparedUnit[];
  readonly bars: BarsData;
  /** Null where the figure is no share or rate of cases that are known, or there are no two units to compare. */
  readonly funnel: FunnelData | null;
}

/** Indicators by the word they are listed under, for the choice of a page. */
export function comparable({ figures, month }: Choice): readonly { id: string; title: string }[] {
  return [...figures.pack.indicators.values()]
    .map((indicator) => ({ id: indicator.id, title: versionAt(indicator, monthEnd(month)).definition.title }))
    .toSorted((a, b) => a.title.localeCompare(b.title, 'en-GB'));
}

/** @param deep whether to compare all teams at the foot of the chosen unit, and not only the units right below it */
export function comparedUnits(choice: Choice, indicator: Indicator, deep: boolean): Compared {
  const { figures, month, units, chosen } = choice;
  const parents = new Set(units.map(({ parent }) => parent));
  const under = (unit: Unit): boolean =>
    unit.parent === chosen.code || units.some((other) => other.code === unit.parent && under(other));
  const below = units.filter(
    (unit) =>
      unit.kind !== 'not-attributed' && (deep ? under(unit) && !parents.has(unit.code) : unit.parent === chosen.code),
  );
  const shown = below.length > 0 ? below : units.filter(({ parent }) => parent !== null && parent === chosen.parent);
  const rows = shown
    .map((unit) => ({ unit, judgement: judge(figures, indicator.id, unit.code, month) }))
    .toSorted((a, b) => (b.judgement.observation?.value ?? -Infinity) - (a.judgement.observation?.value ?? -Infinity));
  const above = judge(figures, indicator.id, chosen.code, month);
  const { definition, observation } = above;
  const scale = { measuredIn: definition.measuredIn, decimals: definition.decimals };
  const caption = {
    measure: `${definition.title}, ${basisInWords(definition.basis)}`,
    area: chosen.name,
    period: periodInWords(definition.basis, month, figures.pack.financialYearStart),
    source: definition.source ?? '',
  };
  const isShare = definition.measuredIn === 'percent' || definition.measuredIn.startsWith('rate-');
  const bars: BarsData = {
    kind: 'bars',
    caption,
    scale,
    bars: rows.map(({ unit, judgement }) => ({
      label: unit.name,
      value: judgement.observation?.value ?? null,
      ...(judgement.observation?.value == null ? { missing: judgement.observation?.reason ?? 'no figure' } : {}),
      own: unit.code === chosen.code,
    })),
    // The count of a whole is no measure for its parts.
    ...(observation?.value != null && definition.measuredIn !== 'count'
      ? { reference: { label: chosen.name, value: observation.value } }
      : {}),
  };
  const funnel: FunnelData = {
    kind: 'funnel',
    caption,
    scale,
    sizeLabel: definition.measuredIn === 'percent' ? 'Cases' : 'Population',
    units: rows.map(({ unit, judgement: { observation: own } }) => ({
      label: unit.name,
      size: own?.denominator ?? null,
      cases: own?.numerator ?? null,
      ...(own?.value == null ? { missing: own?.reason ?? 'no figure' } : {}),
    })),
    ...(observation?.value != null ? { centre: { label: chosen.name, value: observation.value } } : {}),
  };
  const drawn = rows.filter(({ judgement }) => (judgement.observation?.denominator ?? 0) > 0);
  return { indicator, above, units: rows, bars, funnel: isShare && drawn.length > 1 ? funnel : null };
}
