import { literal, quoted } from '../../warehouse/index.ts';
import type { FindingCode } from '../finding-codes.ts';
import type { Workbench } from '../workbench.ts';
import { type Category, type Match, matcherOf } from './match.ts';

/** A column of words on the workbench, and where it stood. */
export interface WordColumn {
  readonly file: string;
  readonly table: string;
  readonly column: string;
  /** SQL over the table for the row of a record. */
  readonly line: string;
  readonly category: Category;
  /** The dataset that the findings touch. */
  readonly dataset: string | null;
}

/**
 * Puts the codes of a column in place of its words. Words that are not a code for certain are findings: one that is like a
 * code's meaning is taken for it, the name of a group and unknown words are kept as they are.
 *
 * @returns the share of its values that now have a code; 1 where it has none
 */
export async function matchColumn(bench: Workbench, words: WordColumn): Promise<number> {
  const table = quoted(words.table);
  const column = quoted(words.column);
  const match = matcherOf(words.category);
  const found = await bench.rows<{ value: string; rows: number }>(
    `select ${column} as value, count(*) as rows from ${table} where ${column} is not null group by 1`,
  );
  const matched = found.map(({ value, rows }) => ({ value, rows, ...match(value) }));
  if (matched.length === 0) return 1;
  const cells = matched.map(
    ({ value, kind, code }) => `(${literal(value)}, '${kind}', ${code === null ? 'null' : literal(code)})`,
  );
  const spelled = quoted(`${words.table}_spelled`);
  await bench.run(
    `create or replace temp table ${spelled} as select * from (values ${cells.join(', ')}) s(value, kind, code)`,
  );
  const problems: readonly (readonly [Match['kind'], FindingCode])[] = [
    ['guessed', 'code-guessed'],
    ['group', 'code-group'],
    ['unknown', words.category.unknown ?? 'code-unknown'],
  ];
  for (const [kind, code] of problems) {
    if (!matched.some((one) => one.kind === kind)) continue;
    await bench.noteEach(
      code,
      `select ${literal(words.file)} as file, ${words.line} as "row", ${literal(words.column)} as "column",
        left(${column}, 200) as "value", ${words.dataset === null ? 'null' : literal(words.dataset)} as dataset
      from ${table} where ${column} in (select value from ${spelled} where kind = '${kind}')`,
      words.column,
    );
  }
  await bench.run(`update ${table} set ${column} = case s.kind when 'nothing' then null else coalesce(s.code::varchar, s.value) end
    from ${spelled} s where ${table}.${column} = s.value`);
  const valued = matched.filter(({ kind }) => kind !== 'nothing');
  const total = valued.reduce((sum, { rows }) => sum + rows, 0);
  const coded = valued.reduce((sum, { rows, code }) => sum + (code === null ? 0 : rows), 0);
  return total === 0 ? 1 : coded / total;
}
