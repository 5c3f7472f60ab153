import { onGround } from './faults/ground.ts';
import { killOften, type Tally } from './faults/kill-often.ts';
import type { StoreKind } from './faults/subject.ts';
import { subjects } from './faults/subjects/index.ts';

/**
 * npm run faults [-- SUBJECT... --kills N --seed N --from PART --stores sqlite,postgres]: kills the process of each subject N
 * times (default 200) on each store, half of them at stated steps and half at random moments, looks at what is left each time,
 * and prints a table. With --from 0.9 in the last tenth of a round alone. Ends with 1 where anything was left by half, lost or
 * unreadable, or a store is not there to be tried.
 */
function option(name: string, otherwise: string): string {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : (process.argv[at + 1] ?? otherwise);
}

const kills = Number(option('kills', '200'));
const seed = Number(option('seed', '1'));
const from = Number(option('from', '0'));
const wanted = option('stores', 'sqlite,postgres').split(',') as StoreKind[];
const given = process.argv.slice(2).filter((word) => word in subjects);
const named = given.length > 0 ? given : Object.keys(subjects);
const chosen = await Promise.all(named.map((name) => subjects[name]?.()));

const columns: readonly (readonly [string, (tally: Tally) => string | number])[] = [
  ['subject', ({ subject }) => subject],
  ['store', ({ kind }) => kind],
  ['kills', (tally) => tally.kills],
  ['at steps', ({ atSteps, steps }) => `${atSteps} of ${steps} steps`],
  ['at moments', (tally) => tally.kills - tally.atSteps],
  ['left as before', ({ before }) => before],
  ['left as after', ({ after }) => after],
  ['to clear up', ({ leftovers }) => leftovers],
  ['acknowledged', ({ made }) => made],
  ['half-states', ({ halfStates }) => halfStates.length],
  ['lost', ({ lost }) => lost.length],
  ['unreadable', ({ unreadable }) => unreadable.length],
];
const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |\n`;

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
await onGround(wanted, async (ground) => {
  for (const kind of wanted.filter((one) => !ground.kinds.includes(one))) {
    console.error(`${kind} is not there to be tried`);
    process.exitCode = 1;
  }
  process.stdout.write(line(columns.map(([name]) => name)) + line(columns.map(() => '---')));
  for (const subject of chosen.filter((one) => one !== undefined)) {
    const { name } = subject;
    for (const kind of subject.kinds.filter((one) => ground.kinds.includes(one))) {
      const told = (kill: number) => kill % 20 === 0 && process.stderr.write(`${name}, ${kind}: ${kill} of ${kills}\n`);
      const tally = await killOften(subject, kind, ground, { kills, seed, from, told });
      process.stdout.write(line(columns.map(([, of]) => of(tally))));
      for (const what of [...tally.halfStates, ...tally.lost, ...tally.unreadable]) {
        process.stdout.write(`\n${name}, ${kind}, ${what}\n`);
        process.exitCode = 1;
      }
    }
  }
});
