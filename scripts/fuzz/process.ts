import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPack } from '../../src/pack/index.ts';
import { Draw } from './draw.ts';
import { inputMakers, largeInput } from './inputs.ts';
import { tryLoad } from './try-load.ts';

/** One line of what the process says: the try and how it ended, with its memory so far in megabytes. */
const [format = '', first = '0', last = '0', large] = process.argv.slice(2);
const { pack } = await readPack('childrens-services', { packsFolder: join(import.meta.dirname, '../../packs') });
const make = inputMakers[format];
if (!pack || !make) throw new Error(`There is no format ${format}, or the library does not read`);
const folder = mkdtempSync(join(tmpdir(), 'outturn-fuzz-'));
const memory = () => Math.round(process.resourceUsage().maxRSS / 1024);
try {
  for (let number = Number(first); number < Number(last); number++) {
    const draw = new Draw(number);
    const input = large
      ? {
          files: Object.fromEntries(
            Object.entries(largeInput(format, Number(large))).map(([name, text]) => [name, Buffer.from(text)]),
          ),
          mutation: 'bytes' as const,
          expected: [],
        }
      : make(draw);
    const began = performance.now();
    const outcome = await tryLoad(input, pack, join(folder, String(number)));
    const took = Math.round(performance.now() - began);
    process.stdout.write(
      `${JSON.stringify({ number, mutation: input.mutation, took, memory: memory(), ...outcome })}\n`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
