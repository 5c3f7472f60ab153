import type { Pack, Scheme } from '../pack/index.ts';

/**
 * The scheme where a pack names none: met up to the target, near up to the amber limit, away beyond it; each edge
 * belongs to the better band. To target it goes by distance.
 */
export const amberLimit: Scheme = {
  id: 'amber-limit',
  title: 'Target with an amber limit',
  byPerson: false,
  bands: [
    { place: 'at-target-or-better', status: 'met', until: 'target', including: true },
    { place: 'short-of-target', status: 'near', until: 'amber', including: true },
    { place: 'beyond-limit', status: 'away', including: true },
  ],
  toTarget: [
    { place: 'at-target', status: 'met', until: 'met-within', including: true },
    { place: 'off-target', status: 'near', until: 'amber', including: true },
    { place: 'beyond-limit', status: 'away', including: true },
  ],
};

/** The scheme that a target is judged by: its own, else the pack's, else target and amber limit. */
export function schemeFor(
  pack: Partial<Pick<Pack, 'schemes' | 'scheme'>>,
  target: { readonly scheme?: string | undefined } | null,
): Scheme {
  const id = target?.scheme ?? pack.scheme;
  return (id === undefined ? undefined : pack.schemes?.get(id)) ?? amberLimit;
}
