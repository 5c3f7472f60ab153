import { monthEnd } from '../../calendar/index.ts';
import { versionAt } from '../../pack/index.ts';
import { commonWords } from './common-words.ts';
import type { Commented, Doubt } from './doubt.ts';
import type { Sentence } from './sentences.ts';

const titled = /\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Rev|Sir|Dame|Cllr)\.?\s+(?:\p{Lu}[\p{L}'’.-]*\s?){1,3}/gu;
const initial = /\b\p{Lu}\.\s?\p{Lu}[\p{Ll}'’-]+/gu;
const pair = /\p{Lu}[\p{Ll}'’-]+(?:-\p{Lu}\p{Ll}+)?(?:\s+\p{Lu}[\p{L}'’-]*\p{Ll}[\p{L}'’-]*)+/gu;

/**
 * What may be the name of a person: after a title, after an initial, or words with capitals side by side of which one is
 * no word of the pack, no unit and no common word of the field. It tells too much rather than too little.
 */
export function names(commented: Commented): (sentence: Sentence) => Doubt[] {
  const known = knownWords(commented);
  const isKnown = (word: string): boolean => known.has(folded(word));
  return ({ text, at }) => {
    const found = [
      ...[...text.matchAll(titled)].map(({ index, 0: words }) => ({ index, words: words.trim().replace(/\.$/, '') })),
      ...[...text.matchAll(initial)].map(({ index, 0: words }) => ({ index, words })),
      ...[...text.matchAll(pair)].flatMap(({ index, 0: words }) => {
        const opens = index === 0 && words.split(/\s+/).length > 1 ? opener(words) : 0;
        const rest = words.slice(opens);
        const each = rest.split(/\s+/);
        const isName = each.length > 1 && each.some((word) => !isKnown(word));
        return isName ? [{ index: index + opens, words: rest }] : [];
      }),
    ];
    const told: { readonly index: number; readonly words: string }[] = [];
    for (const one of found) {
      const overlaps = told.some(
        ({ index, words }) => one.index < index + words.length && index < one.index + one.words.length,
      );
      if (!overlaps) told.push(one);
    }
    return told.map(({ index, words }) => ({
      code: 'personal-name',
      words,
      at: at + index,
      says: `“${words}” may be the name of a person.`,
      remedy: 'Name a role or a team; a place or a body can be added to the words that are allowed.',
    }));
  };
}

const openers = new Set(
  'a all also although an and as at both but by despite during each following for from given he her his however i if in it its many most no of on our she since some that the their there these they this those though three to two under we when where while with'.split(
    ' ',
  ),
);

/** How many letters of a match are the first word of a sentence, which has its capital for that. */
function opener(words: string): number {
  const [first = ''] = words.split(/\s+/);
  if (!openers.has(first.toLowerCase())) return 0;
  return first.length + (/^\s+/.exec(words.slice(first.length))?.[0].length ?? 0);
}

const folded = (word: string): string =>
  word
    .toLowerCase()
    .replace(/['’]s?$/, '')
    .replace(/[.,]$/, '');

/** The words of units, of the titles of the pack, of those allowed, and common ones. */
function knownWords({ source, month, beside: others = [], allowed = [] }: Commented): ReadonlySet<string> {
  const titles = [...source.pack.indicators.values()].map(
    (indicator) => versionAt(indicator, monthEnd(month)).definition.title,
  );
  const units = (source.units?.(month) ?? []).map(({ name }) => name);
  const beside = others.map(({ label }) => label);
  const words = [...titles, ...units, ...beside, ...allowed].flatMap((name) => name.split(/[\s/()-]+/));
  return new Set([...words.map(folded), ...commonWords]);
}
