import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { monthOf } from '../../calendar/index.ts';
import type { Pack } from '../../pack/index.ts';
import { extractFolder, literal, replaceFile, type Session } from '../../warehouse/index.ts';
import { latestDay } from '../as-at.ts';
import type { Authority } from '../authority.ts';
import { hashOf } from '../observation-store.ts';
import { prepare } from '../prepare.ts';
import { allRowsSql, runnable } from './checked-rows.ts';
import { listFindings } from './list-findings.ts';
import type { FindingCount, Quality, QualityState } from './quality.ts';

/** Where the states of an authority are: one JSON file of counts and one Parquet file of rows for each, named by its hash. */
const folderOf = (data: string, authority: string): string => join(data, 'checks', authority);

/** The Parquet file of what checks found in the state of the extracts that is in force. */
export function foundFile(data: string, pack: Pack, authority: Authority): string {
  return join(folderOf(data, authority.code), `${stateHash(pack, authority)}.parquet`);
}

/**
 * What is wrong with the data of an authority: read where this state of the extracts has been checked before, else checked
 * and stored. A state is the extracts in force, the checks and the organisation; like observations it is never changed.
 */
export async function readQuality(data: string, pack: Pack, authority: Authority): Promise<Quality> {
  const folder = folderOf(data, authority.code);
  await mkdir(folder, { recursive: true });
  const name = `${stateHash(pack, authority)}.json`;
  const known = await readState(join(folder, name));
  const current = known ?? (await checkState(data, pack, authority));
  if (!known) await replaceFile(join(folder, name), `${JSON.stringify(current)}\n`);
  const others = (await readdir(folder)).filter((file) => file.endsWith('.json') && file !== name);
  const states = (await Promise.all(others.map((file) => readState(join(folder, file))))).flatMap(
    (state) => state ?? [],
  );
  return {
    current,
    earlier: oneOfEach(states.filter(({ loadedAt }) => loadedAt < current.loadedAt)),
    list: (filter = {}, options = {}) =>
      listFindings({ data, pack, authority, found: foundFile(data, pack, authority) }, filter, options),
  };
}

/** The states in the order of their loads, one of each set of extracts, whatever checks have looked at it since. */
function oneOfEach(states: readonly QualityState[]): QualityState[] {
  const byExtracts = new Map(states.map((state) => [state.extracts.toSorted().join(' '), state]));
  return [...byExtracts.values()].toSorted((a, b) => (a.loadedAt < b.loadedAt ? -1 : a.loadedAt > b.loadedAt ? 1 : 0));
}

/** To be raised whenever what is kept of a state changes its form. */
const stateVersion = 2;

/** Its extracts, its checks and what tells the team of a row. */
function stateHash(pack: Pack, { manifests, organisation }: Authority): string {
  const checks = [...pack.checks.values()].map(({ id, severity, on }) => [
    id,
    severity,
    on.map(({ dataset, columns, where }) => [dataset, columns, where]),
  ]);
  const holding = pack.holding ? pack.views.get(pack.holding)?.sql : null;
  return hashOf([stateVersion, manifests.map(({ id }) => id).toSorted(), checks, organisation.root, holding]);
}

async function readState(path: string): Promise<QualityState | null> {
  const text = await readFile(path, 'utf8').catch(() => null);
  return text === null ? null : (JSON.parse(text) as QualityState);
}

async function checkState(data: string, pack: Pack, authority: Authority): Promise<QualityState> {
  const { manifests } = authority;
  const asAtOf = (dataset: string) => manifests.find(({ tables }) => dataset in tables)?.asAt ?? null;
  const { run, not } = runnable(pack, authority.tables, asAtOf);
  const asAt = latestDay(manifests) ?? '';
  const session = await authority.engine.session();
  try {
    const file = foundFile(data, pack, authority);
    const held = pack.holding !== undefined;
    const sql = run.length > 0 ? allRowsSql(run, held) : nothing;
    await prepare(session, { pack, months: [monthOf(asAt)], organisation: authority.organisation, statements: [sql] });
    const unfinished = `${file}.${process.pid}.tmp`;
    try {
      await session.writeParquet(sql, unfinished);
      await rename(unfinished, file);
    } finally {
      await rm(unfinished, { force: true });
    }
    return {
      authority: authority.code,
      asAt,
      loadedAt:
        manifests
          .map(({ loadedAt }) => loadedAt)
          .toSorted()
          .at(-1) ?? '',
      extracts: manifests.map(({ id }) => id),
      rows: [...authority.tables.values()].reduce((sum, { rows }) => sum + rows, 0),
      tables: [...authority.tables].map(([dataset, { rows, from, to }]) => ({
        dataset,
        source: pack.datasets.get(dataset)?.source ?? '',
        rows,
        from,
        to,
      })),
      counts: [...(await countFound(session, file)), ...(await countRead(session, data, authority))],
      notChecked: not,
    };
  } finally {
    session.close();
  }
}

const nothing = `select null::varchar as code, null::varchar as severity, null::varchar as dataset, null::varchar as "column",
  null::varchar as key, null::varchar as person, null::varchar as team where false`;

async function countFound(session: Session, file: string): Promise<FindingCount[]> {
  const rows = await session.rows(`select code, severity, dataset, "column", team, count(*)
    from read_parquet(${literal(file)}) group by all order by all`);
  return rows.map((row) => countOf('check', row));
}

/** What was found on reading, from the findings of each extract. */
async function countRead(session: Session, data: string, { manifests }: Authority): Promise<FindingCount[]> {
  const files = manifests.map((manifest) => literal(join(extractFolder(data, manifest), 'findings.parquet')));
  if (files.length === 0) return [];
  const rows = await session.rows(`select code, severity, dataset, "column", null::varchar as team, count(*)
    from read_parquet([${files.join(', ')}], union_by_name = true) group by all order by all`);
  return rows.map((row) => countOf('load', row));
}

function countOf(kind: FindingCount['kind'], row: readonly unknown[]): FindingCount {
  const [code, severity, dataset, column, team] = row.map((cell) => (cell === null ? null : String(cell)));
  return {
    kind,
    code: code ?? '',
    severity: severity ?? '',
    dataset: dataset ?? null,
    column: column ?? null,
    team: team ?? null,
    count: Number(row[5]),
  };
}
