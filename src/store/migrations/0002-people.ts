import { appendOnly } from './append-only.ts';
import type { Dialect, Migration } from './migration.ts';

/** What each change says of itself, as in the first step. */
const change = `thread text not null,
  version integer not null check (version > 0),
  action text not null,
  who text not null,
  role text not null,
  at text not null,
  why text,
  primary key (thread, version)`;

/** Changed by further rows alone, each with its entry in the audit. */
const kept: readonly string[] = [
  `create table people (
  id text not null,
  name text not null,
  post text not null,
  email text,
  subject text,
  state text not null check (state in ('active', 'disabled')),
  ${change}
)`,
  'create index people_by_email on people (email)',
  'create index people_by_subject on people (subject)',
  `create table grants (
  number integer not null,
  person text not null,
  held_role text not null,
  unit text not null,
  from_day text not null,
  to_day text,
  ${change}
)`,
  'create index grants_by_person on grants (person)',
  `create table tokens (
  number integer not null,
  person text not null,
  name text not null,
  hash text not null,
  rights text not null,
  expires text not null,
  state text not null check (state in ('live', 'revoked')),
  ${change}
)`,
  'create index tokens_by_hash on tokens (hash)',
  'create index tokens_by_person on tokens (person)',
  `create table openings (
  number integer not null unique,
  person text not null,
  unit text not null,
  until text not null,
  ${change}
)`,
  'create index openings_by_person on openings (person)',
  `create table looks (
  number integer not null unique,
  what text not null,
  indicator text,
  unit text,
  month text,
  list text,
  cases integer not null,
  opening integer,
  ${change}
)`,
  'create index looks_by_time on looks (at)',
];

/** What holds for a time and is then taken away: no history is kept of it. */
const passing: readonly string[] = [
  `create table accounts (
  person text primary key,
  hash text not null,
  changed_at text not null,
  temporary integer not null check (temporary in (0, 1))
)`,
  `create table sessions (
  hash text primary key,
  person text not null,
  how text not null,
  grants text not null,
  begun text not null,
  seen text not null,
  ends text not null,
  idle_minutes integer not null
)`,
  'create index sessions_by_person on sessions (person)',
  `create table sign_in_failures (
  name_hash text primary key,
  failures integer not null,
  last_at text not null
)`,
];

/** The unique keys of each append-only table beside its thread and version. */
const keys: Readonly<Record<string, readonly (readonly string[])[]>> = {
  people: [],
  grants: [],
  tokens: [],
  openings: [['number']],
  looks: [['number']],
};

/** People and what they may do, their ways to sign in, and the record of looks at cases. */
export const people: Migration = {
  name: '0002-people',
  statements: (dialect: Dialect) => [
    ...kept,
    ...passing,
    ...Object.entries(keys).flatMap(([table, others]) =>
      appendOnly(dialect, table, [['thread', 'version'], ...others]),
    ),
  ],
};
