import { join } from 'node:path';
import { Draw } from './draw.ts';
import { subjects } from './inputs.ts';
import { packNamed } from './packs.ts';
import { forgetPeak, peakMegabytes } from './peak.ts';
import { KeptEngine, within } from './tools.ts';
import { tryLoad } from './try-load.ts';
import { tryReading } from './try-reading.ts';

/** Tries one format from one number up to another; one line of what it says is one try and how it ended. */
const [folder = '', format = '', first = '0', last = '0', wholeEach = '100', apartEach = '0'] = process.argv.slice(2);
const subject = subjects[format];
if (!subject) throw new Error(`There is no format ${format}`);
const engine = await KeptEngine.open();
const each = (every: string, number: number) => Number(every) > 0 && number % Number(every) === 0;
try {
  const pack = await packNamed(subject.pack, join(folder, 'packs'));
  forgetPeak();
  for (let number = Number(first); number < Number(last); number++) {
    const apart = each(apartEach, number);
    const whole = apart || each(wholeEach, number);
    const input = await subject.make(new Draw(number));
    const began = performance.now();
    const before = process.cpuUsage();
    const tried = { input, pack, folder: join(folder, String(number)), engine };
    const outcome = whole ? await tryLoad(apart ? tried : { ...tried, parsing: within }) : await tryReading(tried);
    const took = Math.round(performance.now() - began);
    const { user, system } = process.cpuUsage(before);
    const cpu = Math.round((user + system) / 1000);
    const { mutation } = input;
    process.stdout.write(
      `${JSON.stringify({ number, mutation, whole, apart, took, cpu, memory: peakMegabytes(), ...outcome })}\n`,
    );
  }
} finally {
  engine.close();
}
