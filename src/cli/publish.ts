import { type Correction, publish as publishEdition } from '../edition/index.ts';
import { choice, loadPack, monthOption, parseCall, required } from './arguments.ts';
import { benchmarksOf } from './benchmarked.ts';
import { CallError, type Command, type Effects } from './command.ts';
import { formatsOf, layersOf, numberOf, versions } from './editions-at-hand.ts';
import { progressTo } from './progress.ts';
import { reportOf, rootOf } from './report-named.ts';
import { withStore } from './store.ts';

const usualFormats = 'html,pdf';

/** Freezes a report of a month as an edition. */
export const publish: Command = {
  name: 'publish',
  usage:
    'publish REPORT --data DIR --pack PACK --month YYYY-MM --by ROLE [--unit CODE] [--formats html,pdf,xlsx,docx,zip] [--corrects N --what TEXT --why TEXT] [--despite TEXT] [--as-known-now] [--public [--comments all|none]]',
  summary: 'publish a report: freeze it with all that it was made from as an edition',
  async run(args, effects) {
    const { values, positionals } = parseCall(
      args,
      {
        data: { type: 'string' },
        pack: { type: 'string' },
        month: { type: 'string' },
        unit: { type: 'string' },
        by: { type: 'string' },
        formats: { type: 'string' },
        corrects: { type: 'string' },
        what: { type: 'string' },
        why: { type: 'string' },
        despite: { type: 'string' },
        'as-known-now': { type: 'boolean' },
        public: { type: 'boolean' },
        comments: { type: 'string' },
      },
      true,
    );
    const [name, ...more] = positionals;
    if (name === undefined || more.length > 0) throw new CallError('say which report, and only one');
    const data = required(values.data, 'data');
    const month = monthOption(required(values.month, 'month'), 'month');
    const role = required(values.by, 'by');
    const formats = formatsOf(values.formats ?? usualFormats);
    const corrects = correctionOf(values);
    const publicComments = choice(values.comments, 'comments', ['all', 'none'], 'none') === 'all' ? 'all' : [];
    if (values.comments !== undefined && !values.public) throw new CallError('--comments goes with --public');
    const packName = required(values.pack, 'pack');
    const pack = await loadPack(packName, effects);
    const report = reportOf(pack, name);
    const { edition, findings } = await withStore(data, effects, async (store) =>
      publishEdition({
        data,
        store,
        pack,
        layers: await layersOf(packName, effects),
        benchmarks: await benchmarksOf(data, pack),
        report,
        month,
        unit: values.unit ?? (await rootOf(data, pack, month)),
        kind: values.public ? 'public' : 'internal',
        publicComments,
        signed: { who: 'local', role, at: effects.now() },
        ...(corrects && { corrects }),
        ...(values.despite !== undefined && { despite: values.despite }),
        standpoint: values['as-known-now'] ? 'as-known-now' : 'as-published',
        formats,
        versions,
        progress: progressTo(effects, 'Computing indicators'),
      }),
    );
    tell(findings, effects);
    effects.stderr(`Published: ${report.title} as edition ${edition.number}\n`);
    effects.stdout(`${edition.number}\n`);
    return 0;
  },
};

function correctionOf(values: { corrects?: string; what?: string; why?: string }): Correction | undefined {
  const { corrects, what, why } = values;
  if (corrects !== undefined) {
    return { edition: numberOf(corrects), what: required(what, 'what'), why: required(why, 'why') };
  }
  if (what !== undefined || why !== undefined) throw new CallError('--what and --why go with --corrects');
  return undefined;
}

function tell(findings: readonly { where: string; says: string }[], effects: Effects): void {
  for (const { where, says } of findings) effects.stderr(`Found before issue: ${where}: ${says}\n`);
}
