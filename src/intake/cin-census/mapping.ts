/** How a census fills one dataset: SQL over its relations, which are named `census_` and the raw table. */
export interface Mapping {
  readonly dataset: string;
  /** The raw tables of which one at least must be in the file. */
  readonly anyOf: readonly string[];
  /** The relation with its joins and conditions, from the word from on. */
  readonly from: string;
  readonly columns: Readonly<Record<string, string>>;
}
