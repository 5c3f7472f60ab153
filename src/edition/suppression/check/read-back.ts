import type { CountedFigure, Publication, SuppressionSettings } from '../figures.ts';
import { Knowledge, placeOf } from './knowledge.ts';
import { FigureReader } from './read-figure.ts';
import { readSums } from './read-sums.ts';
import type { System } from './system.ts';

/**
 * Everything that a reader of this edition and of the earlier ones knows, as statements about unknown numbers. It is put together
 * from what is printed and what is not, without regard to how that was chosen.
 *
 * @param isSuppressed what this edition does not show, by indicator, unit, month and part
 */
export function readBack(
  publication: Publication,
  isSuppressed: (name: string) => boolean,
  settings: SuppressionSettings,
): System {
  const known = new Knowledge(publication, settings);
  const editions = [
    { ...publication.now, isNow: true, hides: isSuppressed },
    ...publication.earlier
      .slice(0, settings.editions)
      .map((edition) => ({ ...edition, isNow: false, hides: (name: string) => edition.suppressed.has(name) })),
  ];
  // Whoever reads an edition has those before it too, and takes from them what it does not say itself.
  const before = new Map<string, CountedFigure>();
  for (const { figures, hides, ...edition } of editions.reverse()) {
    for (const figure of figures) before.set(placeOf(figure.indicator, figure.unit, figure.month), figure);
    const reader = new FigureReader(
      known,
      (figure, part) => {
        if (!figure.printed.includes(part)) return 'absent';
        return hides(`${placeOf(figure.indicator, figure.unit, figure.month)}|${part}`) ? 'suppressed' : 'shown';
      },
      edition,
    );
    for (const figure of figures) reader.read(figure);
    readSums(known, before);
  }
  return known.system;
}
