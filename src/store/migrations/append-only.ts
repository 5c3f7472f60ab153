import type { Dialect } from './migration.ts';

/** Once in a PostgreSQL store, before the first table that is append-only. */
export const refuseChange = `create function outturn_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: what is written stays', tg_table_name;
end $$`;

/**
 * The triggers by which the database itself refuses to change or take away a row, whoever asks. SQLite's `insert or
 * replace` takes away every row that shares a unique key with the new one, without a word to the delete trigger, so it has
 * a trigger of its own. The text is part of released migrations: it stays as it is.
 *
 * @param keys the columns of each unique key of the table
 */
export function appendOnly(dialect: Dialect, table: string, keys: readonly (readonly string[])[]): readonly string[] {
  if (dialect === 'postgres') {
    return [
      `create trigger ${table}_stays before update or delete on ${table} for each row execute function outturn_refuse_change()`,
      `create trigger ${table}_is_not_emptied before truncate on ${table} for each statement execute function outturn_refuse_change()`,
    ];
  }
  const refuse = `begin select raise(abort, '${table} is append-only: what is written stays'); end`;
  const same = keys.map((key) => `(${key.map((column) => `${column} = new.${column}`).join(' and ')})`).join(' or ');
  return [
    `create trigger ${table}_is_not_changed before update on ${table} ${refuse}`,
    `create trigger ${table}_is_not_deleted before delete on ${table} ${refuse}`,
    `create trigger ${table}_is_not_replaced before insert on ${table} when exists (select 1 from ${table} where ${same}) ${refuse}`,
  ];
}
