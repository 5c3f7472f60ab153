import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { openBenchmarks } from '../../src/benchmark/index.ts';
import { type PublishRequest, publish } from '../../src/edition/index.ts';
import { load } from '../../src/intake/index.ts';
import { formatDiagnostic, type Layer, type Pack, readLayers, readPack } from '../../src/pack/index.ts';
import { openStore, type Store, type StoreAddress, storeAddress } from '../../src/store/index.ts';

/** A task of a child's worker: what the figures of the small county are counted from. */
export interface Task {
  readonly id: string;
  readonly person: string;
  readonly team: string;
  readonly started: string;
  readonly ended: string | null;
  readonly hours: number;
}

export interface Post {
  readonly id: string;
  readonly team: string;
  readonly started: string;
  readonly ended: string | null;
  readonly fte: number;
}

/** The records of the county as they stand on a day. */
export interface Records {
  readonly tasks: readonly Task[];
  readonly posts: readonly Post[];
  /** Children by code of the authority and year. */
  readonly people: number;
}

/** What of the definitions a test may change. */
export interface Definitions {
  /** How many days are in time. */
  readonly days?: number;
  readonly target?: number;
  /** Further rows of units.csv. */
  readonly units?: readonly string[];
}

const indicator = (id: string, lines: string): string =>
  `id: ${id}\ntitle: ${id.replaceAll('-', ' ')}\ntheme: tasks\nsource: Case system\ncounted: Tasks.\nguide: Of tasks.\n${lines}`;

const ended = 'cases: { from: tasks, on: ended_on, id: task_id, unit: { from: [team_id] } }\n';
const open = 'cases: { from: tasks, open: [started_on, ended_on], id: task_id, unit: { from: [team_id] }';

/** The indicators: a share, a count of persons, an average, a rate, and a ratio of two lists. */
export const measures = ['in-time', 'persons', 'length', 'rate', 'load'] as const;

const teams = ['T1,Team one,E1,team,,,', 'T2,Team two,E1,team,,,', 'T3,Team three,E1,team,,,'];

const report = `id: board
title: Report to the board
groups:
  - title: Tasks
    indicators: [${measures.join(', ')}]
sections:
  - title: Figures
    id: figures
    parts:
      - part: table
        caption: Figures of the month
        columns: [title, { show: value }, { show: value, when: previous, label: Before }, { show: numerator }, { show: denominator }, { show: status }, { show: direction, from: previous }]
      - { part: units, level: team }
  - title: Restated
    id: restated
    parts: [{ part: restatements }]
  - title: Comments
    id: comments
    for-each: {}
    parts: [{ part: commentary }]
`;

function packFiles({ days = 10, target = 80, units = teams }: Definitions): Record<string, string> {
  const list = 'list: [person_id]\n';
  return {
    'pack.yaml':
      'id: small\ntitle: A county of three teams\nversion: 0.1.0\nfinancial-year-start: 4\nthemes: [{ id: tasks, title: Tasks }]\n',
    'datasets/tasks.yaml':
      'id: tasks\ntitle: Tasks\nsource: cases\nkey: [task_id]\ncolumns:\n  task_id: { type: id, title: Task }\n  person_id: { type: id, title: Child }\n  team_id: { type: id, title: Team }\n  started_on: { type: date, title: Begun }\n  ended_on: { type: date, title: Ended }\n  hours: { type: decimal, title: Hours }\n',
    'datasets/posts.yaml':
      'id: posts\ntitle: Posts\nsource: cases\nkey: [post_id]\ncolumns:\n  post_id: { type: id, title: Post }\n  team_id: { type: id, title: Team }\n  started_on: { type: date, title: Begun }\n  ended_on: { type: date, title: Ended }\n  fte: { type: decimal, title: FTE }\n',
    'datasets/population.yaml':
      'id: population\ntitle: Population\nsource: cases\nundated: true\nkey: [authority, year]\ncolumns:\n  authority: { type: id, title: Authority }\n  year: { type: integer, title: Year }\n  children: { type: integer, title: Children }\n',
    'indicators/in-time.yaml': indicator(
      'in-time',
      `polarity: higher\nmeasured-in: percent\nbasis: year-to-date\n${ended}numerator: days_between(started_on, ended_on) <= ${days}\n${list}`,
    ),
    'indicators/persons.yaml': indicator(
      'persons',
      `polarity: none\nmeasured-in: count\nbasis: snapshot\ndecimals: 0\n${open}, distinct: [person_id] }\n${list}`,
    ),
    'indicators/length.yaml': indicator(
      'length',
      `polarity: lower\nmeasured-in: average-days\nbasis: rolling-3-months\n${ended}value: days_between(started_on, ended_on)\n${list}`,
    ),
    'indicators/rate.yaml': indicator(
      'rate',
      `polarity: none\nmeasured-in: rate-per-10000\nbasis: month\n${ended}denominator: { population: children }\n${list}`,
    ),
    'indicators/load.yaml': indicator(
      'load',
      `polarity: none\nmeasured-in: ratio\nbasis: snapshot\nnumerator: { from: tasks, open: [started_on, ended_on], id: task_id, sum: hours, unit: { from: [team_id] } }\ndenominator: { from: posts, open: [started_on, ended_on], id: post_id, sum: fte, unit: { from: [team_id] } }\n`,
    ),
    'units.csv': ['code,name,parent,kind,from,to,predecessor', 'E1,County,,authority,,,', ...units, ''].join('\n'),
    'targets.csv': `indicator,unit,from,to,target,amber,set_by,reason\nin-time,,2024-04-01,,${target},60,Board,Plan\n`,
    'reports/board.yaml': report,
  };
}

/** Writes the pack of the county with its definitions as they are asked for, and reads it. */
export async function packIn(folder: string, definitions: Definitions = {}): Promise<{ pack: Pack; layers: Layer[] }> {
  for (const [name, content] of Object.entries(packFiles(definitions))) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  const packsFolder = dirname(folder);
  const { pack, diagnostics } = await readPack(folder, { packsFolder });
  if (!pack) throw new Error(diagnostics.map(formatDiagnostic).join('\n'));
  return { pack, layers: (await readLayers(folder, packsFolder)).layers };
}

/** Loads the records of the county as at a day. */
export async function loadRecords(data: string, pack: Pack, records: Records, asAt: string): Promise<void> {
  const cell = (value: string | number | null) => (value === null ? '' : String(value));
  const rows = (header: string, lines: readonly (readonly (string | number | null)[])[]) =>
    [header, ...lines.map((line) => line.map(cell).join(','))].join('\n');
  const { tasks, posts, people } = records;
  const source = `${data}-delivery`;
  await mkdir(source, { recursive: true });
  const files = {
    'tasks.csv': rows(
      'task_id,person_id,team_id,started_on,ended_on,hours',
      tasks.map(({ id, person, team, started, ended: end, hours }) => [id, person, team, started, end, hours]),
    ),
    'posts.csv': rows(
      'post_id,team_id,started_on,ended_on,fte',
      posts.map(({ id, team, started, ended: end, fte }) => [id, team, started, end, fte]),
    ),
    'population.csv': rows('authority,year,children', [
      ['E1', 2024, people],
      ['E1', 2025, people],
    ]),
  };
  for (const [name, content] of Object.entries(files)) await writeFile(join(source, name), content);
  await load({ data, pack, sources: [source], asAt, now: new Date(`${asAt}T20:00:00Z`), authority: 'E1' });
}

/** The store of a data folder, or one that is elsewhere. */
export const storeOf = (data: string, address: StoreAddress = storeAddress(data, undefined)): Promise<Store> =>
  openStore(address, new Date('2026-01-01T00:00:00Z'));

export const versions = { product: '0.0.0', renderers: '0.0.0' };

/** Publishes the board's report of a month. */
export async function publishBoard(
  given: Pick<PublishRequest, 'data' | 'store' | 'pack' | 'layers' | 'month' | 'formats'> & Partial<PublishRequest>,
) {
  const report = given.pack.reports.get('board');
  if (!report) throw new Error('no report');
  const signed = { who: 'local', role: 'Head of service', at: new Date(`${given.month}-28T09:00:00Z`) };
  const benchmarks = await openBenchmarks({ data: given.data, pack: given.pack });
  return publish({ benchmarks, report, unit: 'E1', signed, versions, ...given });
}
