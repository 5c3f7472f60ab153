/** Something that cannot be right in what is about to be issued. */
export interface Inconsistency {
  readonly check: 'arithmetic' | 'arrow' | 'status' | 'identity' | 'distribution' | 'exception page' | 'year to date';
  /** Which figure: a row, an indicator with its unit and month, a page. */
  readonly where: string;
  /** What is wrong, as a person would say it. */
  readonly says: string;
}
