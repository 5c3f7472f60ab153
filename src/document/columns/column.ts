import type { Definition, Report } from '../../pack/index.ts';
import type { Context, Entry } from '../compile/context.ts';
import type { Cell, Column } from '../table.ts';

type Parts = Report['sections'][number]['parts'][number];
/** A column as a pack asks for it. */
export type ColumnSpec = Extract<Parts, { part: 'table' }>['columns'][number];

/** One kind of column: its heading, how it lies, and what it says of an indicator. */
export interface ColumnKind {
  readonly kind: Column['kind'];
  readonly width?: number;
  readonly label: (context: Context, spec: ColumnSpec) => string;
  readonly cell: (context: Context, entry: Measured, spec: ColumnSpec) => Cell;
}

/** An entry that has an indicator, with the definition in force. */
export interface Measured extends Entry {
  readonly id: string;
  readonly definition: Definition;
}
