import type { Column } from '../../pack/index.ts';
import { literal } from '../../warehouse/index.ts';
import type { FindingCode } from '../finding-codes.ts';
import { masked } from '../reading/masked.ts';
import type { Workbench } from '../workbench.ts';
import { periodAt } from './chain.ts';
import { codeYears } from './codes.ts';
import { type ReturnFileName, returnFiles } from './files.ts';

/** A return that has been read: which relation stands for which file, and what the file was called. */
export type ReadFiles = ReadonlyMap<ReturnFileName, { readonly file: string; readonly present: ReadonlySet<string> }>;

interface Check {
  readonly code: FindingCode;
  readonly file: ReturnFileName;
  /** The column that the finding names. */
  readonly column: string;
  /** The rows it is about: a condition over the file's relation, here called `f`. */
  readonly where: string;
  /** The word in braces of the finding. */
  readonly detail?: string;
}

const checks: readonly Check[] = [
  { code: 'episode-ends-before-start', file: 'episodes', column: 'DEC', where: 'f."DEC" < f."DECOM"' },
  {
    code: 'episode-reason-without-end',
    file: 'episodes',
    column: 'REC',
    where: 'f."DEC" is null and f."REC" is not null',
  },
  {
    code: 'episode-end-without-reason',
    file: 'episodes',
    column: 'REC',
    where: 'f."DEC" is not null and f."REC" is null',
  },
  {
    code: 'placement-same-carer',
    file: 'episodes',
    column: 'RNE',
    where: `f."RNE" in ('T', 'U')`,
  },
  {
    code: 'review-outside-care',
    file: 'reviews',
    column: 'REVIEW',
    where: `f."REVIEW" is not null and ${periodAt('f."CHILD"', 'f."REVIEW"')} is null`,
  },
  {
    code: 'adoption-outside-care',
    file: 'placed_adoption',
    column: 'DATE_PLACED',
    where: `f."DATE_PLACED" is not null and ${periodAt('f."CHILD"', 'f."DATE_PLACED"')} is null`,
  },
];

/** Codes that the year of the return did not have. */
const codesOfOtherYears: readonly Check[] = codeYears.flatMap(({ column, codes, first, last }) =>
  (Object.keys(returnFiles) as ReturnFileName[])
    .filter((file) => column in returnFiles[file].columns)
    .map((file) => ({
      code: 'code-not-of-year' as const,
      file,
      column,
      where: `f."${column}" in (${codes.map(literal).join(', ')}) and year(f._end) ${
        first === undefined ? `> ${last}` : `< ${first}`
      }`,
      detail: first === undefined ? `the last was that of ${last}` : `the first is that of ${first}`,
    })),
);

/** Notes what the rows of a return say against each other. */
export async function checkReturn(bench: Workbench, files: ReadFiles): Promise<void> {
  for (const check of [...checks, ...codesOfOtherYears]) await noteRows(bench, files, check);
  if (!files.has('header')) return;
  for (const file of files.keys()) {
    if (file === 'header') continue;
    const where = 'f."CHILD" is not null and f."CHILD" not in (select "CHILD" from header where "CHILD" is not null)';
    await noteRows(bench, files, { code: 'child-not-in-header', file, column: 'CHILD', where });
  }
}

async function noteRows(
  bench: Workbench,
  files: ReadFiles,
  { code, file, column, where, detail }: Check,
): Promise<void> {
  const read = files.get(file);
  if (!read?.present.has(column)) return;
  const { id, columns } = returnFiles[file];
  const { type, personal } = (columns as Readonly<Record<string, Column>>)[column] ?? { type: 'text', personal: false };
  // A return writes its dates so; the table holds them as dates.
  const written = type === 'date' ? `strftime(f."${column}", '%d/%m/%Y')` : `f."${column}"::varchar`;
  await bench.noteEach(
    code,
    `select ${literal(read.file)} as file, f._line as "row", ${literal(column)} as "column",
      ${masked(written, personal)} as "value", ${literal(id)} as dataset
    from ${file} f where ${where}`,
    detail,
  );
}
