import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { literal, type Session } from '../warehouse/index.ts';
import {
  benchmarksFolder,
  type Catalogue,
  type Release,
  type ReleaseChanges,
  releaseFolder,
  tablesOf,
} from './catalogue.ts';
import { placeColumns } from './columns.ts';
import { type Correspondence, changesBetween, correspond, type ReleaseRows, rowsTwice } from './correspondence.ts';
import { type Delivered, readAll, stem, withCompanions } from './delivered.ts';
import { withSession } from './engine.ts';
import type { Recognition } from './file-kind.ts';
import { type BenchmarkFinding, BenchmarkRefusal, found, refuses } from './finding.ts';
import type { PublishedFile } from './published-file.ts';
import { otherColumns, readTable, stagedName } from './read-table.ts';
import { type Provenance, releaseOf } from './release.ts';
import { type ColumnMeta, readAreas, readMeasures, readMeta, readNeighbours } from './small-files.ts';
import { type BenchmarkStaging, openBenchmarkStaging } from './staging.ts';

export interface BenchmarkLoad extends Provenance {
  readonly data: string;
  readonly files: readonly string[];
  readonly progress?: ((line: string) => void) | undefined;
}

/** What one file was taken for, and what became of it. */
export interface FileLoaded {
  readonly file: string;
  readonly takenFor: string;
  readonly why: string;
  readonly outcome: 'published' | 'unchanged';
  readonly release: Release;
  /** The release of the same table that it was recognised by; null for the first of a table. */
  readonly follows: Release | null;
}

export interface BenchmarkLoadResult {
  readonly files: readonly FileLoaded[];
  readonly findings: readonly BenchmarkFinding[];
  /** What is new about the order of releases: each later one against the one before it. */
  readonly changes: readonly ReleaseChanges[];
  /** Every release that is stored now. */
  readonly releases: readonly Release[];
}

/**
 * Loads files of published statistics, all or none: each is recognised by its content, checked, kept unchanged under the
 * hash of its content, and put in order with other releases of the same table. The `.meta.csv` beside a table describes it.
 *
 * @throws BenchmarkRefusal where a file cannot be taken; nothing is stored then
 * @throws Refusal locked, folder-unreadable
 */
export async function loadBenchmarks(request: BenchmarkLoad): Promise<BenchmarkLoadResult> {
  const say = request.progress ?? (() => undefined);
  const delivered = await readAll(await withCompanions(request.files), say);
  const staging = await openBenchmarkStaging(request.data);
  try {
    return await withSession([benchmarksFolder(request.data)], (session) =>
      new Load(request, staging, session).run(delivered, say),
    );
  } finally {
    await staging.close();
  }
}

class Load {
  private readonly request: BenchmarkLoad;
  private readonly staging: BenchmarkStaging;
  private readonly session: Session;
  private readonly findings: BenchmarkFinding[] = [];
  private readonly loaded: FileLoaded[] = [];
  private releases: Release[];

  constructor(request: BenchmarkLoad, staging: BenchmarkStaging, session: Session) {
    this.request = request;
    this.staging = staging;
    this.session = session;
    this.releases = [...staging.before.releases];
  }

  async run(delivered: readonly Delivered[], say: (line: string) => void): Promise<BenchmarkLoadResult> {
    const metas = await this.readMetas(delivered);
    // By name, so that the same files give the same catalogue in whatever order they are asked for.
    const sorted = delivered.toSorted((a, b) => (a.file.name < b.file.name ? -1 : 1));
    for (const one of sorted) {
      const stored = this.releases.find(({ id }) => id === one.file.sha256);
      if (stored) this.note(one, stored, 'unchanged', null);
      else if (one.recognition.kind === 'table')
        await this.table(one, metas.get(stem(one.file.name)) ?? (await this.metaLoadedBefore(one)));
      else await this.small(one);
      say(`${one.file.name}: read`);
    }
    if (this.findings.some(refuses)) throw new BenchmarkRefusal(this.findings);
    const fresh = this.loaded.filter(({ outcome }) => outcome === 'published').map(({ release }) => release.id);
    const changes = await this.compareReleases();
    const catalogue: Catalogue = { releases: this.releases, changes };
    if (fresh.length > 0) await this.staging.publish(fresh, catalogue);
    const isNew = ({ before, after }: ReleaseChanges) => fresh.includes(before) || fresh.includes(after);
    return { files: this.loaded, findings: this.findings, changes: changes.filter(isNew), releases: this.releases };
  }

  private async readMetas(delivered: readonly Delivered[]): Promise<Map<string, ColumnMeta[]>> {
    const metas = new Map<string, ColumnMeta[]>();
    for (const { file, recognition } of delivered) {
      if (recognition.kind !== 'meta') continue;
      metas.set(stem(file.name), await readMeta(file));
      const described = delivered.some(
        (other) => other.recognition.kind === 'table' && stem(other.file.name) === stem(file.name),
      );
      if (!described) this.findings.push(found('meta-alone', file.name));
    }
    return metas;
  }

  private async metaLoadedBefore({ file }: Delivered): Promise<ColumnMeta[]> {
    const stored = this.releases.findLast(({ kind, file: name }) => kind === 'meta' && stem(name) === stem(file.name));
    if (!stored) return [];
    return JSON.parse(
      await readFile(join(releaseFolder(this.request.data, stored.id), 'content.json'), 'utf8'),
    ) as ColumnMeta[];
  }

  private async small({ file, recognition }: Delivered): Promise<void> {
    const content = await this.readSmall(file, recognition);
    if (content === null) return;
    const folder = await this.staging.place(file.sha256);
    await writeFile(join(folder, 'content.json'), `${JSON.stringify(content)}\n`);
    const year = /(20\d\d)/.exec(file.name)?.[1];
    const rows = Array.isArray(content) ? content.length : Object.keys(content).length;
    const release = releaseOf({ file, recognition }, this.request, this.releases, {
      rows,
      periods: year ? [year] : [],
    });
    this.note({ file, recognition }, release, 'published', null);
  }

  private async readSmall(file: PublishedFile, { kind }: Recognition): Promise<object | null> {
    try {
      if (kind === 'neighbours') return await readNeighbours(file);
      if (kind === 'areas') return await readAreas(file);
      return kind === 'measures' ? await readMeasures(file) : await readMeta(file);
    } catch (error) {
      if (!(error instanceof BenchmarkRefusal)) throw error;
      this.findings.push(...error.findings);
      return null;
    }
  }

  private async table({ file, recognition }: Delivered, meta: readonly ColumnMeta[]): Promise<void> {
    const staged = join(this.staging.folder, `${file.sha256}.csv`);
    const read = await readTable(file, meta, staged);
    this.findings.push(...read.findings);
    if (read.findings.some(refuses)) return;
    const others = otherColumns(file);
    const column = (name: string) => stagedName(others.indexOf(name));
    const path = join(await this.staging.place(file.sha256), 'rows.parquet');
    await this.session.writeParquet(stagedRows(staged, others.length), path);
    const filters = read.filters.map((filter) => ({
      ...filter,
      values: [...filter.values],
      column: column(filter.name),
    }));
    const figures = read.figures.map((figure) => ({ ...figure, column: column(figure.name) }));
    for (const { lines, area, period } of await rowsTwice(
      this.session,
      path,
      filters.map((filter) => filter.column),
    )) {
      const message = `lines ${lines.join(' and ')} are both about ${area} in ${period} and the same categories`;
      this.findings.push(found('row-twice', file.name, { row: lines[1] ?? 0, message }));
    }
    const release = releaseOf({ file, recognition }, this.request, this.releases, {
      rows: read.rows,
      periods: [...read.periods],
      filters,
      figures,
    });
    const follows = await this.sameTable({ release, path });
    this.note({ file, recognition }, follows ? { ...release, table: follows.table } : release, 'published', follows);
  }

  /** The latest release of the table that this file is another release of. */
  private async sameTable(rows: ReleaseRows): Promise<Release | null> {
    for (const releases of tablesOf({ releases: this.releases, changes: [] }).values()) {
      const latest = releases.at(-1);
      if (latest && (await correspond(this.session, this.rowsOf(latest), rows))) return latest;
    }
    return null;
  }

  private rowsOf(release: Release): ReleaseRows {
    const staged = this.loaded.some((one) => one.outcome === 'published' && one.release.id === release.id);
    const folder = staged ? join(this.staging.folder, release.id) : releaseFolder(this.request.data, release.id);
    return { release, path: join(folder, 'rows.parquet') };
  }

  private note(
    { file, recognition }: Delivered,
    release: Release,
    outcome: FileLoaded['outcome'],
    follows: Release | null,
  ): void {
    if (outcome === 'published') this.releases = [...this.releases, release];
    const { title: takenFor, why } = recognition;
    this.loaded.push({ file: file.name, takenFor, why, outcome, release, follows });
  }

  /** Each release against the one before it; what was compared before is kept. */
  private async compareReleases(): Promise<ReleaseChanges[]> {
    const all: ReleaseChanges[] = [];
    for (const releases of tablesOf({ releases: this.releases, changes: [] }).values()) {
      for (const [index, after] of releases.entries()) {
        const before = releases[index - 1];
        if (!before) continue;
        const known = this.staging.before.changes.find((one) => one.before === before.id && one.after === after.id);
        const between = known ?? (await this.compare(before, after));
        if (between) all.push(between);
      }
    }
    return all;
  }

  private async compare(before: Release, after: Release): Promise<ReleaseChanges | null> {
    const [a, b] = [this.rowsOf(before), this.rowsOf(after)];
    const correspondence: Correspondence | null = await correspond(this.session, a, b);
    return correspondence && (await changesBetween(this.session, a, b, correspondence));
  }
}

/** The rows of a staged file, every cell as text. */
function stagedRows(staged: string, others: number): string {
  const texts = [...placeColumns, 'area', ...Array.from({ length: others }, (_, index) => stagedName(index))];
  const columns = ['line', ...texts].map((name) => `${literal(name)}: 'VARCHAR'`).join(', ');
  return `select line::integer as line, ${texts.map((name) => `coalesce(${name}, '') as ${name}`).join(', ')}
    from read_csv(${literal(staged)}, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"',
      max_line_size = 16777216, columns = {${columns}})`;
}
