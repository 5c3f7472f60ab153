import type { Document, Section } from '../../document/index.ts';
import { text } from '../../narrative/index.ts';
import type { SuppressionSettings } from '../suppression/index.ts';

/** A public document with a last section that says which figures it does not show, and why. */
export function withClosingWords(
  document: Document,
  { threshold, roundTo }: SuppressionSettings,
  isHeldBack: boolean,
): Document {
  const paragraphs = [
    `Counts from 1 to ${threshold} are not shown, because a child could be recognised. Nor are the percentages and rates they are part of, and a few other figures from which they could be worked out. “Suppressed” stands in their place; it never means none. A count of none is shown as 0.`,
    ...(roundTo === null
      ? []
      : [`Counts are rounded to the nearest ${roundTo}, and percentages are worked out from the rounded counts.`]),
    ...(isHeldBack ? ['Where figures are held back for another reason, that reason stands in their place.'] : []),
    'A sentence that would say such a figure is left out.',
  ];
  const section: Section = {
    id: freeId(document, 'figures-not-shown'),
    number: null,
    title: 'Figures that are not shown',
    newPage: false,
    blocks: paragraphs.map((words) => ({ kind: 'paragraph', text: text(words) })),
    sections: [],
  };
  return { ...document, sections: [...document.sections, section] };
}

function freeId({ sections }: Document, wanted: string): string {
  const all = (some: readonly Section[]): string[] => some.flatMap((one) => [one.id, ...all(one.sections)]);
  const taken = new Set(all(sections));
  let id = wanted;
  for (let turn = 2; taken.has(id); turn++) id = `${wanted}-${turn}`;
  return id;
}
