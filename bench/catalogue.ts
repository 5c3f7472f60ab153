/**
 * Times the whole catalogue (every indicator, 36 months, every unit) against the same figures from hand-written SQL and
 * against a plain scan of the columns read, and holds the two to each other figure by figure. Indicators that nobody has
 * written by hand are left aside.
 *
 *   sh bin/node bench/catalogue.ts --data DIR [--pack childrens-services] [--months 36] [--runs 5] [--parts]
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { addToMonth, monthEnd, monthOf, monthRange } from '../src/calendar/index.ts';
import { readPack } from '../src/pack/index.ts';
import { currentExtracts, type Manifest } from '../src/warehouse/index.ts';
import { handWritten, handWrittenFiles, outturn, plainScan, type Run, type Task } from './hand-written/contestants.ts';

const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    pack: { type: 'string', default: 'childrens-services' },
    months: { type: 'string', default: '36' },
    runs: { type: 'string', default: '5' },
    parts: { type: 'boolean', default: false },
  },
});

const contestants = { outturn, 'hand-written': handWritten, scan: plainScan };
type Name = keyof typeof contestants;
const names = Object.keys(contestants) as Name[];

const total = ({ parts }: Run) => [...parts.values()].reduce((sum, part) => sum + part, 0);
const median = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
const ms = (number: number) => `${number.toFixed(number < 10 ? 1 : 0)} ms`;

/** The last whole month that every extract speaks for. */
function lastMonth(manifests: readonly Manifest[]): string {
  const asAt =
    manifests
      .map((manifest) => manifest.asAt)
      .toSorted()
      .at(-1) ?? '';
  return monthEnd(monthOf(asAt)) === asAt ? monthOf(asAt) : addToMonth(monthOf(asAt), -1);
}

async function readTask(data: string, scratch: string): Promise<Task> {
  const { pack } = await readPack(options.pack, { packsFolder: join(import.meta.dirname, '..', 'packs') });
  if (!pack) throw new Error(`The pack ${options.pack} has errors: run outturn check`);
  const byHand = new Set([...(await handWrittenFiles()).values()].flatMap((sql) => sql.match(/'[a-z0-9-]+'/g) ?? []));
  const compared = new Map([...pack.indicators].filter(([id]) => byHand.has(`'${id}'`)));
  const manifests = await currentExtracts(data);
  if (manifests.length === 0) throw new Error(`Nothing is loaded in ${data}`);
  const last = lastMonth(manifests);
  const months = monthRange(addToMonth(last, 1 - Number(options.months)), last);
  return { data, pack: { ...pack, indicators: compared }, manifests, months, scratch };
}

/** Prints each figure of which the two say different sums; returns how many there are. */
function differences(ours: Run['sums'], theirs: Run['sums']): number {
  const keys = [...new Set([...ours.keys(), ...theirs.keys()])].toSorted();
  const differing = keys.filter((key) => ours.get(key)?.join() !== theirs.get(key)?.join());
  const byIndicator = Map.groupBy(differing, (key) => key.split('|')[0] ?? '');
  for (const [indicator, of] of byIndicator) {
    console.log(`DIFFERENT ${indicator}: ${of.length} figures`);
    for (const key of of.slice(0, 6)) {
      console.log(`  ${key}: outturn ${ours.get(key) ?? 'nothing'}, hand-written ${theirs.get(key) ?? 'nothing'}`);
    }
  }
  return differing.length;
}

/** Prints, for each file of the hand-written SQL, its time beside that of the indicators it counts. */
async function printThemes(runs: Record<Name, Run[]>): Promise<void> {
  const ours = new Map(
    [...(runs.outturn[0]?.parts.keys() ?? [])].map((part) => [
      part,
      median(runs.outturn.map((run) => run.parts.get(part) ?? 0)),
    ]),
  );
  const shown = new Set<string>();
  for (const [file, sql] of await handWrittenFiles()) {
    const named = new Set(file.includes('months-and-units') ? [] : sql.match(/'[a-z0-9-]+'/g));
    const counted = [...ours].filter(([part]) => named.has(`'${part}'`) && !shown.has(part));
    for (const [part] of counted) shown.add(part);
    const sum = counted.reduce((total, [, time]) => total + time, 0);
    const theirs = median(runs['hand-written'].map((run) => run.parts.get(file) ?? 0));
    const beside = counted.length > 0 ? `, outturn ${ms(sum).padStart(7)} (${counted.length} indicators)` : '';
    console.log(`  ${file.padEnd(34)} hand-written ${ms(theirs).padStart(7)}${beside}`);
  }
}

function printParts(runs: readonly Run[]): void {
  for (const part of runs[0]?.parts.keys() ?? []) {
    console.log(`  ${part.padEnd(34)} ${ms(median(runs.map((run) => run.parts.get(part) ?? 0)))}`);
  }
}

if (!options.data) throw new Error('Say which data folder: --data DIR');
const scratch = await mkdtemp(join(options.data, 'bench-'));
try {
  const task = await readTask(options.data, scratch);
  const runs: Record<Name, Run[]> = { outturn: [], 'hand-written': [], scan: [] };
  for (let round = 0; round < Number(options.runs); round++) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) runs[name].push(await contestants[name](task));
  }
  const [ours, theirs] = [runs.outturn.at(-1), runs['hand-written'].at(-1)];
  if (!ours || !theirs) throw new Error('--runs must be at least 1');
  const different = differences(ours.sums, theirs.sums);
  console.log(
    `${task.pack.indicators.size} indicators, ${task.months.length} months: ${ours.sums.size} figures that are not nought; ${different} differ`,
  );
  for (const name of names) {
    const [times, processor] = [runs[name].map(total), runs[name].map((run) => run.processor)];
    const spread = `fastest ${ms(Math.min(...times))}, slowest ${ms(Math.max(...times))}`;
    const processorTimes = `processor median ${ms(median(processor))}, least ${ms(Math.min(...processor))}`;
    console.log(`${name.padEnd(14)} median ${ms(median(times))}, ${spread}; ${processorTimes}`);
    if (options.parts) printParts(runs[name]);
  }
  for (const other of ['hand-written', 'scan'] as const) {
    const ratio = (of: (run: Run) => number, pick: (numbers: readonly number[]) => number) =>
      (pick(runs.outturn.map(of)) / pick(runs[other].map(of))).toFixed(2);
    const least = (numbers: readonly number[]) => Math.min(...numbers);
    console.log(
      `outturn : ${other} = ${ratio(total, median)} by medians, ${ratio(total, least)} by the fastest runs; ` +
        `processor time ${ratio((run) => run.processor, median)} and ${ratio((run) => run.processor, least)}`,
    );
  }
  if (options.parts) await printThemes(runs);
  if (different > 0) process.exitCode = 1;
} finally {
  await rm(scratch, { recursive: true, force: true });
}
