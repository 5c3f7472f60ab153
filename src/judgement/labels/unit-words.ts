import type { Unit } from '../../measure/index.ts';
import type { Pack } from '../../pack/index.ts';

/** A level of the organisation. */
export type UnitKind = Exclude<Unit['kind'], 'not-attributed'>;

/** What a level is called: the pack's word for it, else its own name. */
export function unitWord({ unitWords }: Pick<Pack, 'unitWords'>, kind: UnitKind): string {
  return unitWords?.[kind] ?? kind;
}
