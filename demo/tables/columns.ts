import type { Cell } from '../csv-files.ts';
import { careColumns } from './care-columns.ts';
import { needColumns } from './need-columns.ts';
import { organisationColumns } from './organisation-columns.ts';
import { peopleColumns } from './people-columns.ts';
import { serviceColumns } from './service-columns.ts';

/** Every table the demo writes, with its columns in the order of the standard. */
export const columns = {
  ...organisationColumns,
  ...peopleColumns,
  ...needColumns,
  ...careColumns,
  ...serviceColumns,
} as const;

export type TableName = keyof typeof columns;
export type ColumnOf<T extends TableName> = (typeof columns)[T][number];

/** A row by column name; a column left out is empty. */
export type Row<T extends TableName> = { readonly [C in ColumnOf<T>]?: Cell };

export const tableNames = Object.keys(columns) as TableName[];
