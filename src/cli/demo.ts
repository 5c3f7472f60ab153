import { demos } from '../../demo/index.ts';
import { choice, countOption, monthOption, parseCall, required } from './arguments.ts';
import { CallError, type Command } from './command.ts';

const lastMonth = '2026-10';
const [usual] = demos;

/** outturn demo --out DIR: writes a synthetic service, the same for the same seed. */
export const demo: Command = {
  name: 'demo',
  usage: `demo --out DIR [--pack ${demos.map(({ pack }) => pack).join('|')}] [--authorities 1] [--population ${usual.population}] [--seed 1] [--to ${lastMonth}]`,
  summary: 'Write a synthetic extract: a whole county, or another service, made up from a seed, with its faults',
  async run(args, { stdout, stderr }) {
    const { values } = parseCall(args, {
      out: { type: 'string' },
      pack: { type: 'string' },
      authorities: { type: 'string' },
      population: { type: 'string' },
      seed: { type: 'string' },
      to: { type: 'string' },
    });
    const out = required(values.out, 'out');
    const packs = demos.map(({ pack }) => pack);
    const named = choice(values.pack, 'pack', packs, usual.pack);
    const made = demos.find(({ pack }) => pack === named) ?? usual;
    const population = countOption(values.population, 'population', made.population);
    if (population < made.leastPopulation)
      throw new CallError(`--population ${population}: at least ${made.leastPopulation}`);
    const authorities = countOption(values.authorities, 'authorities', 1);
    if (authorities > 1 && !made.several)
      throw new CallError(`--authorities ${authorities}: of ${made.pack} there is one`);
    const seed = countOption(values.seed, 'seed', 1);
    const options = { out, population, authorities, seed, to: monthOption(values.to ?? lastMonth, 'to') };
    const written = await made.write(options, (line) => stderr(`${line}\n`));
    for (const { authority, folder, rows, bytes, faults } of written) {
      const counts = Object.values(rows);
      stderr(
        `${authority}: ${counts.reduce((sum, count) => sum + count, 0)} rows in ${counts.length} tables, ` +
          `${Math.round(bytes / 1e6)} MB, ${faults} defects put in on purpose\n`,
      );
      stdout(`${folder}\n`);
    }
    return 0;
  },
};
