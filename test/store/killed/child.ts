import { writeSync } from 'node:fs';
import pg from 'pg';
import { openStore } from '../../../src/store/index.ts';
import { laterSteps, type Place, storeAt } from './places.ts';
import { change } from './work.ts';

/**
 * A process that is going to be killed: `write PLACE` makes changes in store 0 from where it stands and tells the number of
 * each when it is done; `migrate PLACE` makes one store after the other, and tells each when it is begun.
 */
const [mode, given = ''] = process.argv.slice(2);
const place = JSON.parse(given) as Place;
const now = new Date('2026-06-01T08:00:00Z');
const tell = (n: number): void => void writeSync(1, `${n}\n`);

async function makeRoom(n: number): Promise<void> {
  if (place.kind === 'sqlite') return;
  const client = new pg.Client({ connectionString: place.at });
  await client.connect();
  await client.query(`create schema if not exists ${place.name}_${n}`);
  await client.end();
}

if (mode === 'write') {
  await makeRoom(0);
  const store = await openStore(storeAt(place, 0), now);
  for (let n = (await store.audit.verify()).entries; ; n++) {
    await change(store, n);
    tell(n + 1);
  }
}

for (let n = 1; ; n++) {
  await makeRoom(n);
  tell(n);
  const store = await openStore(storeAt(place, n), now);
  for (let done = 0; done < 3; done++) await change(store, done);
  await store.close();
  await (await openStore(storeAt(place, n), now, laterSteps)).close();
}
