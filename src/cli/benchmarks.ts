import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type BenchmarkLoadResult,
  BenchmarkRefusal,
  type Comparator,
  EesApiError,
  eesApi,
  fetchDataSet,
  findingText,
  loadBenchmarks,
  openBenchmarks,
  type Release,
  type ReleaseChanges,
} from '../benchmark/index.ts';
import { isDay } from '../calendar/index.ts';
import { Refusal } from '../warehouse/index.ts';
import { choice, loadPack, monthOption, parseCall, required } from './arguments.ts';
import { CallError, type Command, type Effects, InputError } from './command.ts';
import { type Cell, formats, printRows } from './table.ts';

/** Published statistics: loads them, and shows what an authority's indicators are compared with. */
export const benchmarks: Command = {
  name: 'benchmarks',
  usage:
    'benchmarks load --data DIR [--pack PACK] [--released YYYY-MM-DD] [--data-set ID [--version V] [--api URL]] [FILE...]\n' +
    '  outturn benchmarks show --data DIR --pack PACK --authority CODE [--indicator ID]... [--month YYYY-MM] [--format csv|json|table]',
  summary: 'load published statistics, and show what indicators are compared with',
  async run([action, ...args], effects) {
    try {
      if (action === 'load') return await load(args, effects);
      if (action === 'show') return await show(args, effects);
    } catch (error) {
      const known = [BenchmarkRefusal, EesApiError, Refusal].some((kind) => error instanceof kind);
      if (known && error instanceof Error) throw new InputError(error.message);
      throw error;
    }
    throw new CallError(action === undefined ? 'Say load or show' : `${action}: one of load, show`);
  },
};

async function load(args: string[], effects: Effects): Promise<number> {
  const { values, positionals } = parseCall(
    args,
    {
      data: { type: 'string' },
      pack: { type: 'string' },
      released: { type: 'string' },
      'data-set': { type: 'string' },
      version: { type: 'string' },
      api: { type: 'string' },
    },
    true,
  );
  const data = required(values.data, 'data');
  const { released, version, 'data-set': dataSet } = values;
  if (released !== undefined && !isDay(released))
    throw new CallError(`--released ${released}: a date is written YYYY-MM-DD`);
  if (positionals.length === 0 && dataSet === undefined)
    throw new CallError('Say what to load: one or more files, or --data-set');
  const pack = values.pack === undefined ? null : await loadPack(values.pack, effects);
  const progress = (line: string) => effects.stderr(`${line}\n`);
  const common = { data, now: effects.now(), progress };
  const folder = await mkdtemp(join(tmpdir(), 'outturn-'));
  try {
    if (positionals.length > 0) {
      tell(await loadBenchmarks({ ...common, files: positionals, released }), progress);
    }
    if (dataSet !== undefined) {
      const address = (values.api ?? eesApi).replace(/\/+$/, '');
      const file = await fetchDataSet({ address, progress }, dataSet, folder, version);
      const given = released ?? file.released ?? undefined;
      tell(await loadBenchmarks({ ...common, files: [file.path], released: given, version: file.version }), progress);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  if (pack) {
    const opened = await openBenchmarks({ data, pack });
    for (const { indicator, why } of opened.notLoaded) progress(`${indicator}: ${why}`);
    for (const one of opened.polarityDiffers) {
      progress(`${one.indicator}: polarity ${one.pack} in the pack, ${one.published} in the list of measures`);
    }
  }
  return 0;
}

function tell({ files, findings, changes, releases }: BenchmarkLoadResult, say: (line: string) => void): void {
  say('');
  const labels = new Map(releases.map((release): [string, Release] => [release.id, release]));
  for (const { file, outcome, release, follows } of files) {
    const what = outcome === 'unchanged' ? 'the same content is already loaded' : `${release.rows} rows`;
    say(`${file}: ${what}${follows ? `; another release of the table of ${follows.label}` : ''}`);
  }
  for (const change of changes) for (const line of changeLines(change, labels)) say(line);
  if (findings.length === 0) say('No findings');
  for (const finding of findings) say(findingText(finding));
}

function* changeLines(change: ReleaseChanges, releases: ReadonlyMap<string, Release>): Generator<string> {
  const label = (id: string) => releases.get(id)?.label ?? id;
  yield `From ${label(change.before)} to ${label(change.after)}: ${change.sharedRows} rows in both`;
  for (const { from, to } of change.renamed) yield `  renamed: ${from} is now ${to}`;
  if (change.dropped.length > 0) yield `  no longer published: ${change.dropped.join(', ')}`;
  if (change.added.length > 0) yield `  new: ${change.added.join(', ')}`;
  if (change.rowsLeftOut > 0) yield `  rows left out: ${change.rowsLeftOut}`;
  for (const { column, count, examples } of change.restated) {
    yield `  restated: ${count} of ${column}`;
    for (const { period, name, before, after } of examples.slice(0, 3))
      yield `    ${name}, ${period}: ${before} became ${after}`;
  }
}

const header = [
  'indicator',
  'group',
  'label',
  'period',
  'value',
  'state',
  'numerator',
  'denominator',
  'change',
  'n',
  'of',
  'release',
  'like_for_like',
  'note',
];

async function show(args: string[], effects: Effects): Promise<number> {
  const { values } = parseCall(args, {
    data: { type: 'string' },
    pack: { type: 'string' },
    authority: { type: 'string' },
    indicator: { type: 'string', multiple: true },
    month: { type: 'string' },
    format: { type: 'string' },
  });
  const data = required(values.data, 'data');
  const authority = required(values.authority, 'authority');
  const format = choice(values.format, 'format', formats, 'csv');
  const month = monthOption(values.month ?? effects.now().toISOString().slice(0, 7), 'month');
  const pack = await loadPack(required(values.pack, 'pack'), effects);
  for (const id of values.indicator ?? [])
    if (!pack.indicators.has(id)) throw new CallError(`No indicator ${id} in the pack`);
  const opened = await openBenchmarks({ data, pack });
  if (opened.catalogue.releases.length === 0) throw new InputError(`No published statistics are loaded in ${data}`);
  if (!opened.area(authority)) {
    effects.stderr(`No published file names an authority ${authority}: only England can be shown\n`);
  }
  const wanted = values.indicator ?? [...pack.benchmarks.indicators.keys()];
  for (const { indicator, why } of opened.notLoaded)
    if (wanted.includes(indicator)) effects.stderr(`${indicator}: ${why}\n`);
  const rows = wanted.flatMap((id) => opened.comparatorsOf(id, authority, month)).map(cells);
  for (const piece of printRows(format, header, rows)) effects.stdout(piece);
  return 0;
}

function cells(one: Comparator): Cell[] {
  const {
    indicator,
    group,
    label,
    period,
    value,
    state,
    numerator,
    denominator,
    change,
    n,
    of,
    release,
    likeForLike,
    note,
  } = one;
  return [
    indicator,
    group,
    label,
    period.label,
    value,
    state,
    numerator,
    denominator,
    change,
    n,
    of,
    release,
    likeForLike,
    note,
  ];
}
