/** A run of words that two texts share, or that one has alone. */
export interface Run {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Beyond so many pairs of words the whole is told as taken out and put in: the table below would be too large. */
const most = 4_000_000;

/**
 * What changed from one text to the next, word by word: the longest common sequence is what stayed. Runs without the added
 * ones give the earlier text, without the removed ones the later.
 *
 * @example differenceOf('It fell.', 'It rose.') // same 'It ', removed 'fell.', added 'rose.'
 */
export function differenceOf(before: string, after: string): readonly Run[] {
  const [one, other] = [wordsOf(before), wordsOf(after)];
  if (one.length * other.length > most) return runs([...tell(one, 'removed'), ...tell(other, 'added')]);
  const width = other.length + 1;
  const lengths = new Uint32Array((one.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = one.length - 1; i >= 0; i--) {
    for (let j = other.length - 1; j >= 0; j--) {
      lengths[i * width + j] = one[i] === other[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const told: Run[] = [];
  let [i, j] = [0, 0];
  while (i < one.length || j < other.length) {
    const [mine = '', theirs = ''] = [one[i], other[j]];
    if (i < one.length && j < other.length && mine === theirs) {
      told.push({ kind: 'same', text: mine });
      i++;
      j++;
    } else if (j >= other.length || (i < one.length && at(i + 1, j) >= at(i, j + 1))) {
      told.push({ kind: 'removed', text: mine });
      i++;
    } else {
      told.push({ kind: 'added', text: theirs });
      j++;
    }
  }
  return runs(told);
}

const tell = (words: readonly string[], kind: Run['kind']): Run[] => words.map((text) => ({ kind, text }));

/** Words with the space that follows them. */
const wordsOf = (text: string): string[] => text.match(/\S+\s*|\s+/g) ?? [];

/** Words beside words of the same kind are one run. */
function runs(words: readonly Run[]): readonly Run[] {
  const done: Run[] = [];
  for (const { kind, text } of words) {
    const last = done.at(-1);
    if (last?.kind === kind) done[done.length - 1] = { kind, text: last.text + text };
    else done.push({ kind, text });
  }
  return done;
}
