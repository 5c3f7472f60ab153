import { type Judgement, type UnitKind, unitWord } from '../../judgement/index.ts';
import type { Unit } from '../../measure/index.ts';
import type { Context } from './context.ts';

/** What a unit is called in the report: its name, or its code where the report asks for codes. */
export function unitName({ input, month, report }: Pick<Context, 'input' | 'month' | 'report'>, code: string): string {
  if (report.unitNames === 'code') return code;
  return input.figures.units(month).find((unit) => unit.code === code)?.name ?? code;
}

/** Units of one level, and the unit above them whose figure they are set beside. */
export interface UnitsAt {
  readonly units: readonly Unit[];
  readonly above: Unit | null;
  /** What they are, in the plural: 'teams'. */
  readonly things: string;
}

/** The units of a level below that of the report; where there is none, those beside it. */
export function unitsAt({ input, month, unit }: Context, level: UnitKind): UnitsAt {
  const all = input.figures.units(month);
  const byCode = new Map(all.map((each) => [each.code, each]));
  const isBelow = ({ parent }: Unit): boolean =>
    parent !== null && (parent === unit.code || isBelow(byCode.get(parent) ?? { ...unit, parent: null }));
  const below = all.filter((each) => each.kind === level && isBelow(each));
  const things = `${unitWord(input.figures.pack, level)}s`;
  if (below.length > 0) return { units: below, above: unit, things };
  const beside = all.filter((each) => each.kind === level && each.parent !== null && each.parent === unit.parent);
  return { units: beside, above: byCode.get(unit.parent ?? '') ?? null, things };
}

/** Whether a unit gave a figure, or its cases say why there is none. One that was never collected has nothing to show. */
export const isGiven = ({ observation }: Judgement): boolean =>
  observation !== undefined && observation.state !== 'not-collected';

/** Said once in place of a line for every unit without a figure; nothing where all have one. */
export const leftOutWords = (left: number, of: number, things: string): string[] =>
  left === 0 ? [] : [`${left} of ${of} ${things} are left out, because no figure of theirs was collected.`];
