import { addDays } from '../../calendar/index.ts';
import type { ReturnPeriod } from '../../warehouse/index.ts';
import type { ReturnFileName } from './files.ts';
import type { TableSpan } from './map-return.ts';
import type { Mapping } from './mapping.ts';

/** The last run of returns without a year between them, of those that meet a condition; empty where none does. */
export function lastRun<T extends Pick<ReturnPeriod, 'from' | 'to'>>(
  parts: readonly T[],
  holds: (part: T) => boolean,
): readonly T[] {
  const end = parts.findLastIndex(holds);
  let start = end;
  for (;;) {
    const [before, first] = [parts[start - 1], parts[start]];
    if (!before || !first || !holds(before) || addDays(before.to, 1) < first.from) break;
    start--;
  }
  return end < 0 ? [] : parts.slice(start, end + 1);
}

/**
 * From when to when a history can tell a table: the last run of years whose returns have its files. A column begins with
 * the run of years that have all it needs, up to the last of the table; one that is not there at its end is not told.
 *
 * @example returns of 2021 to 2024, OC3 only in 2023 and 2024: care leavers from 1 April 2022
 */
export function historySpan(mapping: Mapping, parts: readonly ReturnPeriod[]): TableSpan | null {
  const run = lastRun(parts, ({ rows }) => mapping.files.every((file) => rows[file]));
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last) return null;
  const files = [...mapping.files, ...(mapping.also ?? [])];
  return {
    from: first.from,
    to: last.to,
    files: run.flatMap((part) => files.flatMap((file) => (part.rows[file] ? [fileIn(part, file)] : []))),
    columnFrom: (needs) => {
      const known = lastRun(run, ({ rows }) =>
        needs.every((need) => {
          const [file, heading = ''] = need.split('.') as [ReturnFileName, string?];
          return rows[file]?.columns.includes(heading) ?? false;
        }),
      );
      return known.at(-1) === last ? (known[0]?.from ?? null) : null;
    },
  };
}

/** A file of one of the returns, as the manifest of a history names it. */
export function fileIn({ to, rows }: ReturnPeriod, file: string): string {
  return `${to.slice(0, 4)}/${rows[file]?.name ?? file}`;
}
