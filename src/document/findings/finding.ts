/** Something that cannot be right in a report, or is not as it should be. */
export interface Finding {
  readonly about: 'figures' | 'print' | 'commentary' | 'words' | 'approval';
  /** Which indicator, section or word. */
  readonly where: string;
  /** What is wrong, as a person would say it: a sentence. */
  readonly says: string;
}
