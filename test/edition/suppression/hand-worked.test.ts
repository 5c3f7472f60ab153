import { describe, expect, test } from 'vitest';
import {
  checkSuppression,
  type FigurePart,
  type Publication,
  publishable,
  type Suppressed,
  SuppressionFailed,
  type SuppressionSettings,
  suppress,
  usualSettings,
} from '../../../src/edition/suppression/index.ts';
import { count, figures, percent, publication, toDate } from './tables.ts';

/** What is suppressed, by unit and part, with the month where there are several: 'north numerator'. */
const hidden = (suppressed: Suppressed): string[] =>
  [...suppressed.keys()]
    .map((name) => name.split('|'))
    .map(([, unit, month, part]) => `${unit} ${month?.slice(5)} ${part}`)
    .toSorted();

const hides = (given: Publication, settings?: SuppressionSettings): string[] =>
  hidden(publishable(given, settings).suppressed);

/** What the checker says of a suppression that somebody chose by hand. */
const undone = (given: Publication, names: readonly string[], settings = usualSettings): string[] =>
  checkSuppression(given, new Map(names.map((name) => [name, 'small'])), settings).disclosures.map(
    ({ of, range }) => `${of}: ${range.join(' to ')}`,
  );

const name = (unit: string, part: FigurePart, month = '2026-10', indicator = 'a') =>
  `${indicator}|${unit}|${month}|${part}`;
const both = (unit: string, month?: string) => [name(unit, 'numerator', month), name(unit, 'value', month)];

describe('by itself', () => {
  test('counts of 1 to 5 go, nothing and six stay', () => {
    const given = publication({ a: count }, [
      ...['p 0', 'q 1', 'r 5', 's 6'].flatMap((one) => figures(one).map((figure) => ({ ...figure, parent: null }))),
    ]);
    expect(hides(given)).toEqual(['q 10 numerator', 'q 10 value', 'r 10 numerator', 'r 10 value']);
    expect(hides(given, { ...usualSettings, threshold: 10 })).toContain('s 10 value');
  });

  test('a small rest takes the percentage with it, and one of the counts', () => {
    expect(hides(publication({ a: percent }, figures('all 18/20')))).toEqual(['all 10 numerator', 'all 10 value']);
  });

  test('nothing of few: the nothing is shown, what it is of is not', () => {
    expect(hides(publication({ a: percent }, figures('all 0/4')))).toEqual(['all 10 denominator', 'all 10 value']);
  });
});

describe('by subtraction', () => {
  const oneSmall = publication({ a: count }, figures('all 30, north 3, south 15, west 12'));

  test('from a total and the siblings', () => {
    expect(undone(oneSmall, both('north'))).toEqual(['numerator of a, north, 2026-10: 3 to 3']);
    expect(hides(oneSmall)).toEqual(['north 10 numerator', 'north 10 value', 'west 10 numerator', 'west 10 value']);
  });

  test('siblings of nothing are no cover: then the total goes', () => {
    const given = publication({ a: count }, [...figures('all 9, north 9, south 0'), ...inNorth('a1 3, a2 6, a3 0')]);
    expect(undone(given, [...both('a1')])).toEqual(['numerator of a, a1, 2026-10: 3 to 3']);
    expect(hides(given)).toEqual(['a1 10 numerator', 'a1 10 value', 'a2 10 numerator', 'a2 10 value']);
  });

  test('from the unit above and the one above that', () => {
    const given = publication({ a: count }, [...figures('all 40, north 19, south 21'), ...inNorth('a1 3, a2 16')]);
    // With a2 and north hidden as well north is what is left of all.
    expect(undone(given, [...both('a1'), ...both('north')])).toEqual([
      'numerator of a, north, 2026-10: 19 to 19',
      'numerator of a, a1, 2026-10: 3 to 3',
    ]);
    expect(hides(given)).toEqual(['a1 10 numerator', 'a1 10 value', 'a2 10 numerator', 'a2 10 value']);
  });

  test('of a unit that is printed nowhere', () => {
    const given = publication({ a: count }, [
      ...figures('all 30, north 15, south 12'),
      ...figures('west 3', { printed: [] }),
    ]);
    expect(undone(given, [])).toEqual(['numerator of a, west, 2026-10: 3 to 3']);
    expect(hides(given)).toEqual(['south 10 numerator', 'south 10 value']);
  });

  test('ones that their sum leaves no other number for', () => {
    const given = publication({ a: count }, [
      ...figures('all 27, north 7, south 20'),
      ...inNorth('a1 1, a2 1, a3 1, a4 1, a5 1, a6 1, a7 1'),
    ]);
    const seven = [1, 2, 3, 4, 5, 6, 7].flatMap((number) => both(`a${number}`));
    expect(undone(given, seven)).toHaveLength(7);
    expect(hides(given)).toContain('north 10 value');
  });

  test('from an earlier month of the year so far', () => {
    const given = publication({ a: toDate(count) }, months('05 20', '06 22', '07 40'));
    expect(undone(given, [])).toEqual(['numerator since 2026-05 of a, all, 2026-06: 2 to 2']);
    expect(hides(given)).toEqual(['all 05 numerator', 'all 05 value']);
    expect(hides(given, { ...usualSettings, guardMonths: false })).toEqual([]);
  });

  test('from percentage times denominator, exactly or within its rounding', () => {
    const printed = ['denominator', 'value'] as const;
    const given = publication({ a: percent }, figures('all 40/90, north 3/20, south 17/30, west 20/40', { printed }));
    // 56.7% of 30 is 17, 50.0% of 40 is 20, 44.4% of 90 is 40: 3 are left.
    expect(undone(given, [name('north', 'value')])).toEqual(['numerator of a, north, 2026-10: 3 to 3']);
    expect(hides(given)).toEqual(['north 10 value', 'south 10 value']);
    // 44% of 900 can be 392 to 400: nothing is known of a few among them.
    const wide = publication(
      { a: { ...percent, decimals: 0 } },
      figures('all 400/900, north 3/300, south 197/300, west 200/300', { printed }),
    );
    expect(hides(wide)).toEqual(['north 10 value']);
  });

  test('from the sum of a distribution', () => {
    const printed = ['numerator', 'value'] as const;
    const grades = ['good', 'fair', 'poor'];
    const given = publication(
      { good: percent, fair: percent, poor: percent },
      [
        ...figures('all 20/60', { indicator: 'good', printed: ['numerator', 'denominator', 'value'] }),
        ...figures('all 37/60', { indicator: 'fair', printed }),
        ...figures('all 3/60', { indicator: 'poor', printed }),
      ],
      {
        sums: [
          {
            name: 'the grades make their total',
            low: 0,
            high: 0,
            terms: [
              ...grades.map((indicator) => ({ indicator, part: 'numerator' as const, times: 1 })),
              { indicator: 'good', part: 'denominator', times: -1 },
            ],
          },
        ],
      },
    );
    const poor = ['numerator', 'value'].map((part) => name('all', part as FigurePart, '2026-10', 'poor'));
    expect(undone(given, poor)).toEqual(['numerator of poor, all, 2026-10: 3 to 3']);
    expect([...publishable(given).suppressed.keys()].filter((one) => !one.startsWith('poor')).length).toBeGreaterThan(
      0,
    );
  });

  test('from an identity of the pack: two indicators that count the same', () => {
    const sums = [
      {
        name: 'plans by rate and by length',
        low: 0,
        high: 0,
        terms: [
          { indicator: 'a', part: 'numerator' as const, times: 1 },
          { indicator: 'b', part: 'numerator' as const, times: -1 },
        ],
      },
    ];
    const two = [
      ...figures('all 30, north 14, south 16'),
      ...figures('all 30, north 14, south 16', { indicator: 'b' }),
    ];
    const withTeams = [...two, ...inNorth('a1 3, a2 11')];
    const given = publication({ a: count, b: count }, withTeams, { sums });
    // To hide north in the one is nothing while the other shows it.
    const tried = [...both('a1'), ...both('north'), ...both('south')];
    expect(undone(given, tried)).toContain('numerator of a, a1, 2026-10: 3 to 3');
    expect(() => publishable(given)).not.toThrow();
  });

  test('from the same figure in another table, chart or sentence: it goes from all of them, being one', () => {
    const twice = [...figures('all 30, north 3, south 15, west 12'), ...figures('north 3')];
    expect(hides(publication({ a: count }, twice))).toEqual(hides(oneSmall));
  });

  test('from an earlier edition', () => {
    const may = { name: 'edition 1', figures: months('05 20'), suppressed: new Set<string>() };
    const june = publication({ a: toDate(count) }, months('06 22'), { earlier: [may] });
    expect(undone(june, [])).toEqual(['numerator since 2026-05 of a, all, 2026-06: 2 to 2']);
    expect(hides(june)).toEqual(['all 06 numerator', 'all 06 value']);
    expect(hides(june, { ...usualSettings, editions: 0 })).toEqual([]);
  });

  test('a figure that was restated gives nothing away of the one it is now', () => {
    const before = { name: 'edition 1', figures: figures('north 7'), suppressed: new Set<string>() };
    const given = publication({ a: count }, figures('north 3'), { earlier: [before] });
    expect(publishable(given)).toMatchObject({ already: [] });
  });

  test('what an earlier edition has given away is said, and does not stop this one', () => {
    const before = { name: 'edition 1', figures: figures('north 3'), suppressed: new Set<string>() };
    const given = publication({ a: count }, figures('north 3'), { earlier: [before] });
    expect(publishable(given).already).toMatchObject([{ of: 'numerator of a, north, 2026-10', range: [3, 3] }]);
  });
});

describe('settings', () => {
  test('cover as wide as the threshold', () => {
    const given = publication({ a: count }, [...figures('all 26, north 6, south 20'), ...inNorth('a1 2, a2 1, a3 3')]);
    expect(hides(given)).not.toContain('north 10 value');
    expect(hides(given, { ...usualSettings, cover: 'threshold' })).toContain('north 10 value');
  });

  test('rounded counts are cover: nothing is hidden beside them', () => {
    const given = publication({ a: count }, figures('all 30, north 3, south 15, west 12'));
    expect(hides(given, { ...usualSettings, roundTo: 5 })).toEqual(['north 10 numerator', 'north 10 value']);
  });
});

test('on ordinary tables little goes', () => {
  const given = publication(
    { a: percent },
    figures('all 412/560, n 61/80, s 58/70, w 77/110, e 90/120, m 64/90, o 62/90'),
  );
  expect(suppress(given).size).toBe(0);
  const small = publication(
    { a: percent },
    figures('all 355/480, n 4/10, s 58/70, w 77/110, e 90/120, m 64/90, o 62/80'),
  );
  expect(suppress(small).size).toBeLessThanOrEqual(4);
});

test('a failure says what could be worked out, and from what', () => {
  const given = publication({ a: count }, figures('all 30, north 3, south 15, west 12'));
  const { disclosures } = checkSuppression(given, new Map(both('north').map((one) => [one, 'small'])), usualSettings);
  expect(new SuppressionFailed(disclosures).message).toBe(
    'Not published, because one count could be worked out from what would be shown.\n' +
      'numerator of a, north, 2026-10: the units of all add up (a, 2026-10)',
  );
});

function inNorth(words: string) {
  return figures(words).map((figure) => ({ ...figure, parent: 'north' }));
}

function months(...each: readonly string[]) {
  return each.flatMap((one) => {
    const [month = '', amount = ''] = one.split(' ');
    return figures(`all ${amount}`, { month: `2026-${month}` });
  });
}
