import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addToMonth, type Month, monthRange } from '../../src/calendar/index.ts';
import { type Fact, type FactKind, type FactSource, factsOf, plainText } from '../../src/narrative/index.ts';
import { worldSource } from './figures.ts';
import {
  definitionOf,
  type Fraction,
  fraction,
  gain,
  minus,
  over,
  plus,
  printed,
  scaleOf,
  signOf,
  size,
  times,
  whole,
} from './fractions.ts';
import { month, randomWorlds } from './random-world.ts';

type Claim = (source: FactSource, words: string, fact: Fact, since: Month) => void;

const codes: Readonly<Record<string, string>> = { Ashford: 'A', Bexley: 'B', Dover: 'D' };
const units = Object.values(codes);
const bare = (text: string | undefined): string => (text ?? '').replaceAll(',', '');

/** What is said in many worlds: worked out once for all claims. */
const said = fc.sample(randomWorlds, { numRuns: 1500, seed: 20_261_121 }).flatMap(({ world, asked }) => {
  const source = worldSource(world);
  return factsOf(source, asked).map((fact) => ({
    source,
    fact,
    words: plainText(fact.text),
    since: asked.since ?? '',
  }));
});

/** Holds each fact of a kind to a claim; gives how many there are. */
function eachOf(kind: FactKind, claim: Claim): number {
  const told = said.filter(({ fact }) => fact.kind === kind);
  for (const { source, words, fact, since } of told) claim(source, words, fact, since);
  return told.length;
}

/** The figure of a unit, where it must have one. */
function figure(source: FactSource, unit: string, at: Month = month): Fraction {
  const found = fraction(source, unit, at);
  if (found === null) throw new Error(`a sentence speaks of ${unit} in ${at}, which has no figure`);
  return found;
}

/** As it is printed: half up, to the decimals of the figure; of a count that is a whole number, without. */
function shown(source: FactSource, of: Fraction): string {
  const { measuredIn, decimals } = definitionOf(source);
  return printed(of, measuredIn === 'count' && of.up % of.down === 0n ? 0 : decimals);
}

const sizeOf = (source: FactSource, now: Fraction, before: Fraction): string => shown(source, size(minus(now, before)));

/** 17.6%: how much of the earlier number a change is. */
function share(now: Fraction, before: Fraction): string {
  const change = size(minus(now, before));
  return printed(over(times(change, whole(100)), before), 1);
}

const wayOf = (word: string): number => (/up|rise|risen|higher|above|raised/.test(word) ? 1 : -1);

describe('whatever the figures are, of a sentence that compares', () => {
  it('units: each stands on the side it is said to, and none is better than the best', () => {
    const standing = /(Ashford|Bexley|Dover) at [^ ]+ \((up|down) (slightly|[\d.,]+)/g;
    const claim: Claim = (source, words, { kind }, since) => {
      for (const [, name = '', way = '', by] of words.matchAll(standing)) {
        const [now, before] = [figure(source, codes[name] ?? ''), figure(source, codes[name] ?? '', since)];
        expect(signOf(minus(now, before)), words).toBe(wayOf(way));
        if (by !== 'slightly') expect(bare(by), words).toBe(sizeOf(source, now, before));
      }
      for (const [, name = ''] of kind === 'best' ? words.matchAll(/(Ashford|Bexley|Dover) at/g) : []) {
        for (const other of units) {
          const found = source.observation('a', other, month);
          const counts = found?.state === 'value' && (found.denominator === null || found.denominator >= 10);
          if (!counts) continue;
          expect(gain(source, figure(source, other), figure(source, codes[name] ?? '')), words).not.toBe(1);
        }
      }
    };
    expect(eachOf('best', claim)).toBeGreaterThan(20);
    expect(eachOf('hotspots', claim)).toBeGreaterThan(20);
  });

  it('demand: way, number and share are those of the two figures', () => {
    const claim: Claim = (source, words, _, since) => {
      const [, way, part, by] = /went (up|down) by (?:([\d.,]+)% \()?([\d.,]+)/.exec(words) ?? [];
      if (way === undefined) return;
      const [now, before] = [figure(source, 'C'), figure(source, 'C', since)];
      expect(signOf(minus(now, before)), words).toBe(wayOf(way));
      expect(bare(by), words).toBe(sizeOf(source, now, before));
      if (part !== undefined) expect(bare(part), words).toBe(share(now, before));
    };
    expect(eachOf('demand', claim)).toBeGreaterThan(15);
  });

  it('a movement: the share beside it is that of the two figures', () => {
    let checked = 0;
    const claim: Claim = (source, words, { about }) => {
      const [, part] = / \(([\d.]+)%\), from /.exec(words) ?? [];
      const earlier = about.find(({ from }) => from !== undefined)?.from;
      if (part === undefined || earlier === undefined) return;
      expect(part, words).toBe(share(figure(source, 'C'), figure(source, 'C', earlier)));
      checked++;
    };
    for (const kind of ['previous', 'outturn', 'since', 'year-ago'] as const) eachOf(kind, claim);
    expect(checked).toBeGreaterThan(50);
  });

  it('others: the way and the size are those of the two figures', () => {
    const claim: Claim = (source, words) => {
      const [, theirs, by, way] = /: ([\d.,]*\d).*? is ([\d.,]*\d).*? (higher|lower)/.exec(words) ?? [];
      if (way === undefined) return;
      const [now, other] = [figure(source, 'C'), whole(Math.round(Number(bare(theirs))))];
      expect(signOf(minus(now, other)), words).toBe(wayOf(way));
      expect(bare(by), words).toBe(sizeOf(source, now, other));
    };
    expect(eachOf('comparator', claim)).toBeGreaterThan(100);
  });

  it('the units that moved most: way, number and share, and no other moved further', () => {
    const claim: Claim = (source, words, _, since) => {
      const [, what = ''] = /The largest (rise|fall)s? /.exec(words) ?? [];
      expect(signOf(minus(figure(source, 'C'), figure(source, 'C', since))), words).toBe(wayOf(what));
      const moved = [...words.matchAll(/(Ashford|Bexley|Dover), (up|down) by (?:([\d.,]+)% \()?([\d.,]+)/g)];
      expect(moved.length).toBeGreaterThan(0);
      for (const [, name = '', way = '', part, by] of moved) {
        const [now, before] = [figure(source, codes[name] ?? ''), figure(source, codes[name] ?? '', since)];
        expect([wayOf(way), signOf(minus(now, before))], words).toEqual([wayOf(what), wayOf(what)]);
        expect(bare(by), words).toBe(sizeOf(source, now, before));
        if (part !== undefined) expect(bare(part), words).toBe(share(now, before));
      }
    };
    expect(eachOf('movers', claim)).toBeGreaterThan(10);
  });

  it('the units that made a change: the ways are theirs and the sizes add up as the figure is made', () => {
    const claim: Claim = (source, words, { about }) => {
      const since = about.find(({ part }) => part === 'difference')?.from ?? '';
      const sums = (unit: string, at: Month) => {
        const found = source.observation('a', unit, at);
        return { n: whole(found?.numerator ?? 0), d: whole(found?.denominator ?? 0) };
      };
      const isCount = definitionOf(source).measuredIn === 'count';
      const [all, then] = [sums('C', month), sums('C', since)];
      const part = (unit: string): Fraction => {
        const [now, before] = [sums(unit, month), sums(unit, since)];
        if (isCount) return minus(now.n, before.n);
        const p0 = over(then.n, then.d);
        const above = (one: typeof now, of: typeof now) => over(minus(one.n, times(p0, one.d)), of.d);
        return times(minus(above(now, all), above(before, then)), whole(scaleOf(source)));
      };
      const [, what = ''] = /^Of the (rise|fall) of/.exec(words) ?? [];
      expect(signOf(minus(figure(source, 'C'), figure(source, 'C', since))), words).toBe(wayOf(what));
      const [for_ = '', against = ''] = words.split('Against it');
      for (const [, name = '', by] of for_.matchAll(/(Ashford|Bexley|Dover) (?:accounts )?for ([\d.,]+\d)/g)) {
        expect(signOf(part(codes[name] ?? '')), words).toBe(wayOf(what));
        expect(bare(by), words).toBe(sizeOf(source, part(codes[name] ?? ''), whole(0)));
      }
      for (const [, name = '', verb = ''] of against.matchAll(/(Ashford|Bexley|Dover) (raised|lowered)/g)) {
        expect([signOf(part(codes[name] ?? '')), wayOf(verb)], words).toEqual([-wayOf(what), -wayOf(what)]);
      }
    };
    expect(eachOf('contributors', claim)).toBeGreaterThan(15);
  });

  it('the month inside a year to date: its number is the rest, and it stands on the side it is said to', () => {
    const claim: Claim = (source, words) => {
      const isCount = definitionOf(source).measuredIn === 'count';
      const [now, before] = [source.observation('a', 'C', month), source.observation('a', 'C', addToMonth(month, -1))];
      const n = whole((now?.numerator ?? 0) - (before?.numerator ?? 0));
      const d = whole((now?.denominator ?? 0) - (before?.denominator ?? 0));
      if (words.endsWith('there were no cases.')) return expect(d.up, words).toBe(0n);
      const alone = isCount ? n : over(times(n, whole(scaleOf(source))), d);
      const [, said] = / was ([\d.,]*\d)/.exec(words) ?? [];
      expect(bare(said), words).toBe(shown(source, alone));
      const [, way] = /, (higher than|lower than|the same as) /.exec(words) ?? [];
      if (way === undefined) return;
      const sign = signOf(minus(alone, figure(source, 'C')));
      expect(sign, words).toBe(way === 'the same as' ? 0 : wayOf(way));
    };
    expect(eachOf('month-inside', claim)).toBeGreaterThan(15);
  });

  it('the twelve months before: number, way and good are those of the months together or of their mean', () => {
    let checked = 0;
    eachOf('twelve-months', (source, words) => {
      if (!['month', 'snapshot'].includes(definitionOf(source).basis)) return;
      const version = source.pack.indicators.get('a')?.versions[1];
      const start = version !== undefined && !version.comparable ? (version.from ?? '').slice(0, 7) : '';
      const past = monthRange(addToMonth(month, -12), addToMonth(month, -1)).filter((at) => at >= start);
      const known = past.filter((at) => fraction(source, 'C', at) !== null);
      const sum = (of: readonly Fraction[]) => of.reduce(plus, whole(0));
      const isCount = definitionOf(source).measuredIn === 'count';
      const mean = over(sum(known.map((at) => figure(source, 'C', at))), whole(known.length));
      const numbers = (part: 'numerator' | 'denominator') =>
        whole(known.reduce((so, at) => so + (source.observation('a', 'C', at)?.[part] ?? 0), 0));
      const isMean = words.startsWith('The mean of');
      const before =
        isMean || isCount ? mean : over(times(numbers('numerator'), whole(scaleOf(source))), numbers('denominator'));
      const [, said, way, good] =
        / was ([\d.,]*\d)%?(?:(?: days?)?: that of .*? (higher|lower)(?:, which is (better|worse))?)?/.exec(words) ??
        [];
      expect(bare(said), words).toBe(shown(source, before));
      const now = figure(source, 'C');
      expect(signOf(minus(now, before)), words).toBe(way === undefined ? 0 : wayOf(way));
      if (definitionOf(source).polarity === 'target') expect(good, words).toBeUndefined();
      else expect({ better: 1, worse: -1 }[good ?? ''] ?? 0, words).toBe(gain(source, now, before) ?? 0);
      checked++;
    });
    expect(checked).toBeGreaterThan(30);
  });

  it('a target: the figure is on the side of it that is told, and short of a band or over its limit by its polarity', () => {
    const target = (source: FactSource) => whole(source.pack.targets[0]?.target ?? Number.NaN);
    const position: Claim = (source, words) => {
      const [, side] = /: (?:.*?)(above|below|at) the target/.exec(words) ?? [];
      if (side === undefined) return;
      const sign = signOf(minus(figure(source, 'C'), target(source)));
      expect(sign, words).toBe(side === 'at' ? 0 : wayOf(side));
      const [, by] = /: ([\d.,]*\d).*? (?:above|below) the target/.exec(words) ?? [];
      if (by !== undefined) expect(bare(by), words).toBe(sizeOf(source, figure(source, 'C'), target(source)));
    };
    expect(eachOf('position', position)).toBeGreaterThan(40);
    const distance: Claim = (source, words) => {
      const { polarity } = definitionOf(source);
      const [, side] = /(short of|over the limit for)/.exec(words) ?? [];
      const [, way] = / (fewer|more)( of the|\.)/.exec(words) ?? [];
      const sign = signOf(minus(figure(source, 'C'), target(source)));
      if (side !== undefined) expect(sign, words).toBe(side === 'short of' ? -1 : 1);
      if (polarity === 'target') return;
      if (side !== undefined) expect(side, words).toBe(polarity === 'higher' ? 'short of' : 'over the limit for');
      if (way !== undefined) expect(way, words).toBe(polarity === 'higher' ? 'fewer' : 'more');
    };
    expect(eachOf('distance', distance)).toBeGreaterThan(30);
  });

  it('the worst of a year: the figure has come from it the way and the share that are told', () => {
    let checked = 0;
    eachOf('record', (source, words) => {
      const [, way, part] = /has (fallen|risen) by ([\d.,]+)% from a/.exec(words) ?? [];
      if (way === undefined) return;
      const past = monthRange(addToMonth(month, -12), addToMonth(month, -1)).flatMap((at) => {
        const found = fraction(source, 'C', at);
        return found === null || signOf(found) === 0 ? [] : [found];
      });
      const now = figure(source, 'C');
      expect(wayOf(way), words).toBe(definitionOf(source).polarity === 'lower' ? -1 : 1);
      // That of one of the months, and on its way.
      const matching = past.filter(
        (then) => signOf(minus(now, then)) === wayOf(way) && share(now, then) === bare(part),
      );
      expect(matching.length, words).toBeGreaterThan(0);
      checked++;
    });
    expect(checked).toBeGreaterThan(5);
  });
});

it('numbers that are no tokens stand in no other sentences', () => {
  const found = new Set<FactKind>();
  // Days and months, and the words of windows, scales and rules.
  const fixed = /(?:\d{1,2} )?[A-Z][a-z]+ \d{4}|the 12 months|per 10,000|fewer than 10 cases/g;
  for (const { fact } of said) {
    const plain = fact.text.map((piece) => (piece.kind === 'text' ? piece.text : '')).join('');
    if (/\d/.test(plain.replaceAll(fixed, ''))) found.add(fact.kind);
  }
  const held = [
    'comparator',
    'contributors',
    'demand',
    'month-inside',
    'movers',
    'position',
    'record',
    'twelve-months',
  ];
  const movements = ['outturn', 'previous', 'since', 'year-ago'];
  // Numbers of cases to a band, of one case in a hundred and of the rest of a year: src/judgement works them out and is tested there.
  const worked = ['distance', 'few-cases', 'outlook'];
  expect([...found].toSorted()).toEqual([...held, ...movements, ...worked].toSorted());
});
