import { literal, quoted } from '../../warehouse/index.ts';
import type { Claim, DeliveredTable, Format, FormatContext } from '../format.ts';
import { LoadError } from '../load-error.ts';
import { readTable, type TableSchema } from '../read-table.ts';
import { type DeliveredFile, readHeader, type SourceFile } from '../source-file.ts';
import type { Workbench } from '../workbench.ts';
import { adoptionSql, permanence, previousPermanence } from './adoption.ts';
import { careLeavers } from './care-leavers.ts';
import { chainSql, periodAt } from './chain.ts';
import { checkReturn, type ReadFiles } from './checks.ts';
import { episodes } from './episodes.ts';
import { type ReturnFileName, returnFiles } from './files.ts';
import { convictions, health, immunisations, sdqScores, substanceMisuse } from './health.ts';
import { legalStatuses } from './legal-statuses.ts';
import type { Mapping } from './mapping.ts';
import { involvements, missing, unaccompanied } from './others.ts';
import { people } from './people.ts';
import { placements } from './placements.ts';
import { reviews } from './reviews.ts';

const mappings: readonly Mapping[] = [
  people,
  episodes,
  placements,
  legalStatuses,
  reviews,
  health,
  sdqScores,
  convictions,
  immunisations,
  substanceMisuse,
  permanence,
  previousPermanence,
  careLeavers,
  missing,
  unaccompanied,
  involvements,
];

const fileNames = Object.keys(returnFiles) as ReturnFileName[];

/** The file of the return that a delivered file is by its name; case makes no difference. */
function fileOf({ name }: DeliveredFile): ReturnFileName | undefined {
  const base = name.toLowerCase();
  return fileNames.find((file) => returnFiles[file].names.some((standard) => base === `${standard}.csv`));
}

/** An SSDA903 return: a folder of CSV files with their standard names, mapped onto the tables of the SSD. */
export const ssda903: Format = {
  name: 'ssda903',

  async recognise({ files }) {
    const claims = new Map<ReturnFileName, Claim>();
    for (const file of files) {
      const as = fileOf(file);
      if (as === undefined || claims.has(as)) continue;
      const header = await readHeader(file.path);
      if (!header.some((heading) => heading.toUpperCase() === 'CHILD')) continue;
      claims.set(as, {
        file,
        as,
        takenFor: `${returnFiles[as].title} of an SSDA903 return, by its name and its CHILD column`,
      });
    }
    return [...claims.values()];
  },

  async read(claims, context) {
    const { files, sources } = await readFiles(claims, context);
    const { bench, pack } = context;
    const end = await returnEnd(bench, files);
    await bench.run(`create or replace temp macro return_end() as date ${literal(end)}`);
    await bench.run(chainSql);
    await bench.run(adoptionSql(periodAt('p."CHILD"', 'p."DATE_PLACED"')));
    await checkReturn(bench, files);
    await noteDerived(bench, files);
    const tables: DeliveredTable[] = [];
    for (const mapping of mappings.filter(({ dataset }) => pack.datasets.has(dataset))) {
      if (mapping.files.every((file) => files.has(file))) tables.push(await mapTable(bench, mapping, files, end));
    }
    return { tables, files: sources, asAt: end };
  },
};

/** Reads the files; each is a relation of its name, with every column of the standard and the line of each row. */
async function readFiles(
  claims: readonly Claim[],
  { bench, inspect }: FormatContext,
): Promise<{ files: ReadFiles; sources: SourceFile[] }> {
  const files = new Map<ReturnFileName, { file: string; present: ReadonlySet<string> }>();
  const sources: SourceFile[] = [];
  for (const { file, as } of claims) {
    const name = as as ReturnFileName;
    const source = await inspect(file);
    sources.push(source);
    const schema: TableSchema = returnFiles[name];
    const read = await readTable(bench, source, schema, `return_${name}`);
    await bench.run(viewSql(name, read.present, `${read.line} as _line from ${quoted(read.table)}`));
    files.set(name, { file: file.name, present: new Set(read.present) });
  }
  for (const name of fileNames.filter((candidate) => !files.has(candidate))) {
    await bench.run(viewSql(name, [], '0 as _line where false'));
  }
  return { files, sources };
}

const sqlTypes: Readonly<Record<string, string>> = { date: 'date', 'yes-no': 'boolean', integer: 'bigint' };

function viewSql(name: ReturnFileName, present: readonly string[], rest: string): string {
  const columns = Object.entries(returnFiles[name].columns).map(([heading, { type }]) =>
    present.includes(heading) ? quoted(heading) : `null::${sqlTypes[type] ?? 'varchar'} as ${quoted(heading)}`,
  );
  return `create or replace temp view ${quoted(name)} as select ${columns.join(', ')}, ${rest}`;
}

/** The 31 March on or after the latest day on which an episode began: a return speaks for the year that ends on it. */
async function returnEnd(bench: Workbench, files: ReadFiles): Promise<string> {
  const [latest] = await bench.rows<{ end: string | null }>(`
    select make_date(year(day) + case when day > make_date(year(day), 3, 31) then 1 else 0 end, 3, 31)::varchar as end
    from (select max("DECOM") as day from episodes)`);
  if (latest?.end) return latest.end;
  const file = files.get('episodes')?.file;
  throw new LoadError(
    file
      ? `${file}: no episode has a readable start (DECOM), so the year of the return is unknown`
      : 'The SSDA903 return has no episodes.csv, so its year is unknown',
  );
}

/** Makes the table of one dataset, with the columns that the return can tell. */
async function mapTable(bench: Workbench, mapping: Mapping, files: ReadFiles, end: string): Promise<DeliveredTable> {
  const known = (need: string) => {
    const [file, heading] = need.split('.') as [ReturnFileName, string];
    return files.get(file)?.present.has(heading) ?? false;
  };
  const columns = Object.entries(mapping.columns).filter(([, { needs }]) => needs.every(known));
  const values = columns.map(([name, { value }]) => `${value} as ${quoted(name)}`);
  await bench.run(`create or replace temp table ${quoted(mapping.dataset)} as
    select ${values.length > 0 ? values.join(', ') : '0 as nothing'} ${mapping.from()}`);
  return {
    dataset: mapping.dataset,
    relation: mapping.dataset,
    columns: columns.map(([name]) => name),
    from: `${Number(end.slice(0, 4)) - 1}-04-01`,
    files: [...mapping.files, ...(mapping.also ?? [])].flatMap((file) => files.get(file)?.file ?? []),
  };
}

/** Says once that the dates of the checks are not those on which they were made. */
async function noteDerived(bench: Workbench, files: ReadFiles): Promise<void> {
  const read = files.get('oc2');
  if (!read) return;
  const counts = await bench.count(
    'select count(*) filter (where "TEETH_CHECK") + count(*) filter (where "HEALTH_ASSESSMENT") + count(*) filter (where "HEALTH_CHECK") from oc2',
  );
  const detail = `${counts} checks stand in OC2 as made in the year.`;
  await bench.note({ code: 'check-dated-by-return', file: read.file, detail, dataset: 'ssd_cla_health' });
}
