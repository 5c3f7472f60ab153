/**
 * A value as a finding shows it: masked where its column is personal, else its first 200 characters.
 *
 * @param value SQL of the value as text
 */
export function masked(value: string, personal: boolean): string {
  return personal ? `masked(${value})` : `left(${value}, 200)`;
}
