import type { Writing } from '../tables.ts';

/** The number that the next thing of a table takes. */
export async function numbered(writing: Writing, table: 'grants' | 'tokens' | 'openings' | 'looks'): Promise<number> {
  const { highest } = await writing
    .selectFrom(table as 'looks')
    .select(({ fn }) => fn.max('number').as('highest'))
    .executeTakeFirstOrThrow();
  return (highest ?? 0) + 1;
}
