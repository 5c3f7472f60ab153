/** A date without time, YYYY-MM-DD. Compares as text. */
export type Day = string;
/** A calendar month, YYYY-MM. Compares as text. */
export type Month = string;
/** First and last day, both included. */
export interface Window {
  readonly start: Day;
  readonly end: Day;
}
