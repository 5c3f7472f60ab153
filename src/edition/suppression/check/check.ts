import type { Disclosure, Publication, Suppressed, SuppressionSettings } from '../figures.ts';
import { narrow } from './narrow.ts';
import { readBack } from './read-back.ts';
import { SecondSolution } from './second-solution.ts';
import type { System, Unknown } from './system.ts';

/** What a reader could work out. */
export interface Found {
  /** What this edition would give away. */
  readonly disclosures: readonly Disclosure[];
  /** What the earlier editions gave away already, whatever this one shows. */
  readonly already: readonly Disclosure[];
}

/**
 * Tries to undo a suppression as a reader would who has this edition, the earlier ones and a calculator, knows how figures hang
 * together, and knows that nothing is never suppressed. A count is safe when other numbers for it have been found that everything
 * published agrees with; what is not shown to be safe counts as given away.
 */
export function checkSuppression(
  publication: Publication,
  suppressed: Suppressed,
  settings: SuppressionSettings,
): Found {
  const found = disclosuresIn(readBack(publication, (name) => suppressed.has(name), settings));
  if (found.length === 0 || publication.earlier.length === 0) return { disclosures: found, already: [] };
  const unprinted = publication.now.figures.map((figure) => ({ ...figure, printed: [] }));
  const before = { ...publication, now: { ...publication.now, figures: unprinted } };
  const system = readBack(before, () => false, settings);
  const nameOf = ({ of }: Disclosure) => of;
  const known = new Set(disclosuresIn(withRoom(system, new Set(found.map(nameOf)))).map(nameOf));
  return {
    disclosures: found.filter(({ of }) => !known.has(of)),
    already: found.filter(({ of }) => known.has(of)),
  };
}

/** The same system with what is named guarded, though this edition does not print it. */
function withRoom(system: System, names: ReadonlySet<string>): System {
  for (const unknown of system.unknowns) if (names.has(unknown.name)) unknown.room = Math.max(unknown.room, 2);
  return system;
}

function disclosuresIn(system: System): Disclosure[] {
  const because = narrow(system);
  const search = new SecondSolution(system);
  const shown = new Map(system.shown.map(({ unknown, words }) => [unknown, words]));
  return system.unknowns.flatMap((unknown, index): Disclosure[] => {
    const words = shown.get(index);
    if (words !== undefined) return [disclosure(unknown, [words])];
    if (unknown.room < 2) return [];
    const isNarrow = unknown.high - unknown.low + 1 < unknown.room;
    if (isNarrow) return [disclosure(unknown, (because[index] ?? []).slice(-3))];
    if (search.hasRoom(index, unknown.room)) return [];
    return [disclosure(unknown, ['no other number was found that everything published agrees with'])];
  });
}

const disclosure = ({ name, indicator, unit, month, low, high }: Unknown, because: readonly string[]): Disclosure => ({
  of: name,
  indicator,
  unit,
  month,
  range: [low, high],
  because,
});
