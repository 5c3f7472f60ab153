import { foldedHeading } from '../folded-heading.ts';
import type { Claim, Format, FormatContext } from '../format.ts';
import { LoadError } from '../load-error.ts';
import { readTable, type TableSchema } from '../read-table.ts';
import { type DeliveredFile, readHeader, type SourceFile } from '../source-file.ts';
import type { Workbench } from '../workbench.ts';
import { returnFileByHeadings } from './by-headings.ts';
import { checkReturn, type ReadFiles } from './checks.ts';
import { type ReturnFileName, returnFiles } from './files.ts';
import { chainRows, dayOf, fileNames, makeFile, mapTables, type Span, type TableSpan } from './map-return.ts';
import type { Mapping } from './mapping.ts';
import { claimXmlReturn, openXmlReturn } from './xml-return.ts';

/** The file of the return that a delivered file is by its name, and a sheet of a workbook by its headings. */
function fileOf({ name, sheet }: DeliveredFile): ReturnFileName | undefined {
  if (sheet) return returnFileByHeadings(sheet.header);
  const base = name.toLowerCase();
  return fileNames.find((file) => returnFiles[file].names.some((standard) => base === `${standard}.csv`));
}

const returnHeadings = new Set(
  fileNames.flatMap((file) => Object.keys(returnFiles[file].columns)).map((heading) => foldedHeading(heading)),
);

/** An SSDA903 return, as CSV files with their standard names or as one XML file, mapped onto the tables of the SSD. */
export const ssda903: Format = {
  name: 'ssda903',
  title: 'an SSDA903 return, or several of them: a folder of CSV files, XML, or a workbook',

  async recognise(delivery) {
    const claims = new Map<ReturnFileName, Claim>();
    for (const file of delivery.files) {
      const as = fileOf(file);
      if (as === undefined || claims.has(as)) continue;
      const header = await readHeader(file.path, returnHeadings);
      if (!header.some((heading) => heading.toUpperCase() === 'CHILD')) continue;
      claims.set(as, {
        file,
        as,
        takenFor: `${returnFiles[as].title} of an SSDA903 return, by ${file.sheet ? 'its headings' : 'its name and its CHILD column'}`,
      });
    }
    // A folder may hold another return as XML: the two are never mixed.
    return claims.size > 0 ? [...claims.values()] : claimXmlReturn(delivery);
  },

  async read(claims, context) {
    const { files, sources, window } = await readFiles(claims, context);
    const { bench, pack } = context;
    await chainRows(bench);
    await checkReturn(bench, files);
    await noteDerived(bench, files);
    const tables = await mapTables(bench, pack, (mapping) => spanOf(mapping, files, window));
    const rows = [...files].map(([name, { file, present }]) => ({ name, file, relation: name, columns: [...present] }));
    return { tables, files: sources, asAt: window.to, period: { standard: 'ssda903', ...window, rows } };
  },
};

/** Reads the files; each is a relation of its name, with every column of the standard and the line of each row. */
async function readFiles(
  claims: readonly Claim[],
  context: FormatContext,
): Promise<{ files: ReadFiles; sources: SourceFile[]; window: Span }> {
  const files = new Map<ReturnFileName, { file: string; present: ReadonlySet<string> }>();
  const sources: SourceFile[] = [];
  const lines = new Map<ReturnFileName, string>();
  const xml = await openXmlReturn(claims, context);
  const { bench } = context;
  if (xml) sources.push(xml.source);
  for (const { file, as } of xml?.claims ?? claims) {
    const name = as as ReturnFileName;
    const source = xml?.tables.get(name) ?? (await context.inspect(file));
    if (!xml) sources.push(source);
    const schema: TableSchema = returnFiles[name];
    const read = await readTable(bench, source, schema, `return_${name}`);
    lines.set(name, read.line);
    files.set(name, { file: file.name, present: new Set(read.present) });
  }
  const to = await returnEnd(bench, files);
  for (const name of fileNames) {
    const line = lines.get(name);
    const rows = line === undefined ? null : { relation: `return_${name}`, line, end: dayOf(to) };
    await makeFile(bench, name, files.get(name)?.present ?? new Set(), rows);
  }
  return { files, sources, window: { from: `${Number(to.slice(0, 4)) - 1}-04-01`, to } };
}

/** The 31 March on or after the latest day on which an episode began: a return speaks for the year that ends on it. */
async function returnEnd(bench: Workbench, files: ReadFiles): Promise<string> {
  const file = files.get('episodes')?.file;
  if (file === undefined) throw new LoadError('The SSDA903 return has no episodes.csv, so its year is unknown');
  if (!files.get('episodes')?.present.has('DECOM')) throw new LoadError(noYear(file));
  const [latest] = await bench.rows<{ end: string | null }>(`
    select make_date(year(day) + case when day > make_date(year(day), 3, 31) then 1 else 0 end, 3, 31)::varchar as end
    from (select max("DECOM") as day from return_episodes)`);
  if (latest?.end) return latest.end;
  throw new LoadError(noYear(file));
}

const noYear = (file: string) =>
  `${file}: no episode has a readable start (DECOM), so the year of the return is unknown`;

/** A return speaks for its year, of the tables and columns that its files hold. */
function spanOf(mapping: Mapping, files: ReadFiles, window: Span): TableSpan | null {
  if (!mapping.files.every((file) => files.has(file))) return null;
  return {
    ...window,
    files: [...mapping.files, ...(mapping.also ?? [])].flatMap((file) => files.get(file)?.file ?? []),
    columnFrom: (needs) => {
      const known = needs.every((need) => {
        const [file, heading] = need.split('.') as [ReturnFileName, string];
        return files.get(file)?.present.has(heading) ?? false;
      });
      return known ? window.from : null;
    },
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
