import { appendFileSync } from 'node:fs';
import { batch, type Said } from './fuzz/batch.ts';
import { subjects } from './fuzz/inputs.ts';

/**
 * npm run fuzz [-- FORMAT... --runs N --from N --whole N --apart N --minutes N --out FILE --large]: tries N mutated deliveries of each format
 * (default 10,000), the formats in turn, one after the other in one process. Each is read as far as rows of cells; each N-th (`--whole`, default
 * 100) is loaded whole, and each N-th (`--apart`, default 1,000) is loaded with its workbook or XML in the capped process. A
 * try that takes more than ten seconds of processor time, or ten minutes in all, is a hang: another process goes on behind it.
 * `--large` tries inputs of ten million bytes and more, packed bombs, very wide tables and very deep elements (default 24 of
 * each), whole and in the capped process. `--out` adds a line of JSON for each. Ends with 1 where anything failed.
 */
const triesOfOneProcess = 5000;

function option(name: string, otherwise: number): number {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
}

const size = process.argv.includes('--large') ? 'large' : 'small';
const [runs, from, whole, apart] = [
  option('runs', size === 'large' ? 24 : 10_000),
  option('from', 1),
  option('whole', 100),
  option('apart', size === 'large' ? 1 : 1000),
];
const until = performance.now() + option('minutes', 60 * 24) * 60_000;
const named = process.argv.slice(2).filter((name) => name in subjects);
const formats = named.length > 0 ? named : Object.keys(subjects);
const out = process.argv.indexOf('--out');
const all: Said[] = [];
const tell = (one: Said) => {
  all.push(one);
  if (out > 0) appendFileSync(process.argv[out + 1] ?? '', `${JSON.stringify(one)}\n`);
  if (one.end === 'failed') process.stdout.write(`${one.format} ${one.number} (${one.mutation}): ${one.why}\n`);
};
const began = performance.now();
for (let next = 0; next < runs * formats.length && performance.now() < until; ) {
  const last = Math.min(runs * formats.length, next + triesOfOneProcess);
  next = await batch({ formats, size, from, first: next, last, whole, apart, until }, tell);
}
for (const format of formats) {
  const said = all.filter((one) => one.format === format);
  const count = (is: (one: Said) => boolean) => said.filter(is).length;
  const ends = (['clean', 'findings', 'refused', 'failed'] as const).map(
    (end) => `${count((one) => one.end === end)} ${end}`,
  );
  const kinds = (['bytes', 'cells', 'structure'] as const).map(
    (kind) => `${count(({ mutation }) => mutation === kind)} ${kind}`,
  );
  const checks = (['counted', 'looked-for', 'unknown'] as const).map(
    (how) => `${count(({ checked }) => checked === how)} ${how}`,
  );
  const most = (of: (one: Said) => number) => said.reduce((highest, one) => Math.max(highest, of(one)), 0);
  process.stdout.write(
    `${format}: ${said.length} tries (${kinds.join(', ')}); ${ends.join(', ')}; records ${checks.join(', ')}; ` +
      `loaded whole ${count((one) => one.whole === true)}, apart ${count((one) => one.apart === true)}; ` +
      `slowest ${(most(({ cpu = 0 }) => cpu) / 1000).toFixed(1)} s of processor time, ${most(({ memory }) => memory)} MB\n`,
  );
}
process.stdout.write(`${all.length} tries in ${((performance.now() - began) / 1000).toFixed(0)} s\n`);
process.exitCode = all.some(({ end }) => end === 'failed') ? 1 : 0;
