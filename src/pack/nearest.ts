/**
 * The name most like the one found, or undefined where none is like it: at most a third of the longer name's letters
 * may differ, and at least one edit is always allowed. Swapped neighbours count as one edit. Ties go to the first.
 *
 * @example nearest('cla-rat', ['cp-plan-rate', 'cla-rate']) // 'cla-rate'
 */
export function nearest(found: string, names: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  const wanted = found.toLowerCase();
  for (const name of names) {
    const limit = Math.max(1, Math.floor(Math.max(found.length, name.length) / 3));
    const edits = distance(wanted, name.toLowerCase());
    if (edits <= limit && edits < least) {
      best = name;
      least = edits;
    }
  }
  return best;
}

/** Edits that turn one text into the other: insert, delete, replace, swap neighbours (optimal string alignment). */
export function distance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = at(previous, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swaps = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swapped = swaps ? at(before, j - 2) + 1 : Number.POSITIVE_INFINITY;
      row.push(Math.min(at(previous, j) + 1, at(row, j - 1) + 1, replaced, swapped));
    }
    before = previous;
    previous = row;
  }
  return at(previous, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
