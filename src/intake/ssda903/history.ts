import { join } from 'node:path';
import { addDays, dayLabel } from '../../calendar/index.ts';
import type { Column, Pack } from '../../pack/index.ts';
import { literal, quoted, type ReturnPeriod } from '../../warehouse/index.ts';
import type { FindingCode } from '../finding-codes.ts';
import type { DeliveredTable } from '../format.ts';
import { masked } from '../reading/masked.ts';
import type { Workbench } from '../workbench.ts';
import { type ReturnFileName, returnFiles } from './files.ts';
import { historySpan } from './history-span.ts';
import { chainRows, dayOf, fileNames, makeFile, mapTables } from './map-return.ts';

/** One of the returns of a history, and the folder of its extract. */
export interface ReturnPart extends ReturnPeriod {
  readonly folder: string;
}

/** What makes two rows of two returns the same row. OC2 says something of each year: no row of it replaces another. */
const keys: Readonly<Record<ReturnFileName, readonly string[]>> = {
  header: ['CHILD'],
  episodes: ['CHILD', 'DECOM'],
  reviews: ['CHILD', 'REVIEW'],
  uasc: ['CHILD'],
  oc2: ['CHILD', '_end'],
  oc3: ['CHILD'],
  ad1: ['CHILD'],
  placed_adoption: ['CHILD', 'DATE_PLACED'],
  prev_perm: ['CHILD'],
  missing: ['CHILD', 'MIS_START'],
  sw_episodes: ['CHILD', 'SW_ID', 'SW_DECOM'],
  dolo: ['CHILD', 'DOLO_START'],
};

/** Columns in which two returns should not differ; an end may be told by the later one alone. */
const steady: Readonly<Partial<Record<ReturnFileName, readonly string[]>>> = {
  header: ['SEX', 'DOB'],
  episodes: ['RNE', 'LS', 'PLACE', 'DEC', 'REC'],
  uasc: ['DUC'],
  placed_adoption: ['DATE_PLACED_CEASED'],
  missing: ['MIS_END'],
};

/** A file as a finding about a history names it. */
export const nameIn = ({ to }: Pick<ReturnPeriod, 'to'>, file: string): string => `${file} (year to ${dayLabel(to)})`;

/**
 * Makes one set of tables of the rows of several returns, the earliest first. Where two speak of the same row the later one
 * wins; a row that overlaps in time what a later return tells of the child gives way to it; an episode that was open at the
 * end of a return and is not in a later one is taken as ended on the next day. Each of these is a finding.
 *
 * The rows then go the way of one return: chains of episodes run on over the ends of the years.
 */
export async function joinReturns(
  bench: Workbench,
  pack: Pack,
  parts: readonly ReturnPart[],
): Promise<DeliveredTable[]> {
  for (const name of fileNames) await joinFile(bench, name, parts);
  await settleEpisodes(bench, parts);
  for (const name of fileNames) {
    const rows = { relation: `history_${name}`, line: '_line', end: '_end' };
    await makeFile(bench, name, new Set(Object.keys(returnFiles[name].columns)), rows);
    await noteDifferences(bench, name);
  }
  await noteGaps(bench, parts);
  await chainRows(bench);
  return mapTables(bench, pack, (mapping) => historySpan(mapping, parts));
}

/** `all_NAME`: the rows of every return. `history_NAME`: those that count. */
async function joinFile(bench: Workbench, name: ReturnFileName, parts: readonly ReturnPart[]): Promise<void> {
  const { columns } = returnFiles[name];
  const headings = Object.keys(columns).map(quoted);
  const selects = parts.flatMap(({ rows, folder, to }) => {
    const file = rows[name];
    return file
      ? [
          `select ${headings.join(', ')}, _line, _end, ${literal(nameIn({ to }, file.name))} as _file
          from read_parquet(${literal(join(folder, file.file))})`,
        ]
      : [];
  });
  const empty = `select ${headings.join(', ')}, _line, _end, '' as _file from ${quoted(name)} where false`;
  const key = keys[name].map(quoted);
  const known = key.map((column) => `${column} is not null`).join(' and ');
  await bench.run(`
    create or replace temp table ${quoted(`all_${name}`)} as ${selects.length > 0 ? selects.join(' union all ') : empty};
    create or replace temp table ${quoted(`history_${name}`)} as
      select * exclude (_latest) from (
        select *, max(_end) over (partition by ${key.join(', ')}) as _latest from ${quoted(`all_${name}`)}
      ) where _end = _latest or not (${known})`);
}

/** Episodes of an earlier return that a later one tells otherwise give way; those it no longer knows are ended. */
async function settleEpisodes(bench: Workbench, parts: readonly ReturnPart[]): Promise<void> {
  const last = parts.at(-1)?.to ?? '';
  const overlapped = `e._end < ${dayOf(last)} and exists (
    select 1 from all_episodes l where l."CHILD" = e."CHILD" and l._end > e._end
      and l."DECOM" < coalesce(e."DEC", date '9999-12-31') and coalesce(l."DEC", date '9999-12-31') > e."DECOM"
      and l."DECOM" <> e."DECOM")`;
  await note(bench, 'history-row-replaced', 'episodes', 'DECOM', `from history_episodes e where ${overlapped}`);
  await bench.run(`delete from history_episodes e where ${overlapped}`);
  for (const part of parts.filter(({ to }) => to < last)) {
    const gone = `e._end = ${dayOf(part.to)} and e."DEC" is null and e."DECOM" is not null`;
    await note(
      bench,
      'history-episode-gone',
      'episodes',
      'DECOM',
      `from history_episodes e where ${gone}`,
      dayLabel(addDays(part.to, 1)),
    );
    await bench.run(`update history_episodes e set "DEC" = ${dayOf(addDays(part.to, 1))}, "REC" = null where ${gone}`);
  }
}

/** What a later return says otherwise of the same row, where there is one row in each. */
async function noteDifferences(bench: Workbench, name: ReturnFileName): Promise<void> {
  const { columns } = returnFiles[name];
  const key = keys[name].map(quoted).join(', ');
  const sameSex = `case e."SEX" when '1' then 'M' when '2' then 'F' else e."SEX" end`;
  for (const column of steady[name] ?? []) {
    const { type } = (columns as Readonly<Record<string, Column>>)[column] ?? { type: 'text' };
    const value = (row: string) =>
      column === 'SEX' ? sameSex.replaceAll('e.', `${row}.`) : `${row}.${quoted(column)}`;
    const earlier = type === 'date' ? `strftime(e.${quoted(column)}, '%d/%m/%Y')` : `e.${quoted(column)}`;
    const personal = (columns as Readonly<Record<string, Column>>)[column]?.personal ?? false;
    await note(
      bench,
      'history-differs',
      name,
      column,
      `from ${quoted(`history_${name}`)} l
        join (select *, count(*) over (partition by ${key}, _end) as _same from ${quoted(`all_${name}`)}) e
          using (${key})
        where e._end < l._end and e._same = 1 and ${value('e')} is not null and ${value('e')} is distinct from ${value('l')}
        and (select count(*) from ${quoted(`history_${name}`)} o where (${keys[name].map((part) => `o.${quoted(part)}`).join(', ')}) = (${keys[name].map((part) => `l.${quoted(part)}`).join(', ')})) = 1`,
      column,
      { row: 'l', value: masked(earlier, personal) },
    );
  }
}

/** Notes the years for which there is no return. */
async function noteGaps(bench: Workbench, parts: readonly ReturnPart[]): Promise<void> {
  for (const [index, part] of parts.entries()) {
    const before = parts[index - 1];
    if (!before || addDays(before.to, 1) >= part.from) continue;
    const detail = `${dayLabel(addDays(before.to, 1))} to ${dayLabel(addDays(part.from, -1))}`;
    const file = part.rows.episodes?.name ?? 'episodes.csv';
    await bench.note({ code: 'history-gap', file: nameIn(part, file), detail, dataset: 'ssd_cla_episodes' });
  }
}

async function note(
  bench: Workbench,
  code: FindingCode,
  name: ReturnFileName,
  column: string,
  from: string,
  detail?: string,
  { row, value }: { readonly row: string; readonly value: string } = { row: 'e', value: 'null' },
): Promise<void> {
  await bench.noteEach(
    code,
    `select ${row}._file as file, ${row}._line as "row", ${literal(column)} as "column", ${value} as "value",
      ${literal(returnFiles[name].id)} as dataset ${from}`,
    detail,
  );
}
