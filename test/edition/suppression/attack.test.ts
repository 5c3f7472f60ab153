import { expect, test } from 'vitest';
import {
  type Publication,
  publishable,
  type SuppressionSettings,
  usualSettings,
} from '../../../src/edition/suppression/index.ts';
import { attack } from './attacker.ts';
import { editionsOf, randomWorld, toldIn } from './random-publication.ts';

/** More are attacked with OUTTURN_SUPPRESSION_RUNS=5000. */
const runs = Number(process.env.OUTTURN_SUPPRESSION_RUNS ?? 300);

const settingsOf = (seed: number): SuppressionSettings => ({
  ...usualSettings,
  threshold: seed % 5 === 4 ? 10 : 5,
  roundTo: seed % 7 === 3 ? 5 : null,
  guardMonths: seed % 3 !== 1,
});

interface Attacked {
  pinned: string[];
  safe: number;
  undecided: number;
  hidden: number;
  printed: number;
  zerosHidden: string[];
}

function attacked(from: number, to: number): Attacked {
  const so: Attacked = { pinned: [], safe: 0, undecided: 0, hidden: 0, printed: 0, zerosHidden: [] };
  for (let seed = from; seed < to; seed++) {
    const world = randomWorld(seed);
    const settings = settingsOf(seed);
    const suppressIn = (one: Publication) => publishable(one, settings).suppressed;
    const publication = seed % 2 === 0 ? editionsOf(world, suppressIn) : world.publication;
    const suppressed = suppressIn(publication);
    for (const { indicator, unit, month, numerator, printed } of publication.now.figures) {
      so.printed += printed.length;
      const isHidden = suppressed.has(`${indicator}|${unit}|${month}|numerator`);
      if (numerator === 0 && isHidden) so.zerosHidden.push(`${seed}: ${indicator} ${unit} ${month}`);
    }
    so.hidden += suppressed.size;
    const { told, secret } = toldIn(world, publication, suppressed, settings);
    for (const target of secret) {
      const verdict = attack(world.atoms, told, target, 60, 20_000);
      if (verdict === 'pinned') so.pinned.push(`${seed}: ${target.name}`);
      else if (verdict === 'undecided') so.undecided++;
      else so.safe++;
    }
  }
  return so;
}

test('going through all numbers that agree with what is published leaves every suppressed count open', {
  timeout: 600_000,
}, () => {
  const found = attacked(1, 1 + runs);
  expect(found.pinned).toEqual([]);
  expect(found.zerosHidden).toEqual([]);
  expect(found.safe).toBeGreaterThan(runs * 5);
  // Where brute force runs out of patience nothing is proved either way: few enough to say that it was an attack.
  expect(found.undecided).toBeLessThan(found.safe / 10);
});

test('the attacker does find what is left open', () => {
  const pinned = Array.from({ length: 60 }, (_, seed) => {
    const world = randomWorld(seed + 1);
    const { told, secret } = toldIn(world, world.publication, new Map(), usualSettings);
    return secret.filter((target) => attack(world.atoms, told, target, 60, 20_000) === 'pinned').length;
  });
  expect(pinned.filter((count) => count > 0).length).toBeGreaterThan(30);
});

test('what is published again is suppressed again, and nothing besides', () => {
  for (let seed = 1; seed <= 60; seed++) {
    const { publication } = randomWorld(seed);
    const { suppressed } = publishable(publication);
    const before = { ...publication.now, name: 'edition 1', suppressed: new Set(suppressed.keys()) };
    const again = publishable({ ...publication, earlier: [before] });
    expect([...again.suppressed.keys()].toSorted(), `seed ${seed}`).toEqual([...suppressed.keys()].toSorted());
  }
});
