import type { Doubt } from './doubt.ts';
import type { Sentence } from './sentences.ts';

const sum = /\d[\d,]*(?:\.\d+)?(?:\s*\+\s*\d[\d,]*(?:\.\d+)?)+\s*=\s*\d[\d,]*(?:\.\d+)?/g;
const madeUp =
  /\b(\d[\d,]*)\b(?!\s*%|\.\d)[^.;(]{0,60}?(?:\bmade up of\b|\bcomprising\b|\bconsisting of\b|\bof which\b|\()([^.;)]*)/gi;
/** A whole number that counts something: no share, no decimal, no date, no year, no age. */
const part =
  /(?<![\d.,/])\d[\d,]*(?![\d.]*\d|\s*(?:%|per cent|percent|percentage|days?|weeks?|months?|years?|January|February|March|April|May|June|July|August|September|October|November|December)\b|%|st\b|nd\b|rd\b|th\b|\/)/g;

const numberOf = (digits: string): number => Number(digits.replaceAll(',', ''));

/** Parts that do not add up to the whole they are said to be of. */
export function breakdowns({ text, at }: Sentence): Doubt[] {
  return [...sums(text, at), ...parts(text, at)];
}

function sums(text: string, at: number): Doubt[] {
  return [...text.matchAll(sum)].flatMap(({ index, 0: words }): Doubt[] => {
    const [left = '', right = ''] = words.split('=');
    const terms = left.split('+').map((term) => numberOf(term.trim()));
    // As whole ten-thousandths, so that 0.1 + 0.2 is 0.3.
    const whole = terms.reduce((all, term) => all + Math.round(term * 10_000), 0) / 10_000;
    return whole === numberOf(right.trim()) ? [] : [doubt(words, at + index, whole, numberOf(right.trim()))];
  });
}

function parts(text: string, at: number): Doubt[] {
  return [...text.matchAll(madeUp)].flatMap(({ index, 0: words, 1: total = '', 2: rest = '' }): Doubt[] => {
    const found = [...rest.matchAll(part)].map(([digits]) => numberOf(digits));
    if (found.length < 2 || /^\s*\d[\d,]* of \d/.test(rest) || rest.includes('+')) return [];
    const whole = found.reduce((all, one) => all + one, 0);
    const isSome = /\bof which\b/i.test(words);
    const holds = isSome ? whole <= numberOf(total) : whole === numberOf(total);
    return holds ? [] : [doubt(words.trim(), at + index, whole, numberOf(total))];
  });
}

const doubt = (words: string, at: number, whole: number, said: number): Doubt => ({
  code: 'breakdown-does-not-sum',
  words,
  at,
  says: `The parts come to ${whole.toLocaleString('en-GB')}, not to ${said.toLocaleString('en-GB')}.`,
  remedy: 'Correct the part or the whole, or say what the rest is.',
});
