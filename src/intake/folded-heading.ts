/**
 * A heading as headings are compared: without case, accents, punctuation and doubled space.
 *
 * @example foldedHeading(' Child’s  Unique-ID (Y/N)') // 'child s unique id y n'
 */
export function foldedHeading(heading: string): string {
  return heading
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
