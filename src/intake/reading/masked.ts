/**
 * A value as a finding shows it: masked where its column is personal, else its first 200 characters.
 *
 * The workbench parts a personal value into what is shown and what is kept for who may see it.
 *
 * @param value SQL of the value as text
 */
export function masked(value: string, personal: boolean): string {
  return personal ? `personal(${value})` : `left(${value}, 200)`;
}

/** A personal value as it is shown: how long it is and what it is made of. The SQL macro `masked` says the same. */
export function maskedText(value: string): string {
  const of =
    value.length === 1
      ? 'character'
      : /^\d+$/.test(value)
        ? 'digits'
        : /^\p{L}+$/u.test(value)
          ? 'letters'
          : 'characters';
  return `••• (${[...value].length} ${of})`;
}
