import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Month } from '../../src/calendar/index.ts';
import { formatAmount, formatDifference, formatTarget, formatValue } from '../../src/judgement/index.ts';
import { type Fact, type FactSource, type FigureKey, factsOf, plainText } from '../../src/narrative/index.ts';
import { worldSource } from './figures.ts';
import { definitionOf, type Fraction, fraction, gain, minus, signOf, toExact } from './fractions.ts';
import { month, randomWorlds } from './random-world.ts';

/** What the cell of a key prints. */
function cellOf(source: FactSource, { unit, month: at, part, from }: FigureKey): string {
  const definition = definitionOf(source);
  const observation = source.observation('a', unit, at);
  const figure = fraction(source, unit, at);
  if (part === 'target') return formatTarget({ target: source.pack.targets[0]?.target ?? Number.NaN }, definition);
  if (figure === null) throw new Error(`a figure is given of ${unit} in ${at}, which has none`);
  if (part === 'value') return formatValue(toExact(figure), definition);
  if (part !== 'difference') return formatAmount(observation?.[part] ?? Number.NaN);
  const before = from === undefined ? null : fraction(source, unit, from);
  if (before === null) throw new Error('a difference from nothing is given');
  return formatDifference(toExact(figure), toExact(before), definition);
}

const said = (words: string, patterns: Readonly<Record<string, RegExp>>): string[] =>
  Object.keys(patterns).filter((key) => patterns[key]?.test(words));

const ways = {
  1: /\b(rose|risen|rise|went up|higher)\b/,
  '-1': /\b(fell|fallen|fall|went down|lower)\b/,
  0: /\b(unchanged|not changed|was the same as)\b/,
};

/** The earlier month that a sentence of movement is about. */
const earlierOf = (fact: Fact): Month | undefined => {
  for (const key of fact.about) {
    if (key.from !== undefined) return key.from;
    if (key.month !== month) return key.month;
  }
  return undefined;
};

const check = (claims: (source: FactSource, facts: readonly Fact[]) => void): void =>
  fc.assert(
    fc.property(randomWorlds, ({ world, asked }) => {
      const source = worldSource(world);
      claims(source, factsOf(source, asked));
    }),
    { numRuns: 250, seed: 20_261_031 },
  );

describe('whatever the figures are', () => {
  it('every figure in a sentence is printed as its cell is', () => {
    let tokens = 0;
    check((source, facts) => {
      for (const piece of facts.flatMap(({ text }) => text)) {
        if (piece.kind !== 'figure') continue;
        tokens++;
        expect(piece.text, JSON.stringify(piece.of)).toBe(cellOf(source, piece.of));
      }
    });
    expect(tokens).toBeGreaterThan(1000);
  });

  it('every movement has the sign of the exact figures, and better and worse their polarity', () => {
    let seen = 0;
    check((source, facts) => {
      for (const fact of facts) {
        if (!['previous', 'outturn', 'since', 'year-ago', 'demand'].includes(fact.kind)) continue;
        const words = plainText(fact.text);
        const earlier = earlierOf(fact);
        const now = fraction(source, 'C', month);
        const before = earlier === undefined ? null : fraction(source, 'C', earlier);
        if (now === null || before === null) {
          // Unchanged, or moved by less than is printed: then both figures are given once.
          expect(words).toMatch(/unchanged|was the same as|slightly/);
          continue;
        }
        seen++;
        expect(said(words, ways), words).toEqual([String(signOf(minus(now, before)))]);
        const expected = gain(source, now, before);
        const good = said(words, { 1: /which is better|closer to/, '-1': /which is worse|further from/ });
        expect(good, words).toEqual(expected === null || expected === 0 ? [] : [String(expected)]);
      }
    });
    expect(seen).toBeGreaterThan(150);
  });

  it('an unchanged or slight movement since the month before is told of equal or equally printed figures', () => {
    let seen = 0;
    check((source, facts) => {
      for (const { kind, text } of facts) {
        const words = plainText(text);
        if (kind !== 'previous' || !/unchanged|slightly/.test(words)) continue;
        const [now, before] = [fraction(source, 'C', month), fraction(source, 'C', '2026-09')];
        if (now === null || before === null) throw new Error(words);
        seen++;
        const sign = signOf(minus(now, before));
        expect(/unchanged/.test(words)).toBe(sign === 0);
        if (sign !== 0) expect(/rose slightly/.test(words)).toBe(sign > 0);
        const print = (figure: Fraction) => formatValue(toExact(figure), definitionOf(source));
        expect(print(now)).toBe(print(before));
      }
    });
    expect(seen).toBeGreaterThan(5);
  });

  it('nothing is compared across a break in series', () => {
    let broken = 0;
    check((source, facts) => {
      const version = source.pack.indicators.get('a')?.versions[1];
      if (version === undefined || version.comparable || version.from === null) return;
      broken++;
      const first = version.from.slice(0, 7);
      for (const { kind, about, text } of facts) {
        const figures = about.filter(({ part }) => part !== 'target');
        for (const key of figures) {
          expect(key.month >= first, plainText(text)).toBe(true);
          expect((key.from ?? first) >= first, plainText(text)).toBe(true);
        }
        if (kind === 'month-inside' && first === month) throw new Error(plainText(text));
      }
    });
    expect(broken).toBeGreaterThan(20);
  });

  it('of a missing figure the reason is told and nothing else', () => {
    let missing = 0;
    check((source, facts) => {
      if (source.observation('a', 'C', month)?.state === 'value') return;
      missing++;
      expect(facts.map(({ kind }) => kind)).toEqual(['absent']);
      expect(facts.flatMap(({ about }) => about)).toEqual([]);
    });
    expect(missing).toBeGreaterThan(20);
  });

  it('no earlier figure that compares breaks a record, and others stand where they are said to', () => {
    let records = 0;
    check((source, facts) => {
      const now = fraction(source, 'C', month);
      if (now === null) return;
      const version = source.pack.indicators.get('a')?.versions[1];
      const start = version !== undefined && !version.comparable ? (version.from ?? '').slice(0, 7) : '';
      for (const { kind, text } of facts) {
        const words = plainText(text);
        if (kind === 'record' && words.startsWith('This')) {
          const months = Number(/for (\d+) months/.exec(words)?.[1] ?? 100);
          const compared = (source.months ?? []).filter((at) => at >= start && at < month).slice(-(months - 1));
          const grows = ['count', 'rate-per-10000'].includes(definitionOf(source).measuredIn);
          const isMonthly = !grows || !['year-to-date', 'quarter'].includes(definitionOf(source).basis);
          if (!isMonthly) continue;
          records++;
          const signs = compared.map((at) => fraction(source, 'C', at)).filter((one) => one !== null);
          const beyond = words.includes('highest') ? 1 : -1;
          expect(
            signs.some((one) => signOf(minus(one, now)) === beyond),
            words,
          ).toBe(false);
        }
        if (kind === 'comparator' && !words.includes('as printed')) {
          const value = /: ([\d.,]*\d)/.exec(words)?.[1]?.replaceAll(',', '');
          const gained = gain(source, now, { up: BigInt(Math.round(Number(value))), down: 1n });
          const good = said(words, { 1: /is better|closer to/, '-1': /is worse|further from/ });
          expect(good, words).toEqual(gained === null || gained === 0 ? [] : [String(gained)]);
        }
      }
    });
    expect(records).toBeGreaterThan(5);
  });

  it('every text is made of whole sentences', () => {
    check((_, facts) => {
      for (const { text } of facts) {
        const words = plainText(text);
        expect(words).toMatch(/^[A-Z].*\.$/);
        expect(words).not.toMatch(/undefined|null|NaN|Infinity|\s\s|\s[.,:]|\.\.|-\d/);
      }
    });
  });
});
