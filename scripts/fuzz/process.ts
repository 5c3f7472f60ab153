import { join } from 'node:path';
import type { Pack } from '../../src/pack/index.ts';
import { Draw } from './draw.ts';
import { subjects } from './inputs.ts';
import { largeSubjects } from './large-inputs.ts';
import { type PackName, packNamed } from './packs.ts';
import { forgetPeak, peakMegabytes, watchMemory } from './peak.ts';
import { KeptEngine, within } from './tools.ts';
import { tryLoad } from './try-load.ts';
import { tryReading } from './try-reading.ts';

/**
 * Tries formats in turn: of k formats the i-th try is of the (i mod k)-th, with the number (i div k) after the first. Of the size `large` are
 * inputs of ten million bytes and more. One
 * line of what it says is one try and how it ended.
 */
const [folder = '', listed = '', size = '', ...given] = process.argv.slice(2);
const [from = 1, first = 0, last = 0, wholeEach = 0, apartEach = 0] = given.map(Number);
const formats = listed.split(',');
const engine = await KeptEngine.open();
const each = (every: number, number: number) => every > 0 && number % every === 0;
const packs = new Map<PackName, Pack>();
try {
  for (let index = first; index < last; index++) {
    const format = formats[index % formats.length] ?? '';
    const subject = (size === 'large' ? largeSubjects : subjects)[format];
    if (!subject) throw new Error(`There is no format ${format}`);
    const pack = packs.get(subject.pack) ?? (await packNamed(subject.pack, join(folder, 'packs')));
    packs.set(subject.pack, pack);
    const number = from + Math.floor(index / formats.length);
    const apart = each(apartEach, number);
    const whole = apart || each(wholeEach, number);
    const input = await subject.make(new Draw(number));
    const stopWatching = size === 'large' ? watchMemory() : null;
    forgetPeak();
    const began = performance.now();
    const before = process.cpuUsage();
    const tried = { input, pack, folder: join(folder, String(index)), engine };
    const outcome = whole ? await tryLoad(apart ? tried : { ...tried, parsing: within }) : await tryReading(tried);
    const took = Math.round(performance.now() - began);
    const { user, system } = process.cpuUsage(before);
    const cpu = Math.round((user + system) / 1000);
    const memory = stopWatching?.() ?? peakMegabytes();
    const { mutation } = input;
    process.stdout.write(
      `${JSON.stringify({ index, format, number, mutation, whole, apart, took, cpu, memory, ...outcome })}\n`,
    );
  }
} finally {
  engine.close();
}
