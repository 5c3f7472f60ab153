import type { Month } from '../../src/calendar/index.ts';
import type { Observation, ValueState } from '../../src/measure/index.ts';
import { absent, figureOf, reasonOf } from '../../src/measure/value.ts';
import type { FactSource } from '../../src/narrative/index.ts';
import type { Definition, Target, Version } from '../../src/pack/index.ts';

/** Numerator and denominator; a number, of a count; a state with its reason. */
export type Given =
  | readonly [number, number]
  | number
  | ValueState
  | { readonly state: ValueState; readonly reason: string };

/** The figures of one indicator, 'a', in a little world. */
export interface World {
  readonly definition?: Partial<Definition>;
  /** Later versions, each with what it changes. */
  readonly versions?: readonly (Partial<Omit<Version, 'definition'>> & { readonly definition?: Partial<Definition> })[];
  readonly target?: Partial<Target>;
  readonly targets?: readonly Partial<Target>[];
  /** By unit and month; those of the authority, C, where no units are named. */
  readonly figures: Readonly<Record<string, Given | Readonly<Record<Month, Given>>>>;
  /** Names of units by code. */
  readonly names?: Readonly<Record<string, string>>;
  readonly remark?: FactSource['remark'];
  readonly overrides?: FactSource['overrides'];
}

const usual: Definition = {
  title: 'Assessments within 45 working days',
  theme: 'assessments',
  polarity: 'higher',
  measuredIn: 'percent',
  decimals: 1,
  basis: 'month',
  list: [],
  findings: [],
  looksBackMonths: 0,
};

export function worldSource(world: World): FactSource {
  const definition = { ...usual, ...world.definition };
  const first: Version = { from: null, note: '', comparable: true, definition, hash: '', needs: new Map() };
  const versions = [
    first,
    ...(world.versions ?? []).map(
      ({ definition: over, ...rest }): Version => ({ ...first, ...rest, definition: { ...definition, ...over } }),
    ),
  ];
  const targets = (world.targets ?? (world.target === undefined ? [] : [world.target])).map(
    (row): Target => ({ indicator: 'a', from: '2000-04-01', set_by: 'Director', reason: 'Plan', ...row }),
  );
  const byUnit = Object.entries(world.figures).some(([key]) => /^\d{4}-\d{2}$/.test(key))
    ? { C: world.figures as Record<Month, Given> }
    : (world.figures as Record<string, Record<Month, Given>>);
  const names: Record<string, string> = { C: 'Exampleshire', ...world.names };
  const months = [...new Set(Object.values(byUnit).flatMap((row) => Object.keys(row)))].toSorted();
  return {
    pack: { indicators: new Map([['a', { id: 'a', versions }]]), targets, financialYearStart: 4 },
    months,
    units: () =>
      Object.entries(names).map(([code, name]) => ({
        code,
        name,
        kind: code === 'C' ? ('authority' as const) : ('team' as const),
        parent: code === 'C' ? null : 'C',
      })),
    observation: (indicator, unit, month) => {
      const given = byUnit[unit]?.[month];
      return given === undefined ? undefined : observed(definition.measuredIn, { indicator, unit, month }, given);
    },
    ...(world.remark !== undefined && { remark: world.remark }),
    ...(world.overrides !== undefined && { overrides: world.overrides }),
  };
}

function observed(
  measuredIn: Definition['measuredIn'],
  of: Pick<Observation, 'indicator' | 'unit' | 'month'>,
  given: Given,
): Observation {
  if (typeof given === 'string' || (typeof given === 'object' && 'state' in given)) {
    const { state, reason } = typeof given === 'string' ? { state: given, reason: reasonOf(given, measuredIn) } : given;
    return { ...absent(of.indicator, of.unit, of.month, ''), state, reason };
  }
  const [numerator, denominator] = typeof given === 'number' ? [given, null] : given;
  const { value, state } = figureOf(measuredIn, numerator, denominator);
  return { ...of, numerator, denominator, value, state, reason: reasonOf(state, measuredIn) };
}
