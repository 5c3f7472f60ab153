/** What an XML file may not exceed. A file that does is refused whole. */
export const xmlLimits = {
  /** Bytes of the file. */
  fileBytes: 4 * 1024 ** 3,
  /** Elements inside each other. */
  depth: 64,
  /** Characters of one value. */
  valueCharacters: 100_000,
  /** Characters without the end of a tag or text: a tag, comment or text longer than this is an attack. */
  charactersWithoutEvent: 4_000_000,
  /** Values and rows of one unit, which is a child with all that hangs on it. */
  unitValues: 200_000,
  /** Megabytes of the heap of the process that reads the file. */
  heapMegabytes: 256,
  /** Seconds that the process may take: a start, and so much for each million bytes. */
  seconds: 30,
  secondsPerMillionBytes: 2,
} as const;
