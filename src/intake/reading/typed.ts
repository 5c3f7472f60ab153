import type { Column } from '../../pack/index.ts';
import { type Reading, readingOf } from './reading.ts';

const isNumber = (type: string) => /^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL\(.*\))$/.test(type);
const isWhole = (type: string) => /^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER)$/.test(type);

/**
 * What stands for the trimmed cell of a column whose file says its type, as SQL over the column `c`. A value that is of the
 * type of the column already stays as it is; everything else becomes the text that would stand in a CSV file.
 *
 * @param type the engine's name of the type in the file
 * @example typedCell({ type: 'date', … }, 'TIMESTAMP', 'c0') // 'c0::date'
 */
export function typedCell(column: Column, type: string, c: string): string {
  if (type === 'VARCHAR') return `tidy_any(${c})`;
  // A midnight in England, written as an instant, is an hour before midnight in summer.
  const local = type === 'TIMESTAMP WITH TIME ZONE' ? `timezone('Europe/London', ${c})` : c;
  if (column.type === 'date' && /^(DATE|TIMESTAMP)/.test(type)) return `${local}::date`;
  if (column.type === 'yes-no' && type === 'BOOLEAN') return c;
  if (!isNumber(type)) return `${local}::varchar`;
  // Data frames write that there is no number as one that is none.
  const number = /^(FLOAT|DOUBLE)$/.test(type) ? `case when not isnan(${c}) then ${c} end` : c;
  if (column.type === 'integer' || column.type === 'decimal') return number;
  if (isWhole(type)) return `${c}::varchar`;
  // Data frames make a column of whole numbers one of fractions once a value is missing: 12.0 is the id 12.
  return `case when ${number} = trunc(${c}) then coalesce(try_cast(${c} as bigint)::varchar, ${c}::varchar) else (${number})::varchar end`;
}

/** How a cell that `typedCell` gives becomes a value: as in a CSV file where it is text, else straight. */
export function typedReading(column: Column, type: string, v: string, r: string): Reading {
  if (column.type === 'date' && /^(DATE|TIMESTAMP)/.test(type)) {
    const plausible = `is_plausible_day(${v})`;
    const value = `case when ${plausible} then ${v} end`;
    return {
      plain: value,
      straight: null,
      value,
      problem: `case when not ${plausible} then 1 end`,
      problems: ['date-implausible'],
    };
  }
  if (column.type === 'yes-no' && type === 'BOOLEAN') {
    return { plain: v, straight: null, value: v, problem: null, problems: [] };
  }
  if (isNumber(type) && (column.type === 'integer' || column.type === 'decimal')) {
    const whole = isWhole(type)
      ? `try_cast(${v} as bigint)`
      : `case when ${v} = trunc(${v}) then try_cast(${v} as bigint) end`;
    const plain = column.type === 'integer' ? whole : `try_cast(${v} as decimal(18, 4))`;
    return {
      plain,
      straight: plain,
      value: r,
      problem: `case when ${v} is not null and ${r} is null then 1 end`,
      problems: ['number-unreadable'],
    };
  }
  return readingOf(column, v, r);
}
