import type { Column } from '../../pack/index.ts';
import type { FindingCode } from '../finding-codes.ts';
import { codeReading } from './code.ts';
import { dateReading } from './date.ts';
import { decimalReading, integerReading } from './number.ts';
import { textReading } from './text.ts';
import { yesNoReading } from './yes-no.ts';

/**
 * How the cells of a column become values, as SQL over the trimmed cell `v` and its straightforward reading `r`.
 *
 * Every cell is read by `plain`. The others, which take tables of meanings and regular expressions, are costly to prepare,
 * whatever the number of rows: they are asked only in columns that `plain` did not settle, and only of the cells it left.
 */
export interface Reading {
  /** The value of a cell that is written in the usual form, else null. What it gives, `value` would give without a problem. */
  readonly plain: string;
  /** `r`: what the cell is where it is written as it should be, else null. An SQL expression over `v`. */
  readonly straight: string | null;
  /** What is kept. An SQL expression over `v` and `r`. */
  readonly value: string;
  /** The number of the problem in `problems`, from 1, or null. An SQL expression over `v` and `r`; null: never one. */
  readonly problem: string | null;
  readonly problems: readonly FindingCode[];
}

/** How a column is read. @param v @param r the SQL names of the trimmed cell and of its straightforward reading */
export function readingOf(column: Column, v: string, r: string): Reading {
  switch (column.type) {
    case 'id':
    case 'text':
      return textReading(v);
    case 'code':
      return codeReading(column.codes ?? {}, v, r);
    case 'date':
      return dateReading(v, r);
    case 'yes-no':
      return yesNoReading(v, r);
    case 'integer':
      return integerReading(v, r);
    case 'decimal':
      return decimalReading(v, r);
  }
}
