import { type UnitKind, unitWord } from '../judgement/index.ts';
import type { Unit } from '../measure/index.ts';
import type { Pack } from '../pack/index.ts';

/** From the smallest part up. */
const kinds = ['team', 'district', 'area', 'authority'] as const satisfies readonly UnitKind[];

/** The levels of some units, each once, the largest first. */
export function kindsOf(units: readonly Unit[]): readonly UnitKind[] {
  const found = new Set(units.map(({ kind }) => kind));
  return kinds.filter((kind) => found.has(kind)).toReversed();
}

/** @example choiceOfUnits(pack, units) // 'Team or district'; where there are more levels 'Team, service area or area' */
export function choiceOfUnits(pack: Pick<Pack, 'unitWords'>, units: readonly Unit[]): string {
  const below = kindsOf(units.filter(({ parent }) => parent !== null)).toReversed();
  const words = (below.length === 0 ? (['team', 'district'] as const) : below).map((kind) => unitWord(pack, kind));
  const last = words.length > 1 ? ` or ${words.at(-1)}` : '';
  const text = `${last === '' ? words.join('') : words.slice(0, -1).join(', ')}${last}`;
  return text.charAt(0).toUpperCase() + text.slice(1);
}
