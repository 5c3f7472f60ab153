import writeXlsxFile from 'write-excel-file/node';
import { findingRemedy } from '../intake/index.ts';
import { type FindingCount, type ListedFinding, openQuality, type Quality, type RowFilter } from '../measure/index.ts';
import type { Pack } from '../pack/index.ts';
import { choice, loadedPack, parseCall, required } from './arguments.ts';
import { CallError, type Command, type Effects } from './command.ts';
import { recordLookOf } from './look.ts';
import { type Cell, csvLine, printRows } from './table.ts';

const columns = [
  'authority',
  'source',
  'code',
  'severity',
  'file',
  'row',
  'column',
  'value',
  'message',
  'dataset',
  'key',
  'person',
  'team',
  'remedy',
] as const satisfies readonly (keyof ListedFinding)[];

const groupings = ['code', 'table', 'team', 'severity', 'kind'] as const;
type Grouping = (typeof groupings)[number];

/** Prints what is wrong with the data that is loaded, one by one or counted. */
export const findings: Command = {
  name: 'findings',
  usage:
    'findings --data DIR [--authority CODE] [--pack PACK] [--by code|table|team|severity|kind] [--kind load|check] [--code CODE] [--table DATASET] [--team UNIT] [--format csv|table|xlsx] [--out FILE] [--show-values --reason TEXT]',
  summary: 'print every value or row that was refused, repaired or doubtful, and what does not fit together',
  async run(args, effects) {
    const { values } = parseCall(args, {
      data: { type: 'string' },
      authority: { type: 'string' },
      pack: { type: 'string' },
      by: { type: 'string' },
      kind: { type: 'string' },
      code: { type: 'string' },
      table: { type: 'string' },
      team: { type: 'string' },
      format: { type: 'string' },
      out: { type: 'string' },
      'show-values': { type: 'boolean' },
      reason: { type: 'string' },
    });
    const data = required(values.data, 'data');
    const format = choice(values.format, 'format', ['csv', 'table', 'xlsx'], 'csv');
    const out = values.out ?? (format === 'xlsx' ? required(values.out, 'out') : null);
    if (out !== null && format !== 'xlsx')
      throw new CallError('--out is for --format xlsx; the others go to the output');
    const unmasked = values['show-values'] === true;
    if (unmasked && !values.reason?.trim()) {
      throw new CallError('--show-values shows personal values: say why with --reason; it is recorded');
    }
    const by = values.by === undefined ? null : choice(values.by, 'by', groupings, 'code');
    const filter: RowFilter = {
      ...(values.kind === undefined
        ? {}
        : { kind: choice<FindingCount['kind']>(values.kind, 'kind', ['load', 'check'], 'check') }),
      ...(values.code === undefined ? {} : { code: values.code }),
      ...(values.table === undefined ? {} : { dataset: values.table }),
      ...(values.team === undefined ? {} : { team: values.team === 'none' ? null : values.team }),
    };
    const pack = await loadedPack(data, values.pack, effects);
    const { qualities, close } = await openQuality({
      data,
      pack,
      ...(values.authority === undefined ? {} : { authority: values.authority }),
    });
    try {
      if (by !== null) {
        const { header, rows } = counted(qualities, filter, by, pack);
        await write(effects, format, header, [rows], out);
        return 0;
      }
      if (unmasked) {
        const cases = qualities.flatMap(({ current }) => narrowed(current.counts, filter)).reduce(sum, 0);
        const list = Object.entries(filter).map(([name, value]) => `${name} ${value}`);
        const event = {
          what: 'findings with values',
          list: list.join(', ') || 'all',
          reason: values.reason?.trim() ?? '',
        };
        await recordLookOf(data, effects, { ...event, cases });
      }
      await write(effects, format, columns, listed(qualities, filter, unmasked), out);
      return 0;
    } finally {
      await close();
    }
  },
};

const sum = (total: number, { count }: FindingCount) => total + count;

function narrowed(counts: readonly FindingCount[], { kind, code, dataset, team }: RowFilter): FindingCount[] {
  return counts.filter(
    (one) =>
      one.kind === (kind ?? one.kind) &&
      one.code === (code ?? one.code) &&
      one.dataset === (dataset ?? one.dataset) &&
      (team === undefined || one.team === team),
  );
}

async function* listed(
  qualities: readonly Quality[],
  filter: RowFilter,
  unmasked: boolean,
): AsyncGenerator<(readonly Cell[])[]> {
  for (const quality of qualities) {
    for await (const block of quality.list(filter, { unmasked })) {
      yield block.map((finding) => columns.map((column) => finding[column]));
    }
  }
}

/** The findings counted by one of their marks, the most frequent first. */
function counted(qualities: readonly Quality[], filter: RowFilter, by: Grouping, pack: Pack) {
  const of = (count: FindingCount): string | null => (by === 'table' ? count.dataset : count[by]);
  const counts = qualities.flatMap(({ current }) =>
    narrowed(current.counts, filter).map((count) => ({ authority: current.authority, ...count })),
  );
  const groups = [...Map.groupBy(counts, (count) => JSON.stringify([count.authority, of(count)])).values()];
  const rows = groups
    .flatMap((group): Cell[][] => {
      const [first] = group;
      if (!first) return [];
      const name = of(first);
      const remedy = pack.checks.get(name ?? '')?.remedy ?? findingRemedy(name ?? '');
      const words: Cell[] = by === 'code' ? [first.severity, remedy] : [];
      return [[first.authority, name, group.reduce(sum, 0), ...words]];
    })
    .toSorted((a, b) => Number(b[2]) - Number(a[2]) || String(a[1]).localeCompare(String(b[1]), 'en-GB'));
  return { header: ['authority', by, 'findings', ...(by === 'code' ? ['severity', 'remedy'] : [])], rows };
}

/** Prints or writes rows as they come; a table and a workbook need all of them first. */
async function write(
  effects: Effects,
  format: 'csv' | 'table' | 'xlsx',
  header: readonly string[],
  blocks: AsyncIterable<(readonly Cell[])[]> | Iterable<(readonly Cell[])[]>,
  out: string | null,
): Promise<void> {
  if (format === 'csv') {
    effects.stdout(csvLine(header));
    for await (const block of blocks) effects.stdout(block.map(csvLine).join(''));
    return;
  }
  const rows: (readonly Cell[])[] = [];
  for await (const block of blocks) rows.push(...block);
  if (format === 'table') {
    for (const piece of printRows('table', header, rows)) effects.stdout(piece);
    return;
  }
  const head = header.map((value) => ({ value, fontWeight: 'bold' as const }));
  // A text cell stays text, whatever it begins with.
  const body = rows.map((row) =>
    row.map((cell) => (cell === null ? null : { value: typeof cell === 'number' ? cell : String(cell) })),
  );
  await writeXlsxFile([head, ...body], { sheet: 'Findings', stickyRowsCount: 1 }).toFile(out ?? '');
  effects.stderr(`${rows.length} rows written to ${out}\n`);
}
