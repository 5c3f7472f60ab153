/** Text comparisons ignore case; an unknown value is none of the words. */
export function isOneOf(value: string | null, words: readonly string[]): boolean {
  return value !== null && words.some((word) => word.toLowerCase() === value.toLowerCase());
}

export function contains(value: string | null, part: string): boolean {
  return value?.toLowerCase().includes(part.toLowerCase()) ?? false;
}

export function beginsWith(value: string | null, part: string): boolean {
  return value?.toLowerCase().startsWith(part.toLowerCase()) ?? false;
}
