import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { commonWords } from './common-words.ts';

/** Argon2id, which the library takes without being told, as OWASP advises: 19 MiB, two passes, one lane; about 30 ms. */
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
export const shortest = 12;
const longest = 200;

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), options);

let standIn: Promise<string> | null = null;

/**
 * Whether a password is the one of a hash. Where there is no hash it takes as long, and is not.
 */
export async function isPassword(password: string, hashed: string | null): Promise<boolean> {
  standIn ??= hashPassword('nobody has this password');
  const right = await verify(hashed ?? (await standIn), password.normalize('NFKC').slice(0, longest));
  return right && hashed !== null;
}

/** Digits and signs that stand for letters. */
const meant: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** What is left of a text when the words that others would guess are taken out, as letters alone. */
function without(text: string, words: readonly string[]): string {
  let left = text;
  for (const word of words.toSorted((a, b) => b.length - a.length)) left = left.replaceAll(word, ' ');
  return left.replaceAll(/[^\p{L}]/gu, '');
}

/** Whether each character is the one before it, or the next or former one. */
const isRun = (text: string): boolean =>
  [...text].every(
    (letter, index, all) => index === 0 || Math.abs(letter.charCodeAt(0) - (all[index - 1] ?? '').charCodeAt(0)) <= 1,
  );

/**
 * What is wrong with a password somebody chooses, in words; null where it will do. As the National Cyber Security Centre
 * advises: length and a list of what is guessed first; no rule about kinds of characters, no end by date.
 *
 * @param about names and addresses of the person, which do not count towards it
 */
export function passwordFault(password: string, about: readonly string[]): string | null {
  const text = password.normalize('NFKC');
  if ([...text].length < shortest)
    return `Choose at least ${shortest} characters. Three random words are easy to remember.`;
  if (text.length > longest) return `Choose at most ${longest} characters.`;
  const lower = text.toLowerCase();
  const own = about.flatMap((each) => each.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length > 2);
  const words = [...commonWords, ...own];
  const spelt = [...lower].map((letter) => meant[letter] ?? letter).join('');
  const short = Math.min(without(lower, words).length, without(spelt, words).length);
  if (new Set(lower).size < 5 || isRun(lower) || short < 4) {
    return 'That is too easy to guess: it is made of words and figures that are tried first. Three random words are better.';
  }
  return null;
}

const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password for somebody else to begin with: 20 characters that are not taken for one another, in groups of five. */
export function madePassword(): string {
  const five = (): string => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('');
  return [five(), five(), five(), five()].join('-');
}
