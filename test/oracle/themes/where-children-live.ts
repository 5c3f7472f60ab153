import { heldBy } from '../notions/attribution.ts';
import type { Indicator } from '../notions/figures.ts';
import { lookedAfterAt } from '../notions/looked-after.ts';
import { type Placement, placementAt } from '../notions/placements.ts';
import { count, one, share } from '../notions/share.ts';
import type { Tables } from '../notions/tables.ts';
import { isUasc } from '../notions/uasc.ts';
import { isOneOf } from '../notions/words.ts';

const homes: Readonly<Record<string, readonly string[]>> = {
  'cla-foster': ['U1', 'U2', 'U3', 'U4', 'U5', 'U6'],
  'cla-residential': ['K1', 'K2', 'P3', 'R1', 'R2', 'R3', 'R5', 'S1'],
  'cla-semi-independent': ['H5', 'K3', 'P2'],
  'cla-with-parents': ['P1'],
  'cla-for-adoption': ['A3', 'A4', 'A5', 'A6'],
};

interface Housed {
  readonly person: string;
  readonly unit: string;
  readonly uasc: boolean;
  readonly placement: Placement | null;
}

export function whereChildrenLive(tables: Tables, asAt: string): Indicator[] {
  const children = lookedAfterAt(tables, asAt).map(
    ({ person }): Housed => ({
      person,
      unit: heldBy(tables, person, asAt),
      uasc: isUasc(tables, person, asAt),
      placement: placementAt(tables, person, asAt),
    }),
  );
  const shareWith = (id: string, met: (placement: Placement | null) => boolean, among = children) =>
    share(
      id,
      among.map(({ person, unit, placement }) => one(person, unit, met(placement))),
    );
  const livesIn = (codes: readonly string[]) => (placement: Placement | null) =>
    isOneOf(placement?.code ?? null, codes);
  return [
    ...Object.entries(homes).map(([id, codes]) => shareWith(id, livesIn(codes))),
    shareWith('cla-elsewhere', (placement) => !livesIn(Object.values(homes).flat())(placement)),
    shareWith('cla-kinship', livesIn(['U1', 'U2', 'U3'])),
    shareWith(
      'cla-over-20-miles',
      (placement) => (placement?.distance ?? 0) > 20,
      children.filter(({ uasc }) => !uasc),
    ),
    count(
      'cla-uasc',
      children.filter(({ uasc }) => uasc).map(({ person, unit }) => one(person, unit)),
    ),
  ];
}
