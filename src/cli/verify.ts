import { verify as verifyEditions } from '../edition/index.ts';
import { renderers } from '../output/index.ts';
import { parseCall, required } from './arguments.ts';
import type { Command } from './command.ts';
import { numberOf, versions } from './editions-at-hand.ts';
import { withStore } from './store.ts';

/** Holds editions to what was published. */
export const verify: Command = {
  name: 'verify',
  usage: 'verify --data DIR [N...]',
  summary: 'prove that editions are as they were published, or show what differs',
  async run(args, effects) {
    const { values, positionals } = parseCall(args, { data: { type: 'string' } }, true);
    const data = required(values.data, 'data');
    const numbers = positionals.map(numberOf);
    const { editions, figures, faults } = await withStore(data, effects, (store) =>
      verifyEditions({
        data,
        store,
        ...(numbers.length > 0 && { numbers }),
        formats: renderers,
        renderers: versions.renderers,
        told: (edition, found) => effects.stderr(`Edition ${edition}: ${found === 0 ? 'holds' : `${found} found`}\n`),
      }),
    );
    for (const { edition, code, where, says } of faults) {
      effects.stdout(`${edition === null ? '' : `edition ${edition}: `}${code}: ${where}: ${says}\n`);
    }
    const looked = `${editions} ${editions === 1 ? 'edition' : 'editions'}, ${figures} figures worked out again`;
    effects.stderr(`${looked}: ${faults.length === 0 ? 'all as published' : `${faults.length} found`}\n`);
    return faults.length === 0 ? 0 : 1;
  },
};
