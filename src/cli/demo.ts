import { writeDemo } from '../../demo/index.ts';
import { countOption, monthOption, parseCall, required } from './arguments.ts';
import { CallError, type Command } from './command.ts';

const leastPopulation = 1000;
const lastMonth = '2026-10';

/** outturn demo --out DIR: writes a synthetic county, the same for the same seed. */
export const demo: Command = {
  name: 'demo',
  usage: 'demo --out DIR [--authorities 1] [--population 320000] [--seed 1] [--to 2026-10]',
  summary: 'Write a synthetic extract: a whole county made up from a seed, with its faults',
  async run(args, { stdout, stderr }) {
    const { values } = parseCall(args, {
      out: { type: 'string' },
      authorities: { type: 'string' },
      population: { type: 'string' },
      seed: { type: 'string' },
      to: { type: 'string' },
    });
    const out = required(values.out, 'out');
    const population = countOption(values.population, 'population', 320_000);
    if (population < leastPopulation) throw new CallError(`--population ${population}: at least ${leastPopulation}`);
    const options = {
      out,
      population,
      authorities: countOption(values.authorities, 'authorities', 1),
      seed: countOption(values.seed, 'seed', 1),
      to: monthOption(values.to ?? lastMonth, 'to'),
    };
    const written = await writeDemo(options, (line) => stderr(`${line}\n`));
    for (const authority of written) {
      const tables = Object.values(authority.rows);
      const rows = tables.reduce((sum, count) => sum + count, 0);
      const defects = authority.defects.reduce((sum, { rows }) => sum + rows, 0);
      stderr(
        `${authority.authority}: ${rows} rows in ${tables.length} tables, ${Math.round(authority.bytes / 1e6)} MB, ` +
          `${defects} defects put in on purpose\n`,
      );
      stdout(`${authority.folder}\n`);
    }
    return 0;
  },
};
