import { writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { readLayers, readPack } from '../../../src/pack/index.ts';
import { publishBoard, storeOf } from '../county.ts';

/**
 * A process that is going to be killed: corrects one report again and again, and tells of each step and each edition. With a
 * number of steps it dies by itself as it makes so many files or folders of its first edition durable, however fast the disk is.
 */
const [data = '', packFolder = '', steps = '0'] = process.argv.slice(2);
const packsFolder = dirname(packFolder);
const { pack } = await readPack(packFolder, { packsFolder });
const { layers } = await readLayers(packFolder, packsFolder);
if (!pack) throw new Error('the pack has errors');
const store = await storeOf(data);
const tell = (line: string): void => void writeSync(1, `${line}\n`);
const formats = {
  txt: async () => {
    tell('made');
    left = Number(steps);
    return Buffer.alloc(300_000, 'x');
  },
};
let left = 0;
const handle = await open(import.meta.filename);
const durable: { sync(): Promise<void> } = Object.getPrototypeOf(handle);
await handle.close();
const { sync } = durable;
durable.sync = function (this: unknown) {
  if (left > 0 && --left === 0) process.kill(process.pid, 'SIGKILL');
  return sync.call(this);
};
for (;;) {
  const last = (await store.editions.next()) - 1;
  const corrects = { edition: last, what: 'Nothing', why: 'To be killed' };
  const common = { data, store, pack, layers, month: '2025-04', formats };
  const { edition } = await publishBoard({ ...common, ...(last > 0 && { corrects }) });
  tell(String(edition.number));
}
