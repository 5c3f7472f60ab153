import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { documentOf, figuresOf, inputsOf, openEdition, verify } from '../../../src/edition/index.ts';
import { readLayers, readPack } from '../../../src/pack/index.ts';
import type { Store } from '../../../src/store/index.ts';
import { loadRecords, packIn, publishBoard, storeOf, versions } from '../../../test/edition/county.ts';
import type { Found, Place, Subject } from '../subject.ts';

const month = '2025-04';
const formats = { txt: async () => Buffer.alloc(300_000, 'x') };
const dataOf = ({ folder }: Place): string => join(folder, 'data');
const packOf = ({ folder }: Place): string => join(folder, 'packs/small');

async function readIn(place: Place) {
  const packsFolder = dirname(packOf(place));
  const { pack } = await readPack(packOf(place), { packsFolder });
  if (!pack) throw new Error('the pack has errors');
  return { data: dataOf(place), pack, layers: (await readLayers(packOf(place), packsFolder)).layers, month, formats };
}

/** Publishes the month, or corrects what is published of it. */
async function publishNext(given: Awaited<ReturnType<typeof readIn>>, store: Store): Promise<number> {
  const last = (await store.editions.next()) - 1;
  const corrects = { edition: last, what: 'Nothing', why: 'To be killed' };
  return (await publishBoard({ ...given, store, ...(last > 0 && { corrects }) })).edition.number;
}

/** An edition that the register has, as a reader would open it. */
async function unreadableIn(data: string, store: Store, number: number): Promise<string[]> {
  try {
    const edition = await openEdition(data, store, number);
    await Promise.all([documentOf(edition), figuresOf(edition), inputsOf(edition)]);
    return [];
  } catch (error) {
    return [`edition ${number}: ${(error as Error).message}`];
  }
}

/** A report that is published, and corrected again and again. */
export const publishing: Subject = {
  name: 'publishing',
  kinds: ['sqlite', 'postgres'],
  round: 1,
  apart: false,
  async prepare(place) {
    const { pack } = await packIn(packOf(place));
    const task = { id: 'K1', person: 'P1', team: 'T1', started: '2025-04-01', ended: '2025-04-05', hours: 1 };
    await loadRecords(dataOf(place), pack, { tasks: [task], posts: [], people: 100 }, '2025-04-30');
    const store = await storeOf(dataOf(place), place.store);
    // What is computed once for all editions is computed here, and not by each that is killed.
    await publishNext(await readIn(place), store);
    await store.close();
  },
  async work(place, { begun, made }) {
    const given = await readIn(place);
    const store = await storeOf(dataOf(place), place.store);
    begun();
    for (;;) made(await publishNext(given, store));
  },
  async look(place): Promise<Found> {
    const data = dataOf(place);
    const store = await storeOf(data, place.store);
    try {
      const entries = await store.editions.list();
      const last = entries.length;
      const names = await readdir(join(data, 'editions'));
      const numbers = names.filter((name) => /^\d{4}$/.test(name)).map(Number);
      const { broken, differing } = await store.audit.verify();
      const chain = await store.editions.verify();
      const missing = entries.filter(({ number }) => !numbers.includes(number));
      const ahead = numbers.filter((number) => number > last + 1);
      const unreadable: string[] = [];
      for (const { number } of entries.slice(-2)) unreadable.push(...(await unreadableIn(data, store, number)));
      return {
        changes: last,
        halfStates: [
          ...(broken === null && differing.length === 0 ? [] : ['the audit does not hold']),
          ...(chain === null ? [] : [`the register is broken at edition ${chain}`]),
          ...missing.map(({ number }) => `edition ${number} is registered and has no folder`),
          ...ahead.map((number) => `folder ${number} is ahead of the register`),
        ],
        unreadable,
        leftovers: names.filter((name) => name.startsWith('staging-')).length + (numbers.includes(last + 1) ? 1 : 0),
      };
    } finally {
      await store.close();
    }
  },
  async end(place) {
    const data = dataOf(place);
    const store = await storeOf(data, place.store);
    try {
      await publishNext(await readIn(place), store);
      const names = await readdir(join(data, 'editions'));
      const left = names.filter((name) => !/^\d{4}$/.test(name) && name !== 'set-aside');
      // Ten editions are worked out anew as well; each was opened after its kill.
      const { faults } = await verify({
        data,
        store,
        formats,
        renderers: versions.renderers,
        numbers: await some(store),
      });
      return [
        ...left.map((name) => `${name} was left after the next publication`),
        ...faults.map(({ edition, where, says }) => `edition ${edition}, ${where}: ${says}`),
      ];
    } finally {
      await store.close();
    }
  },
};

/** Ten of the editions, the last among them. */
async function some(store: Store): Promise<number[]> {
  const last = (await store.editions.list()).length;
  return [...new Set(Array.from({ length: 10 }, (_, n) => Math.max(1, last - Math.round((n * last) / 10))))];
}
