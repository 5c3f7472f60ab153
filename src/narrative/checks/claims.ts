import type { Doubt } from './doubt.ts';
import type { Sentence } from './sentences.ts';

const claim =
  /\b(significant(?:ly)?|substantial(?:ly)?|dramatic(?:ally)?|considerabl[ey]|marked(?:ly)?|(?:the )?majority|most (?:of )?(?:the )?(?:cases|children|families|teams|plans|assessments)|(?:has|have) (?:improved|increased|decreased|risen|fallen|reduced|declined|dropped)|improved|increased|decreased|rose|fell|well above|well below)\b/i;

/** A sentence that claims a size or a movement and gives no figure. One doubt a sentence. */
export function claims({ typed, at, hasFigure }: Sentence): Doubt[] {
  const found = hasFigure ? null : claim.exec(typed);
  if (found === null) return [];
  return [
    {
      code: 'claim-without-figure',
      words: found[0],
      at: at + found.index,
      says: `“${found[0]}” is claimed without a figure.`,
      remedy: 'Give the figure, as a token where it is one of the report, or leave the claim out.',
    },
  ];
}
