import { compareExtracts, Refusal, type StoredExtract, storedExtracts } from '../warehouse/index.ts';
import { choice, loadedPack, parseCall, required } from './arguments.ts';
import { CallError, type Command, type Effects, InputError } from './command.ts';
import { type Cell, type Format, formats, printRows } from './table.ts';

/** How much of an id is printed, and enough of it names an extract. */
const shortId = 12;

/** Lists what is stored, or what changed between two extracts. */
export const extracts: Command = {
  name: 'extracts',
  usage: 'extracts --data DIR [--authority CODE] [--compare A B] [--pack PACK] [--format csv|json|table]',
  summary: 'list the extracts that are stored, or what changed from one to another, table by table',
  async run(args, effects) {
    const { values, positionals } = parseCall(
      args,
      {
        data: { type: 'string' },
        authority: { type: 'string' },
        compare: { type: 'string' },
        pack: { type: 'string' },
        format: { type: 'string' },
      },
      true,
    );
    const data = required(values.data, 'data');
    const format = choice(values.format, 'format', formats, 'table');
    const stored = await readStored(data);
    const own = stored.filter(({ manifest }) => manifest.authority === (values.authority ?? manifest.authority));
    if (own.length === 0) {
      throw new InputError(
        `Nothing${values.authority === undefined ? '' : ` of ${values.authority}`} is loaded in ${data}`,
      );
    }
    const [other, ...more] = positionals;
    if (values.compare === undefined) {
      if (other !== undefined) throw new CallError(`${other} is not understood`);
      print(effects, format, listHeader, own.map(listRow));
      return 0;
    }
    if (other === undefined || more.length > 0) throw new CallError('--compare takes two extracts: --compare A B');
    const [before, after] = [find(own, values.compare), find(own, other)];
    const pack = await loadedPack(data, values.pack, effects);
    const changes = await compareExtracts(
      data,
      before.manifest,
      after.manifest,
      (table) => pack.datasets.get(table)?.key ?? [],
    );
    print(
      effects,
      format,
      ['table', 'before', 'after', 'added', 'gone', 'changed'],
      changes.map(({ table, before: was, after: is, added, gone, changed }) => [table, was, is, added, gone, changed]),
    );
    return 0;
  },
};

const listHeader = [
  'authority',
  'source',
  'extract',
  'standing',
  'format',
  'as_at',
  'loaded_at',
  'tables',
  'rows',
  'findings',
  'made_from',
];

function listRow({ manifest, standing }: StoredExtract): Cell[] {
  const { authority, source, id, format, asAt, loadedAt, tables, findings, history } = manifest;
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  return [
    authority,
    source,
    id.slice(0, shortId),
    standing,
    format,
    asAt,
    loadedAt,
    Object.keys(tables).length,
    sum(Object.values(tables).map(({ rows }) => rows)),
    sum(Object.values(findings)),
    (history ?? []).map((part) => part.id.slice(0, shortId)).join(' '),
  ];
}

/** The extract that the beginning of an id names, or `current` where one is. */
function find(stored: readonly StoredExtract[], name: string): StoredExtract {
  const meant = stored.filter(({ manifest, standing }) =>
    name === 'current' ? standing === 'current' : name.length >= 4 && manifest.id.startsWith(name),
  );
  const [only, second] = meant;
  if (only && !second) return only;
  if (!only) throw new CallError(`No extract ${name}: give at least the first four characters of one that is listed`);
  throw new CallError(
    `${name} could be several: ${meant.map(({ manifest }) => manifest.id.slice(0, shortId)).join(', ')}`,
  );
}

async function readStored(data: string): Promise<StoredExtract[]> {
  try {
    return await storedExtracts(data);
  } catch (error) {
    if (error instanceof Refusal) throw new InputError(error.message);
    throw error;
  }
}

function print(effects: Effects, format: Format, header: readonly string[], rows: readonly (readonly Cell[])[]): void {
  for (const piece of printRows(format, header, rows)) effects.stdout(piece);
}
