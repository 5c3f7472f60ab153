/**
 * A heading as headings are compared: without case, accents, punctuation and doubled space.
 *
 * @example foldedHeading(' Child’s  Unique-ID (Y/N)') // 'child s unique id y n'
 */
export function foldedHeading(heading: string): string {
  const known = folded.get(heading);
  if (known !== undefined) return known;
  const found = fold(heading);
  if (folded.size < remembered && heading.length <= 200) folded.set(heading, found);
  return found;
}

/** The headings that were asked for: those of the standards are, for each file and each format anew. */
const folded = new Map<string, string>();
const remembered = 20_000;

function fold(heading: string): string {
  return heading
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
