import { load } from '../../src/intake/index.ts';
import { readPack } from '../../src/pack/index.ts';

/** A load in a process of its own: DATA PACKS SOURCE. It tells each step on a line, so that it can be stopped at one. */
const [data = '', packsFolder = '', source = ''] = process.argv.slice(2);
const { pack } = await readPack('childrens-services', { packsFolder });
if (!pack) throw new Error('the library has errors');
await load({
  data,
  pack,
  sources: [source],
  asAt: '2026-10-31',
  now: new Date('2026-11-05T10:00:00Z'),
  progress: (line) => process.stdout.write(`${line}\n`),
});
process.stdout.write('done\n');
