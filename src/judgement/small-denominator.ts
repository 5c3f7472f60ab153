/**
 * Whether a figure rests on so few cases (1 to 9) that it wants care in reading. FTE below 1 or between 9 and 10 are
 * few as well, so the test is more than 0 and less than 10.
 */
export function smallDenominator(denominator: number | null): boolean {
  return denominator !== null && denominator > 0 && denominator < 10;
}
