import type { Judgement } from '../../judgement/index.ts';
import { byFigure, judge, unitWord } from '../../judgement/index.ts';
import type { Unit } from '../../measure/index.ts';
import type { Indicator } from '../../pack/index.ts';
import type { Choice } from '../choice.ts';
import { kindsOf } from '../unit-words.ts';

export interface UnitRow {
  readonly unit: Unit;
  readonly judgement: Judgement;
}

/** The units that one is compared over, and the unit above them. */
export interface ByUnit {
  /** below: the parts of the chosen unit; beside: the chosen unit among those of the same parent. */
  readonly kind: 'below' | 'beside' | 'none';
  /** 'By district and team', 'By team', 'Beside the other teams'. */
  readonly title: string;
  readonly rows: readonly UnitRow[];
  readonly above: UnitRow | null;
}

export function byUnit(choice: Choice, indicator: Indicator): ByUnit {
  const { units, chosen, figures, month } = choice;
  const rowOf = (unit: Unit): UnitRow => ({ unit, judgement: judge(figures, indicator.id, unit.code, month) });
  const below = units.filter(({ parent }) => parent === chosen.code);
  const beside = chosen.parent === null ? [] : units.filter(({ parent }) => parent === chosen.parent);
  const shown = below.length > 0 ? below : beside.length > 1 ? beside : [];
  const above = below.length > 0 ? chosen : units.find(({ code }) => code === chosen.parent);
  const known = shown.map(rowOf).filter(({ judgement }) => judgement.observation !== undefined);
  const order = byFigure(known[0]?.judgement.definition.polarity ?? 'none');
  const rows = known.toSorted(({ judgement: a }, { judgement: b }) => order(a.figure, b.figure));
  const named = kindsOf(shown).map((kind) => unitWord(figures.pack, kind));
  const beyond = named.length === 1 ? `${named[0]}s` : 'parts';
  return {
    kind: rows.length === 0 ? 'none' : below.length > 0 ? 'below' : 'beside',
    title: below.length > 0 ? `By ${named.join(' and ')}` : `Beside the other ${beyond}`,
    rows,
    above: above === undefined ? null : rowOf(above),
  };
}
