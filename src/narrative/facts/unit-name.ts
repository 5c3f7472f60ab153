import type { Telling } from './telling.ts';

/** What a unit is called; its code where it has no name. */
export function unitName({ source, judgement }: Pick<Telling, 'source' | 'judgement'>, unit: string): string {
  return source.units?.(judgement.month).find(({ code }) => code === unit)?.name ?? unit;
}
