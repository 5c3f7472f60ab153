import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { documentOf, openEdition } from '../edition/index.ts';
import type { Edition, Store } from '../store/index.ts';
import { choice, parseCall, required } from './arguments.ts';
import { CallError, type Command, type Effects, InputError } from './command.ts';
import { formatsOf, numberOf, versions } from './editions-at-hand.ts';
import { withStore } from './store.ts';
import { type Format, formats, printRows } from './table.ts';

/** Lists what is published, tells of one edition, or makes a file of it again from what it keeps. */
export const editions: Command = {
  name: 'editions',
  usage: 'editions [show N] --data DIR [--report ID] [--out FILE] [--format csv|json|table]',
  summary: 'list the editions that are published; show one, or make it again as a file',
  async run(args, effects) {
    const { values, positionals } = parseCall(
      args,
      { data: { type: 'string' }, report: { type: 'string' }, out: { type: 'string' }, format: { type: 'string' } },
      true,
    );
    const data = required(values.data, 'data');
    const format = choice(values.format, 'format', formats, 'table');
    const [what, number, ...more] = positionals;
    if (what === undefined) {
      if (values.out !== undefined) throw new CallError('--out goes with: editions show N');
      await withStore(data, effects, (store) => list(store, values.report, format, effects));
      return 0;
    }
    if (what !== 'show' || number === undefined || more.length > 0) throw new CallError('say: editions show N');
    await withStore(data, effects, (store) =>
      show(data, store, numberOf(number), { out: values.out, format }, effects),
    );
    return 0;
  },
};

const header = ['edition', 'report', 'month', 'unit', 'published', 'signed_by', 'corrects', 'corrected_by', 'hash'];

async function list(store: Store, report: string | undefined, format: Format, { stdout }: Effects): Promise<void> {
  const all = await store.editions.list(report === undefined ? {} : { report });
  const correctedBy = new Map(all.map(({ number, corrects }) => [corrects, number]));
  const rows = all.map(({ number, month, unit, at, role, corrects, contentHash, ...edition }) => [
    number,
    edition.report,
    month,
    unit,
    at.toISOString(),
    role,
    corrects,
    correctedBy.get(number) ?? null,
    contentHash.slice(0, 12),
  ]);
  for (const piece of printRows(format, header, rows)) stdout(piece);
}

interface Shown {
  readonly out: string | undefined;
  readonly format: Format;
}

async function show(data: string, store: Store, number: number, { out, format }: Shown, effects: Effects) {
  const edition = await openEdition(data, store, number);
  const { manifest, entry } = edition;
  if (out === undefined) {
    for (const piece of printRows(format, ['what', 'is'], rowsOf(entry, manifest))) effects.stdout(piece);
    return;
  }
  const [render] = Object.values(formatsOf(extname(out).slice(1)));
  const bytes = await render?.(await documentOf(edition));
  if (bytes === undefined) throw new CallError(`--out ${out}: the ending says what is made`);
  await writeFile(out, bytes).catch((error: Error) => {
    throw new InputError(`${out} could not be written: ${error.message}`);
  });
  const same = manifest.renderers === versions.renderers;
  effects.stderr(
    `Edition ${number}: ${out}${same ? '' : `, made by version ${versions.renderers}; it was published by ${manifest.renderers}, so that its looks may differ`}\n`,
  );
}

function rowsOf(entry: Edition, manifest: Awaited<ReturnType<typeof openEdition>>['manifest']): [string, string][] {
  const { signed, definitions, extracts, files } = manifest;
  return [
    ['report', `${manifest.report}: ${manifest.title}`],
    ['month', manifest.month],
    ['unit', manifest.unit],
    ['signed by', signed.role],
    ['signed at', signed.at],
    ['approved', signed.approved ? 'yes' : 'no, signed alone'],
    ...(manifest.corrects === null
      ? []
      : ([
          ['corrects', String(manifest.corrects)],
          ['what is different', manifest.changed ?? ''],
          ['why', manifest.why ?? ''],
        ] as [string, string][])),
    ...(manifest.despite === null ? [] : ([['issued despite findings', manifest.despite]] as [string, string][])),
    ['data to', manifest.asAt],
    ...extracts.map(({ authority, source, id }): [string, string] => ['extract', `${authority} ${source} ${id}`]),
    ['definitions', `${definitions.pack} ${definitions.version} ${definitions.hash}`],
    ['product', manifest.product],
    ['hash', entry.contentHash],
    ['edition before', manifest.previous],
    ...files
      .filter(({ name }) => name.startsWith('report.'))
      .map(({ name, bytes }): [string, string] => ['file', `${entry.path}/${name}, ${bytes} bytes`]),
  ];
}
