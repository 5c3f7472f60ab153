import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Pack, readPack } from '../../../src/pack/index.ts';
import { currentExtracts, extractFolder, openDuckDb } from '../../../src/warehouse/index.ts';
import { loadRecords, packIn } from '../../../test/edition/county.ts';
import type { Found, Place, Subject } from '../subject.ts';

const tasks = 200;
const posts = 20;
const dataOf = ({ folder }: Place): string => join(folder, 'data');
const packOf = ({ folder }: Place): string => join(folder, 'packs/small');

/** Each dataset comes from a source of its own: three extracts, which are in force together or not at all. */
const sources = { posts: 'staff', population: 'people' };

async function readIn(place: Place): Promise<Pack> {
  const { pack } = await readPack(packOf(place), { packsFolder: dirname(packOf(place)) });
  if (!pack) throw new Error('the pack has errors');
  return pack;
}

/** The n-th delivery: the number is in every row of every file. */
const deliver = (place: Place, pack: Pack, n: number): Promise<void> =>
  loadRecords(
    dataOf(place),
    pack,
    {
      tasks: Array.from({ length: tasks }, (_, at) => ({
        id: `K${at}`,
        person: `P${at}`,
        team: 'T1',
        started: '2025-04-01',
        ended: null,
        hours: n,
      })),
      posts: Array.from({ length: posts }, (_, at) => ({
        id: `W${at}`,
        team: 'T1',
        started: '2025-04-01',
        ended: null,
        fte: n,
      })),
      people: n,
    },
    '2025-04-30',
  );

/** What a reader sees of each table: how many rows, and the least and greatest number in them. */
async function read(data: string): Promise<readonly (readonly number[])[]> {
  const extracts = await currentExtracts(data);
  const files = new Map(
    extracts.flatMap((manifest) =>
      Object.entries(manifest.tables).map(([id, { file }]) => [id, join(extractFolder(data, manifest), file)] as const),
    ),
  );
  const engine = await openDuckDb({
    tables: [...files].map(([name, file]) => ({ name, files: [file], columns: [] })),
    folders: [data],
    bankHolidays: null,
  });
  try {
    const session = await engine.session();
    const asked = ['tasks|hours', 'posts|fte', 'population|children'].filter((one) =>
      files.has(one.split('|')[0] ?? ''),
    );
    const found = [];
    for (const one of asked) {
      const [table, column] = one.split('|');
      found.push(...(await session.rows(`select count(*), min(${column}), max(${column}) from ${table}`)));
    }
    session.close();
    return found.map((row) => row.map(Number));
  } finally {
    engine.close();
  }
}

/** Deliveries of three sources, one after the other. */
export const loading: Subject = {
  name: 'loading',
  // Loads are in files: the store plays no part.
  kinds: ['sqlite'],
  round: 1,
  apart: false,
  async prepare(place) {
    await packIn(packOf(place));
    for (const [dataset, source] of Object.entries(sources)) {
      const file = join(packOf(place), `datasets/${dataset}.yaml`);
      await writeFile(file, (await readFile(file, 'utf8')).replace('source: cases', `source: ${source}`));
    }
    await deliver(place, await readIn(place), 1);
  },
  async work(place, { begun, made }) {
    const pack = await readIn(place);
    const last = (await read(dataOf(place)))[0]?.[1] ?? 0;
    begun();
    for (let n = last + 1; ; n++) {
      await deliver(place, pack, n);
      made(n);
    }
  },
  async look(place): Promise<Found> {
    const names = await readdir(dataOf(place));
    const leftovers = names.filter((name) => !['current.json', 'extracts'].includes(name)).length;
    try {
      const found = await read(dataOf(place));
      const n = found[0]?.[1] ?? 0;
      const whole = JSON.stringify([tasks, posts, 2].map((rows) => [rows, n, n]));
      const halfStates = JSON.stringify(found) === whole ? [] : [`tables hold ${JSON.stringify(found)}`];
      return { changes: n, halfStates, unreadable: [], leftovers };
    } catch (error) {
      return { changes: 0, halfStates: [], unreadable: [(error as Error).message], leftovers };
    }
  },
  async end(place) {
    const { changes } = await loading.look(place);
    await deliver(place, await readIn(place), changes + 1);
    const after = await loading.look(place);
    return after.leftovers === 0 ? after.halfStates : ['something was left after the next load'];
  },
};
