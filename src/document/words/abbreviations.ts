/** The abbreviations that stand among words, in the singular or the plural, with what they mean; in order. */
export function abbreviationsIn(
  meanings: Readonly<Record<string, string>>,
  words: ReadonlySet<string>,
): (readonly [short: string, meaning: string])[] {
  return Object.entries(meanings)
    .filter(([short]) => words.has(short) || words.has(`${short}s`))
    .toSorted(([a], [b]) => a.localeCompare(b, 'en'));
}

/** Two to six capitals, digits and ampersands, a capital first; an s makes it a plural. A letter and a digit are a code. */
const form = /^(?=.{2,7}$)(?!\p{Lu}\p{N}s?$)\p{Lu}[\p{Lu}\p{N}&]{1,5}s?$/u;

/** Quarters of a year, which their tables head. */
const quarter = /^Q[1-4]$/;

/**
 * Words that are written as abbreviations are and that nothing explains, sorted.
 *
 * @param known names that only look like abbreviations: codes of units
 * @example undefinedAbbreviations({ CIN: 'child in need' }, new Set(['CINs', 'S47', 'Q1', 'At']), new Set()) // ['S47']
 */
export function undefinedAbbreviations(
  meanings: Readonly<Record<string, string>>,
  words: ReadonlySet<string>,
  known: ReadonlySet<string>,
): string[] {
  const isDefined = (word: string) => Object.hasOwn(meanings, word) || Object.hasOwn(meanings, word.replace(/s$/, ''));
  const found = [...words].filter(
    (word) => form.test(word) && !quarter.test(word) && !known.has(word) && !isDefined(word),
  );
  return [...new Set(found.map((word) => word.replace(/s$/, '')))].toSorted();
}
