import { z } from 'zod';
import { bare } from './schema/at.ts';
import { commentSchema, comparatorSchema, printedSchema } from './schema/report-tables.ts';
import { observationSchema, overrideSchema, targetSchema, unitSchema } from './schema/tables.ts';

/** What a CSV file of a pack holds. */
interface TableKind {
  readonly group: 'targets' | 'units' | 'observations' | 'overrides' | 'comparators' | 'comments' | 'printed';
  readonly columns: readonly string[];
  /** Columns that the file must have. */
  readonly required: readonly string[];
  readonly numbers: readonly string[];
  /** A row of a child pack replaces the parent's row with the same values in these columns. */
  readonly key: readonly string[];
}

function tableKind(group: TableKind['group'], schema: z.ZodObject, key: readonly string[]): TableKind {
  const columns = Object.keys(schema.shape);
  const shape = Object.entries(schema.shape);
  return {
    group,
    columns,
    required: shape.filter(([, cell]) => !(cell instanceof z.ZodPipe)).map(([column]) => column),
    numbers: shape.filter(([, cell]) => bare(cell) instanceof z.ZodNumber).map(([column]) => column),
    key,
  };
}

export type TableFile =
  | 'targets.csv'
  | 'units.csv'
  | 'observations.csv'
  | 'overrides.csv'
  | 'comparators.csv'
  | 'commentary.csv'
  | 'printed.csv';

export const tableKinds: Readonly<Record<TableFile, TableKind>> = {
  'targets.csv': tableKind('targets', targetSchema, ['indicator', 'unit', 'from', 'down_to']),
  'observations.csv': tableKind('observations', observationSchema, ['indicator', 'unit', 'month']),
  'overrides.csv': tableKind('overrides', overrideSchema, ['indicator', 'unit', 'month']),
  'comparators.csv': tableKind('comparators', comparatorSchema, ['indicator', 'group', 'from']),
  'commentary.csv': tableKind('comments', commentSchema, ['report', 'indicator', 'unit', 'month', 'heading']),
  'printed.csv': tableKind('printed', printedSchema, ['report', 'indicator', 'unit', 'month', 'part', 'where']),
  'units.csv': tableKind('units', unitSchema, ['code', 'from']),
};

export function isTableFile(path: string): path is TableFile {
  return Object.hasOwn(tableKinds, path);
}
