import { foldedHeading as folded } from '../folded-heading.ts';

/** What a category column may say: codes with their meanings, further spellings, and groups that are coarser than a code. */
export interface Category {
  readonly codes: Readonly<Record<string, string>>;
  /** Words that mean a code for certain, by code. */
  readonly spellings?: Readonly<Record<string, readonly string[]>>;
  /** Words that name several codes at once: they are right, and say less than the list asks. */
  readonly groups?: readonly string[];
  /** Words that say that there is no value. */
  readonly nothing?: readonly string[];
  /** Whether words that are like a meaning are taken for it, with a finding; default yes. */
  readonly guesses?: boolean;
  /** What words that are none of this are a finding of; default code-unknown. */
  readonly unknown?: 'yes-no-unreadable';
}

/**
 * What a spelling was taken for. `certain`: its code, its meaning or a known spelling of it stands there; `guessed`: it is
 * like one meaning and no other; `group`: a group of codes; `nothing`: it says that there is no value; `unknown`: none.
 */
export type Match =
  | { readonly kind: 'certain' | 'guessed'; readonly code: string }
  | { readonly kind: 'group' | 'nothing' | 'unknown'; readonly code: null };

const noCode = (kind: 'group' | 'nothing' | 'unknown'): Match => ({ kind, code: null });

/** The letter that a list of categories puts before each: `a) Yes`, `aa) Other`, `(C) Asian`. */
const lettered = /^\s*\(?[A-Za-z]{1,2}\)\s*/;

/** Makes the matcher of a category: case, accents, punctuation and letters before make no difference. */
export function matcherOf(category: Category): (written: string) => Match {
  const byWords = new Map<string, string | null>();
  const known = (words: string, code: string) => {
    const key = folded(words);
    // Words that two codes share say nothing.
    byWords.set(key, byWords.has(key) && byWords.get(key) !== code ? null : code);
  };
  const byCode = new Map(Object.keys(category.codes).map((code) => [folded(code), code]));
  for (const [code, meaning] of Object.entries(category.codes)) known(meaning, code);
  for (const [code, spellings] of Object.entries(category.spellings ?? {}))
    for (const words of spellings) known(words, code);
  const groups = new Set((category.groups ?? []).map(folded));
  const nothing = new Set(['', ...(category.nothing ?? []).map(folded)]);
  const exact = (words: string): Match | null => {
    const key = folded(words);
    if (nothing.has(key)) return noCode('nothing');
    if (groups.has(key)) return noCode('group');
    const code = byCode.get(key) ?? byWords.get(key);
    return code ? { kind: 'certain', code } : null;
  };
  const candidates = [...byWords, ...[...groups].map((group) => [group, null] as const)].map(([words, code]) => ({
    code,
    negated: negated(words),
    pairs: pairsOf(words),
  }));
  return (written) => {
    const rest = written.replace(lettered, '');
    const straight = exact(written) ?? exact(rest);
    if (straight) return straight;
    const named = codesNamed(rest, byCode);
    const words = wordsBeside(rest);
    const meant = new Set(words.flatMap((part) => (general.has(folded(part)) ? [] : (exact(part)?.code ?? []))));
    const said = meant.size === 1 ? [...meant][0] : undefined;
    if (named.size === 1) {
      const [code = ''] = named;
      // A code beside the exact words of another one is a contradiction, which nobody can settle here.
      return said !== undefined && said !== code ? noCode('unknown') : { kind: 'certain', code };
    }
    if (named.size > 1 || meant.size > 1) return noCode('unknown');
    if (said !== undefined) return { kind: 'certain', code: said };
    if (words.some((part) => groups.has(folded(part)))) return noCode('group');
    return category.guesses === false ? noCode('unknown') : guess(rest, candidates);
  };
}

/**
 * The codes that stand in a text as words of their own. A code of digits alone, or one letter, could be anything: it
 * counts only at the beginning with a mark after it, or in brackets.
 */
function codesNamed(text: string, byCode: ReadonlyMap<string, string>): Set<string> {
  const found = new Set<string>();
  for (const [, open = '', token = '', after = ''] of text.matchAll(
    /(^|[[(]|[\s:=/–-])([A-Za-z0-9]+)(?=($|[\])]|\s|[:=–-]))/g,
  )) {
    const code = byCode.get(token.toLowerCase());
    if (code === undefined) continue;
    const bracketed = /[[(]/.test(open) && /[\])]/.test(after);
    const leading = open === '' && /^\s*[-:=–]/.test(text.slice(token.length));
    const capital = token === token.toUpperCase() || /\d/.test(token);
    const distinct = capital && /[A-Za-z]/.test(token) && (/\d/.test(token) || token.length >= 3);
    if (distinct || bracketed || leading) found.add(code);
  }
  return found;
}

/** The parts of a text that stand beside a code or a group: `2CHLDDIS - Disability`, `Low income [N7]`, `Mixed > Other`. */
function wordsBeside(text: string): string[] {
  const parts = text.split(/\s+[-–]\s+|\s*[:=>[\]()]\s*|^[A-Z0-9]{1,8}\s+[-–]?\s*/);
  return [text.replace(/\s*[[(][^\])]*[\])]\s*$/, ''), ...parts.slice(1)].filter((part) => folded(part).length > 2);
}

/** Words that as a part of a text say nothing: the `Other` of `Health (Other)` is not the code for other sources. */
const general = new Set(['other', 'unknown', 'yes', 'no', 'none', 'not known', 'not stated']);

interface Candidate {
  /** Null: a group, or words that several codes share. */
  readonly code: string | null;
  readonly negated: boolean;
  readonly pairs: readonly string[];
}

const negated = (words: string) => /\b(not?|non|without)\b/.test(words);

/** The meaning that a text is like, where it is like that one alone: Dice's coefficient of the pairs of letters. */
function guess(text: string, candidates: readonly Candidate[]): Match {
  const words = folded(text);
  const pairs = pairsOf(words);
  const best = new Map<string | null, number>();
  for (const { code, pairs: other, ...candidate } of candidates) {
    if (candidate.negated !== negated(words)) continue;
    best.set(code, Math.max(best.get(code) ?? 0, likeness(pairs, other)));
  }
  const [first, second] = [...best].toSorted((a, b) => b[1] - a[1]);
  if (!first || first[1] < 0.75 || first[1] - (second?.[1] ?? 0) < 0.1) return noCode('unknown');
  return first[0] === null ? noCode('group') : { kind: 'guessed', code: first[0] };
}

function pairsOf(words: string): string[] {
  return words
    .split(' ')
    .flatMap((word) => Array.from({ length: Math.max(1, word.length - 1) }, (_, at) => word.slice(at, at + 2)));
}

function likeness(a: readonly string[], b: readonly string[]): number {
  const left = new Map<string, number>();
  for (const pair of a) left.set(pair, (left.get(pair) ?? 0) + 1);
  let shared = 0;
  for (const pair of b) {
    const count = left.get(pair) ?? 0;
    if (count === 0) continue;
    shared++;
    left.set(pair, count - 1);
  }
  return (2 * shared) / (a.length + b.length || 1);
}
